package io.mostik.testing.remonline;

import static io.mostik.testing.remonline.Shape.moment;
import static io.mostik.testing.remonline.Shape.ref;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.internal.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Invoices of v2, in the spelling a live receiver expects. No API makes them. */
record V2Invoices(Account account) {

    private static final List<String> STATUSES = List.of("Draft", "Issued", "Paid", "Declined");

    void register(Endpoints<RemOnlineRequest> endpoints) {
        Table<Long, ObjectNode> rows = account.shelf(Shelf.INVOICES);
        endpoints
                .get("/v2/invoices/statuses", ask -> Sheet.bare(statuses(), row -> row))
                .get("/v2/invoices", ask -> list(ask, rows.all()))
                .get("/v2/invoices/{id}", ask -> Sheet.ok(rows.get(ask.id())))
                .get(
                        "/v2/invoices/{id}/items",
                        ask -> Sheet.ok(rows.get(ask.id()).path("products")));
    }

    static List<ObjectNode> statuses() {
        return IntStream.range(0, STATUSES.size()).mapToObj(V2Invoices::status).toList();
    }

    /** Returns a status; the account's own ids are those of the older generations here. */
    static ObjectNode status(int id) {
        ObjectNode json = Shape.named(id, STATUSES.get(id)).put("color", "#33aa66");
        json.putObject("group").put("type", id).put("name", STATUSES.get(id));
        return json;
    }

    private static Answer list(RemOnlineRequest ask, List<ObjectNode> rows) {
        List.of("legal_entity_id", "payment_method").forEach(ask::query);
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> ref(row, "id"))
                .texts("numbers", row -> row.path("number").asText())
                .ids("statuses", row -> ref(row.path("status"), "id"))
                .ids("client_ids", row -> ref(row.path("client"), "id"))
                .ids("payer_ids", row -> ref(row.path("payer"), "id"))
                .ids("managers", row -> ref(row, "manager_id"))
                .range("created_at", row -> moment(row, "created_at"))
                .range("modified_at", row -> moment(row, "modified_at"))
                .range("issue_date", row -> moment(row, "issue_date"))
                .range("due_date", row -> moment(row, "due_date"))
                .byChange(rows, row -> moment(row, "modified_at"), row -> row);
    }
}
