package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Dictionaries and settings of the older generations. */
final class V1Dictionaries {

    private final Account account;

    V1Dictionaries(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on(
                        "GET",
                        "/settings/company",
                        ask -> Answer.json(200, Map.of("timezone", "Europe/Kyiv", "success", true)))
                .on("GET", "/employees/", this::employees)
                .on("GET", "/branches/resources/", this::resources)
                .on("GET", "/book/list/", ask -> Sheet.all(ask, List.of(Shape.titled(8, "Colours"))))
                .on("GET", "/book-item/list/{id}", this::bookItems)
                .on(
                        "GET",
                        "/order/types/",
                        ask -> named(ask, account.dictionaries().orderTypes()))
                .on("GET", "/order/custom-fields/", this::orderFields)
                .on("GET", "/clients/custom-fields/", this::noFields)
                .on(
                        "GET",
                        "/lead/types/",
                        ask -> named(ask, account.dictionaries().leadTypes()))
                .on("GET", "/lead/custom-fields/", this::noFields)
                .on("GET", "/statuses/leads", this::leadStatuses)
                .on("GET", "/statuses/leads/", this::leadStatuses);
    }

    static Answer named(RequestReader ask, Map<Long, String> names) {
        List<ObjectNode> rows = new ArrayList<>();
        names.forEach((id, name) -> rows.add(Shape.named(id, name)));
        return Sheet.all(ask, rows);
    }

    private Answer employees(RequestReader ask) {
        return Sheet.all(
                ask,
                account.dictionaries().employees().stream()
                        .map(employee -> Shape.object()
                                .put("id", employee.id())
                                .put("first_name", employee.firstName())
                                .put("last_name", employee.lastName())
                                .put("position", employee.position())
                                .put("email", employee.email()))
                        .toList());
    }

    private Answer resources(RequestReader ask) {
        boolean known = ask.one("branch_id")
                .filter(id -> account.dictionaries().locations().keySet().stream()
                        .anyMatch(location -> id.equals(Long.toString(location))))
                .isPresent();
        return Sheet.all(ask, known ? List.of(Shape.named(41, "Bench 1")) : List.of());
    }

    private Answer bookItems(RequestReader ask) {
        if (ask.id("id") != 8) {
            throw Refusals.notFound();
        }
        return Sheet.all(ask, List.of(Shape.titled(1, "red")));
    }

    private Answer orderFields(RequestReader ask) {
        ask.one("ordertype_id");
        return Sheet.all(
                ask,
                account.dictionaries().customFields().stream()
                        .map(field -> Shape.named(field.id(), field.title()).put("type", field.type()))
                        .toList());
    }

    private Answer noFields(RequestReader ask) {
        ask.one("leadtype_id");
        ask.one("juridical");
        return Sheet.all(ask, List.of());
    }

    private Answer leadStatuses(RequestReader ask) {
        return named(ask, V1LeadWrites.STATUSES);
    }

    static JsonNode leadStatus(long id) {
        return Shape.named(id, V1LeadWrites.STATUSES);
    }
}
