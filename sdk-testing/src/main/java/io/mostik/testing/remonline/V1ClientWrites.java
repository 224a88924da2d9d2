package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How the token API reads, makes and merges single clients. */
final class V1ClientWrites {

    private static final Map<String, Kind> FIELDS = Map.ofEntries(
            Map.entry("token", Kind.TEXT),
            Map.entry("first_name", Kind.TEXT),
            Map.entry("last_name", Kind.TEXT),
            Map.entry("phone", Kind.TEXTS),
            Map.entry("email", Kind.TEXT),
            Map.entry("address", Kind.TEXT),
            Map.entry("notes", Kind.TEXT),
            Map.entry("supplier", Kind.FLAG),
            Map.entry("juridical", Kind.FLAG),
            Map.entry("discount_code", Kind.TEXT),
            Map.entry("ad_campaign_id", Kind.ID),
            Map.entry("custom_fields", Kind.OBJECT_OR_TEXT));

    private final Account account;

    V1ClientWrites(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("POST", "/clients/", this::create)
                .on("PUT", "/clients/", this::update)
                .on("POST", "/clients/merge", this::merge)
                .on("GET", "/clients/{id}", this::get);
    }

    private Answer get(RequestReader ask) {
        PersonRow person =
                Optional.ofNullable(account.people().get(ask.id("id"))).orElseThrow(Refusals::notFound);
        return Answer.json(200, Map.of("data", V1Clients.shape(account, person), "success", true));
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = ask.body(FIELDS, Set.of());
        ask.check();
        return V1Writes.done(account, account.addPerson(toV2(body)).id());
    }

    private Answer update(RequestReader ask) {
        Map<String, Kind> fields = new HashMap<>(FIELDS);
        fields.put("id", Kind.ID);
        ObjectNode body = ask.body(fields, Set.of("id"));
        account.dictionaries().require(ask, body, "id", account.people());
        ask.check();
        PersonRow person = account.person(body.path("id").asLong());
        person.fields().setAll(toV2(body.without("id")));
        person.modifiedAt = account.now();
        return V1Writes.done(account, person.id());
    }

    private Answer merge(RequestReader ask) {
        ObjectNode body =
                ask.body(Map.of("source", Kind.IDS, "target", Kind.ID, "token", Kind.TEXT), Set.of("source", "target"));
        account.dictionaries().require(ask, body, "target", account.people());
        List<Long> gone = new ArrayList<>();
        body.path("source").forEach(id -> gone.add(id.asLong()));
        if (!account.people().keySet().containsAll(gone)) {
            ask.problem("source", "does not exist");
        }
        ask.check();
        gone.forEach(account.people()::remove);
        return V1Writes.done(account, body.path("target").asLong());
    }

    /** Keeps the fields under the names of v2. */
    private static ObjectNode toV2(ObjectNode body) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        body.properties().forEach(field -> {
            if (field.getKey().equals("phone")) {
                ArrayNode phones = fields.putArray("phones");
                for (JsonNode phone : field.getValue()) {
                    phones.addObject().put("phone", phone.asText());
                }
            } else if (!field.getKey().equals("token")) {
                fields.set(field.getKey(), field.getValue());
            }
        });
        return fields;
    }
}
