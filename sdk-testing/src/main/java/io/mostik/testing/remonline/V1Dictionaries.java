package io.mostik.testing.remonline;

import static io.mostik.testing.remonline.Shape.named;
import static io.mostik.testing.remonline.Shape.titled;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.util.List;
import java.util.Map;

/** Dictionaries and settings of the older generations. */
record V1Dictionaries(Account account) {

    private static final long BOOK = 8;

    void register(Endpoints<RemOnlineRequest> endpoints) {
        Dictionaries known = account.dictionaries;
        endpoints
                .get("/settings/company", ask -> Answer.json(200, Map.of("timezone", "Europe/Kyiv", "success", true)))
                .get("/employees/", ask -> Sheet.all(ask, known.employees.all(), V1Dictionaries::employee))
                .get("/branches/resources/", this::resources)
                .get("/book/list/", ask -> Sheet.all(ask, List.of(titled(BOOK, "Colours"))))
                .get("/book-item/list/{id}", V1Dictionaries::bookItems)
                .get("/order/types/", ask -> Sheet.all(ask, known.orderTypes.entrySet(), Shape::named))
                .get("/order/custom-fields/", this::orderFields)
                .get("/clients/custom-fields/", V1Dictionaries::noFields)
                .get("/lead/types/", ask -> Sheet.all(ask, known.leadTypes.entrySet(), Shape::named))
                .get("/lead/custom-fields/", V1Dictionaries::noFields)
                .get("/statuses/leads", V1Dictionaries::leadStatuses)
                .get("/statuses/leads/", V1Dictionaries::leadStatuses)
                .get(
                        "/branches/",
                        ask -> Sheet.page(
                                ask,
                                known.allowedLocations(),
                                each -> named(each).put("address", "")))
                .get(
                        "/marketing/campaigns/",
                        ask -> Sheet.page(ask, List.copyOf(known.campaigns.entrySet()), V1Dictionaries::campaign));
    }

    private static ObjectNode employee(Dictionaries.Employee employee) {
        return Shape.object()
                .put("id", employee.id())
                .put("first_name", employee.firstName())
                .put("last_name", employee.lastName())
                .put("position", employee.position())
                .put("email", employee.email());
    }

    private static ObjectNode campaign(Map.Entry<Long, String> campaign) {
        ObjectNode json = named(campaign);
        json.putArray("branch_ids");
        return json;
    }

    private Answer resources(RemOnlineRequest ask) {
        boolean known = ask.query("branch_id")
                .filter(id -> account.dictionaries.locations.keySet().stream()
                        .anyMatch(location -> id.equals(Long.toString(location))))
                .isPresent();
        return Sheet.all(ask, known ? List.of(named(41, "Bench 1")) : List.of());
    }

    private static Answer bookItems(RemOnlineRequest ask) {
        if (ask.id() != BOOK) {
            throw Dialect.notFound();
        }
        return Sheet.all(ask, List.of(titled(1, "red")));
    }

    private Answer orderFields(RemOnlineRequest ask) {
        ask.query("ordertype_id");
        return Sheet.all(
                ask,
                account.dictionaries.customFields.all(),
                field -> named(field.id(), field.title()).put("type", field.type()));
    }

    private static Answer noFields(RemOnlineRequest ask) {
        ask.query("leadtype_id");
        ask.query("juridical");
        return Sheet.all(ask, List.of());
    }

    private static Answer leadStatuses(RemOnlineRequest ask) {
        return Sheet.all(ask, V1Leads.STATUSES.entrySet(), Shape::named);
    }
}
