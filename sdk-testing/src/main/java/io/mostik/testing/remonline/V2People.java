package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** People of v2. */
record V2People(Account account) {

    static final Fields FIELDS = Fields.of(Kind.TEXT, "first_name", "last_name", "email", "notes", "address")
            .and(Kind.TEXT, "discount_code", "tax_identification_number")
            .and(Kind.OBJECT, "birthday")
            .and(Kind.PHONES, "phones")
            .and(Kind.FLAG, "supplier")
            .and(Kind.ID, "manager_id", "ad_campaign_id")
            .and(Kind.CUSTOM_FIELDS, "custom_fields")
            .and(Kind.TEXTS, "tags");
    private static final Fields CHANGED = FIELDS.referring("ad_campaign_id");
    private static final Fields NEW = CHANGED.requiring("first_name");
    private static final Map<String, Comparator<PersonRow>> SORTS = Map.of(
            "id", Comparator.comparingLong(PersonRow::id),
            "modified_at",
                    Comparator.comparing((PersonRow person) -> person.modifiedAt)
                            .thenComparingLong(PersonRow::id),
            "name", Comparator.comparing(PersonRow::name).thenComparingLong(PersonRow::id));
    private static final Comparator<PersonRow> NEWEST_FIRST =
            Comparator.comparingLong(PersonRow::id).reversed();

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/v2/contacts/people", this::list)
                .post("/v2/contacts/people", ask -> account.written(shape(account.addPerson(ask.checked(NEW)))))
                .get("/v2/contacts/people/{id}", ask -> Sheet.ok(shape(account.people.get(ask.id()))))
                .patch("/v2/contacts/people/{id}", this::update);
    }

    private Answer list(RemOnlineRequest ask) {
        Comparator<PersonRow> order = Filter.order(ask, SORTS, NEWEST_FIRST);
        return new Filter<PersonRow>(ask)
                .parts("names", PersonRow::name)
                .phones("phones", PersonRow::phones)
                .ids("managers", person -> person.ref("manager_id"))
                .range("created_at", person -> Optional.of(person.createdAt))
                .range("modified_at", person -> Optional.of(person.modifiedAt))
                .sorted(account.people.all(), order, this::shape);
    }

    private Answer update(RemOnlineRequest ask) {
        PersonRow person = account.people.get(ask.id());
        person.fields().setAll(ask.checked(CHANGED));
        person.modifiedAt = account.now();
        return account.written(shape(person));
    }

    ObjectNode shape(PersonRow person) {
        ObjectNode json = person.fields().deepCopy();
        JsonNode campaign = json.remove("ad_campaign_id");
        json.put("id", person.id())
                .put("created_at", Shape.iso(person.createdAt))
                .put("modified_at", Shape.iso(person.modifiedAt))
                .putNull("ad_campaign");
        if (campaign != null && campaign.isNumber()) {
            json.set("ad_campaign", Shape.named(campaign.asLong(), account.dictionaries.campaigns));
        }
        return json;
    }
}
