package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.Optional;
import java.util.Set;

/** The clients of the token API: the people of v2 in their old shape. */
final class V1Clients {

    private static final Set<String> FLAGS = Set.of("true", "false", "1", "0");

    private final Account account;

    V1Clients(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints.on("GET", "/clients/", this::list);
    }

    private Answer list(RequestReader ask) {
        Optional<String> juridical = ask.choice("juridical", FLAGS);
        Optional<String> supplier = ask.choice("supplier", FLAGS);
        return new Filter<PersonRow>(ask)
                .ids("ids", person -> Optional.of(person.id()))
                .parts("names", PersonRow::name)
                .phones("phones", PersonRow::phones)
                .texts("emails", person -> person.text("email"))
                .texts("discount_codes", person -> person.text("discount_code"))
                .ids("marketing_sources", V1Clients::campaign)
                .range("created_at", person -> Optional.of(person.createdAt()))
                .range("modified_at", person -> Optional.of(person.modifiedAt))
                .and(person -> juridical.map(flag -> !truth(flag)).orElse(true))
                .and(person -> supplier.map(flag ->
                                truth(flag) == person.fields().path("supplier").asBoolean())
                        .orElse(true))
                .newestFirst(account.people().values(), person -> shape(account, person));
    }

    static ObjectNode shape(Account account, PersonRow person) {
        ObjectNode json = Shape.named(person.id(), person.name());
        ArrayNode phones = json.putArray("phone");
        person.phones().forEach(phones::add);
        for (String text : new String[] {"email", "notes", "address", "discount_code"}) {
            json.put(text, person.text(text));
        }
        json.put("supplier", person.fields().path("supplier").asBoolean())
                .put("juridical", false)
                .put("conflicted", false)
                .put("created_at", person.createdAt().toEpochMilli())
                .put("modified_at", person.modifiedAt.toEpochMilli())
                .put("discount_goods", 0)
                .put("discount_services", 0)
                .put("discount_materials", 0);
        json.set("custom_fields", Shape.objectOrEmpty(person.fields().path("custom_fields")));
        return json.set(
                "ad_campaign",
                campaign(person)
                        .map(id -> Shape.named(id, account.dictionaries().campaigns()))
                        .orElseGet(Shape::object));
    }

    private static Optional<Long> campaign(PersonRow person) {
        return person.fields().hasNonNull("ad_campaign_id")
                ? Optional.of(person.fields().path("ad_campaign_id").asLong())
                : Optional.empty();
    }

    private static boolean truth(String flag) {
        return flag.equals("true") || flag.equals("1");
    }
}
