package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Invoices of v2, in the spelling a live receiver expects. No API makes them. */
final class V2Invoices {

    static final List<String> STATUSES = List.of("Draft", "Issued", "Paid", "Declined");

    private final Map<Long, ObjectNode> rows;

    V2Invoices(Account account) {
        this.rows = account.shelf(Shelf.INVOICES);
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/invoices/statuses", this::statuses)
                .on("GET", "/v2/invoices", this::list)
                .on("GET", "/v2/invoices/{id}", ask -> Answer.json(200, Rows.find(rows, ask.id("id"))))
                .on("GET", "/v2/invoices/{id}/items", this::items);
    }

    private Answer statuses(RequestReader ask) {
        return Sheet.bare(IntStream.range(0, STATUSES.size()).boxed().toList(), V2Invoices::status);
    }

    /** Returns a status; the account's own ids are those of the older generations here. */
    static ObjectNode status(int id) {
        ObjectNode json = Shape.named(id, STATUSES.get(id)).put("color", "#33aa66");
        json.putObject("group").put("type", id).put("name", STATUSES.get(id));
        return json;
    }

    private Answer list(RequestReader ask) {
        ask.one("sort");
        ask.one("legal_entity_id");
        ask.one("payment_method");
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> Rows.ref(row, "id"))
                .texts("numbers", row -> row.path("number").asText())
                .ids("statuses", row -> Rows.ref(row.path("status"), "id"))
                .ids("client_ids", row -> Rows.ref(row.path("client"), "id"))
                .ids("payer_ids", row -> Rows.ref(row.path("payer"), "id"))
                .ids("managers", row -> Rows.ref(row, "manager_id"))
                .range("created_at", row -> Rows.moment(row, "created_at"))
                .range("modified_at", row -> Rows.moment(row, "modified_at"))
                .range("issue_date", row -> Rows.moment(row, "issue_date"))
                .range("due_date", row -> Rows.moment(row, "due_date"))
                .newestFirst(rows.values(), row -> row);
    }

    private Answer items(RequestReader ask) {
        List<JsonNode> items = new ArrayList<>();
        Rows.find(rows, ask.id("id")).path("products").forEach(items::add);
        return Sheet.bare(items, item -> item);
    }
}
