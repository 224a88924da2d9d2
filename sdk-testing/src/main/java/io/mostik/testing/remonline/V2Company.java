package io.mostik.testing.remonline;

import static io.mostik.testing.remonline.Shape.named;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The company, its dictionaries and people in v2, and its inquiries: the leads of before, to be read only. */
record V2Company(Account account) {

    private static final String FOUNDED = "2024-01-15T08:00:00Z";
    private static final long LEGAL_ENTITY = 1;

    void register(Endpoints<RemOnlineRequest> endpoints) {
        Dictionaries known = account.dictionaries;
        endpoints
                .get("/v2/orders/statuses", ask -> Sheet.bare(known.statuses.all(), V2Company::status))
                .get("/v2/orders/types", ask -> Sheet.bare(known.orderTypes.entrySet(), Shape::named))
                .get("/v2/orders/custom-fields", this::customFields)
                .get("/v2/company", V2Company::company)
                .get("/v2/company/locations", this::locations)
                .get("/v2/company/employees", this::employees)
                .get("/v2/company/taxes", ask -> Sheet.data(List.of(tax()), row -> row))
                .get("/v2/company/legal-entities", ask -> Sheet.data(List.of(legalEntity()), row -> row))
                .get("/v2/company/legal-entities/{id}", V2Company::legalEntity)
                .get("/v2/company/directories", ask -> Sheet.data(List.of(named(8, "Colours")), row -> row))
                .get("/v2/contacts/people/custom-fields", ask -> Sheet.bare(List.<ObjectNode>of(), row -> row))
                .get("/v2/inquiries", this::inquiries)
                .get("/v2/inquiries/{id}", ask -> Sheet.ok(inquiry(account.leads.get(ask.id()))));
    }

    static JsonNode status(Dictionaries.Status status) {
        ObjectNode json = named(status.id(), status.name()).put("color", status.color());
        json.putObject("group").put("type", status.group()).put("name", status.groupName());
        return json;
    }

    private Answer customFields(RemOnlineRequest ask) {
        return Sheet.bare(
                account.dictionaries.customFields.all(),
                field -> Shape.titled(field.id(), field.title()).put("type", field.type()));
    }

    private static Answer company(RemOnlineRequest ask) {
        String company = """
                {"name":"Demo repairs","email":"shop@example.test","address":"1 Workshop Lane","country":"UA",
                 "currency":"UAH","currency_symbol":"₴","timezone":"Europe/Kyiv","logo":null,"created_at":%s}""";
        return Sheet.ok(Shape.sample(company, FOUNDED));
    }

    /** Shows the locations the key may see; all of them belong to one legal entity and none is archived. */
    private Answer locations(RemOnlineRequest ask) {
        boolean archived = ask.choice("is_archived", Set.of("true", "false")).equals(Optional.of("true"));
        boolean foreign =
                ask.query("legal_entity_id").filter(id -> !id.equals("1")).isPresent();
        ask.query("sort");
        ask.check();
        return Sheet.data(
                archived || foreign ? List.of() : account.dictionaries.allowedLocations(), V2Company::location);
    }

    private static JsonNode location(Map.Entry<Long, String> location) {
        return named(location)
                .put("address", "")
                .put("timezone", "Europe/Kyiv")
                .put("legal_entity_id", 1)
                .put("is_archived", false)
                .put("created_at", FOUNDED);
    }

    private Answer employees(RemOnlineRequest ask) {
        ask.query("sort");
        return Sheet.data(account.dictionaries.employees.all(), V2Company::employee);
    }

    private static JsonNode employee(Dictionaries.Employee employee) {
        return Shape.object()
                .put("id", employee.id())
                .put("created_at", FOUNDED)
                .put("first_name", employee.firstName())
                .put("last_name", employee.lastName())
                .put("phone", "")
                .put("email", employee.email())
                .put("position", employee.position())
                .putNull("hire_date")
                .put("notes", "")
                .put("is_active", true)
                .put("login", employee.email())
                .putNull("avatar");
    }

    private ObjectNode tax() {
        ObjectNode tax =
                named(51, "VAT").put("rate", "20.00").put("type", "included").put("is_enabled", true);
        account.dictionaries.locations.keySet().forEach(tax.putArray("branch_ids")::add);
        return tax;
    }

    private static Answer legalEntity(RemOnlineRequest ask) {
        if (ask.id() != LEGAL_ENTITY) {
            throw Dialect.notFound();
        }
        return Sheet.ok(legalEntity());
    }

    private static ObjectNode legalEntity() {
        return named(LEGAL_ENTITY, "Demo repairs Ltd");
    }

    private Answer inquiries(RemOnlineRequest ask) {
        return new Filter<ObjectNode>(ask).newestFirst(account.leads.all(), V2Company::inquiry);
    }

    private static JsonNode inquiry(ObjectNode lead) {
        ObjectNode json = Shape.object()
                .put("id", Shape.id(lead))
                .put("number", lead.path("id_label").asText());
        for (String moment : List.of("created_at", "modified_at")) {
            json.put(moment, Shape.iso(Instant.ofEpochMilli(lead.path(moment).asLong())));
        }
        lead.properties().forEach(field -> json.putIfAbsent(field.getKey(), field.getValue()));
        return json.without("id_label");
    }
}
