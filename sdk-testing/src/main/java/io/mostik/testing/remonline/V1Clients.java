package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The clients of the token API: the people of v2 in their old shape. */
record V1Clients(Account account) {

    private static final Set<String> FLAGS = Set.of("true", "false", "1", "0");
    private static final Fields NEW = Fields.of(
                    Kind.TEXT, "first_name", "last_name", "email", "address", "notes", "discount_code")
            .and(Kind.TEXTS, "phone")
            .and(Kind.FLAG, "supplier", "juridical")
            .and(Kind.ID, "ad_campaign_id")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields");
    private static final Fields CHANGED = NEW.and(Kind.ID, "id").requiring("id");
    private static final Fields MERGE =
            Fields.of(Kind.IDS, "source").and(Kind.ID, "target").requiring("source", "target");

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/clients/", this::list)
                .post(
                        "/clients/",
                        ask -> account.done(
                                account.addPerson(toV2(ask.checked(NEW))).id()))
                .put("/clients/", this::update)
                .post("/clients/merge", this::merge)
                .get("/clients/{id}", ask -> Sheet.one(shape(account, account.people.get(ask.id()))));
    }

    private Answer list(RemOnlineRequest ask) {
        Optional<String> juridical = ask.choice("juridical", FLAGS);
        Optional<String> supplier = ask.choice("supplier", FLAGS);
        return new Filter<PersonRow>(ask)
                .ids("ids", person -> Optional.of(person.id()))
                .parts("names", PersonRow::name)
                .phones("phones", PersonRow::phones)
                .texts("emails", person -> person.text("email"))
                .texts("discount_codes", person -> person.text("discount_code"))
                .ids("marketing_sources", person -> person.ref("ad_campaign_id"))
                .range("created_at", person -> Optional.of(person.createdAt))
                .range("modified_at", person -> Optional.of(person.modifiedAt))
                .and(person -> juridical.map(flag -> !truth(flag)).orElse(true))
                .and(person ->
                        supplier.map(flag -> truth(flag) == isSupplier(person)).orElse(true))
                .newestFirst(account.people.all(), person -> shape(account, person));
    }

    private Answer update(RemOnlineRequest ask) {
        ObjectNode body = ask.body(CHANGED);
        ask.exists(body, "id", account.people::has);
        ask.check();
        PersonRow person = account.people.get(Shape.id(body));
        person.fields().setAll(toV2(body.without("id")));
        person.modifiedAt = account.now();
        return account.done(person.id());
    }

    private Answer merge(RemOnlineRequest ask) {
        ObjectNode body = ask.body(MERGE);
        ask.exists(body, "target", account.people::has);
        List<Long> gone = Shape.ids(body.path("source"));
        ask.require("source", gone.stream().allMatch(account.people::has), "does not exist");
        ask.check();
        gone.forEach(account.people::remove);
        return account.done(body.path("target").asLong());
    }

    /** Keeps the fields under the names of v2. */
    private static ObjectNode toV2(ObjectNode body) {
        ObjectNode fields = Shape.object();
        body.properties().forEach(field -> {
            if (field.getKey().equals("phone")) {
                ArrayNode phones = fields.putArray("phones");
                field.getValue().forEach(phone -> phones.addObject().put("phone", phone.asText()));
            } else {
                fields.set(field.getKey(), field.getValue());
            }
        });
        return fields;
    }

    static ObjectNode shape(Account account, PersonRow person) {
        ObjectNode json = Shape.named(person.id(), person.name());
        person.phones().forEach(json.putArray("phone")::add);
        for (String text : List.of("email", "notes", "address", "discount_code")) {
            json.put(text, person.text(text));
        }
        json.put("supplier", isSupplier(person))
                .put("juridical", false)
                .put("conflicted", false)
                .put("created_at", person.createdAt.toEpochMilli())
                .put("modified_at", person.modifiedAt.toEpochMilli())
                .put("discount_goods", 0)
                .put("discount_services", 0)
                .put("discount_materials", 0);
        json.set("custom_fields", Shape.objectOrEmpty(person.fields().path("custom_fields")));
        return json.set("ad_campaign", campaign(account, person));
    }

    /** Returns the campaign of a person or an order; an empty object if there is none. */
    static ObjectNode campaign(Account account, Row row) {
        return row.ref("ad_campaign_id")
                .map(id -> Shape.named(id, account.dictionaries.campaigns))
                .orElseGet(Shape::object);
    }

    private static boolean isSupplier(PersonRow person) {
        return person.fields().path("supplier").asBoolean();
    }

    private static boolean truth(String flag) {
        return flag.equals("true") || flag.equals("1");
    }
}
