package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the token API reads, makes and merges single clients. */
final class V1ClientWrites {

    private static final Fields FIELDS = Fields.of(
                    Kind.TEXT, "token", "first_name", "last_name", "email", "address", "notes", "discount_code")
            .and(Kind.TEXTS, "phone")
            .and(Kind.FLAG, "supplier", "juridical")
            .and(Kind.ID, "ad_campaign_id")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields");

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
        return Sheet.one(V1Clients.shape(account, person));
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = ask.body(FIELDS, Set.of());
        ask.check();
        return V1Writes.done(account, account.addPerson(toV2(body)).id());
    }

    private Answer update(RequestReader ask) {
        ObjectNode body = ask.body(FIELDS.and(Kind.ID, "id"), Set.of("id"));
        account.dictionaries().require(ask, body, "id", account.people());
        ask.check();
        PersonRow person = account.person(body.path("id").asLong());
        person.fields().setAll(toV2(body.without("id")));
        person.modifiedAt = account.now();
        return V1Writes.done(account, person.id());
    }

    private Answer merge(RequestReader ask) {
        ObjectNode body = ask.body(
                Fields.of(Kind.IDS, "source").and(Kind.ID, "target").and(Kind.TEXT, "token"),
                Set.of("source", "target"));
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
        ObjectNode fields = Shape.object();
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
