package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cashboxes, invoices and sales of the older generations, over the same money as v2. */
final class V1Money {

    private static final Fields PAYMENT = Fields.of(Kind.TEXT, "token", "description")
            .and(Kind.DECIMAL, "payment")
            .and(Kind.ID, "direction", "cashflowitem_id", "client_id", "employee_id")
            .and(Kind.DATE_TIME, "created_at");

    private final Account account;

    V1Money(Account account) {
        this.account = account;
    }

    void register(Endpoints endpoints) {
        endpoints
                .on(
                        "GET",
                        "/cashbox/",
                        ask -> Sheet.all(
                                ask,
                                Arrays.stream(Cashbox.values()).map(Cashbox::v1).toList()))
                .on("GET", "/cashbox/report/{id}", this::report)
                .on("POST", "/cashbox/{id}/payment", this::pay)
                .on("GET", "/cashflowitems", ask -> Sheet.all(ask, List.of(Shape.titled(3, "Repairs"))))
                .on("GET", "/invoice/", this::invoices)
                .on("GET", "/statuses/invoices", this::invoiceStatuses)
                .on("GET", "/retail/sales/", this::sales);
    }

    private Answer report(RequestReader ask) {
        long cashbox = Cashbox.find(ask.id("id")).id;
        return new Filter<ObjectNode>(ask)
                .range("created_at", row -> Rows.moment(row, "created_at"))
                .and(row -> row.path("account_id").asLong() == cashbox)
                .byDirection(
                        account.shelf(Shelf.CASH_MOVES).values(),
                        row -> Shape.object()
                                .put("created_at", Rows.millis(row, "created_at"))
                                .put("value", row.path("value").decimalValue())
                                .put("description", row.path("description").asText("")));
    }

    private Answer pay(RequestReader ask) {
        long cashbox = Cashbox.find(ask.id("id")).id;
        ObjectNode body = ask.body(PAYMENT, Set.of("payment", "direction"));
        int direction = body.path("direction").asInt();
        if (direction != 0 && direction != 1) {
            ask.problem("direction", "must be 0 or 1");
        }
        account.require(ask, body, "client_id");
        ask.check();
        BigDecimal payment = new BigDecimal(body.path("payment").asText());
        Instant at = body.hasNonNull("created_at")
                ? OffsetDateTime.parse(body.path("created_at").asText()).toInstant()
                : account.now();
        long id = account.nextLine();
        account.shelf(Shelf.CASH_MOVES)
                .put(
                        id,
                        Shape.object()
                                .put("id", id)
                                .put("account_id", cashbox)
                                .put("value", direction == 0 ? payment : payment.negate())
                                .put("description", body.path("description").asText(""))
                                .put("created_at", Shape.iso(at)));
        return V1Writes.done(account, id);
    }

    private Answer invoices(RequestReader ask) {
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> Rows.ref(row, "id"))
                .texts("id_labels", row -> row.path("number").asText())
                .ids("statuses", row -> Rows.ref(row.path("status"), "id"))
                .ids("client_ids", row -> Rows.ref(row.path("client"), "id"))
                .parts("client_names", row -> row.path("client").path("name").asText(""))
                .ids("payer_ids", row -> Rows.ref(row.path("payer"), "id"))
                .parts("payer_names", row -> row.path("payer").path("name").asText(""))
                .ids("manager_ids", row -> Rows.ref(row, "manager_id"))
                .range("created_at", row -> Rows.moment(row, "created_at"))
                .range("issue_date", row -> Rows.moment(row, "issue_date"))
                .range("due_date", row -> Rows.moment(row, "due_date"))
                .newestFirst(account.shelf(Shelf.INVOICES).values(), V1Money::invoice);
    }

    /** Spells an invoice as the published sample does. */
    private static JsonNode invoice(ObjectNode row) {
        ObjectNode json = Shape.object()
                .put("id", Rows.id(row))
                .put("idLabel", row.path("number").asText())
                .put("status", row.path("status").path("id").asInt())
                .put("createdAt", Rows.millis(row, "created_at"));
        json.set("statusFull", row.path("status"));
        Rows.moment(row, "due_date").ifPresent(due -> json.put("dueDate", due.toEpochMilli()));
        json.set("client", row.path("client"));
        json.set("payer", row.path("payer"));
        return json.set("products", row.path("products"));
    }

    private Answer invoiceStatuses(RequestReader ask) {
        List<ObjectNode> rows = new ArrayList<>();
        for (int i = 0; i < V2Invoices.STATUSES.size(); i++) {
            rows.add(V2Invoices.status(i));
        }
        return Sheet.all(ask, rows);
    }

    private Answer sales(RequestReader ask) {
        Optional<String> warehouse = ask.one("warehouse_id");
        return new Filter<ObjectNode>(ask)
                .range("created_at", row -> Rows.moment(row, "created_at"))
                .and(row ->
                        warehouse.map(row.path("warehouse_id").asText()::equals).orElse(true))
                .newestFirst(account.shelf(Shelf.SALES).values(), V1Money::sale);
    }

    private static JsonNode sale(ObjectNode row) {
        ObjectNode json = Shape.object()
                .put("id", Rows.id(row))
                .put("id_label", row.path("number").asText())
                .put("created_at", Rows.millis(row, "created_at"))
                .put("created_by_id", Dictionaries.OWNER)
                .put("warehouse_id", row.path("warehouse_id").asLong())
                .put("description", row.path("comment").asText(""));
        Rows.ref(row.path("client"), "id").ifPresent(client -> json.put("client_id", client));
        ArrayNode products = json.putArray("products");
        for (JsonNode item : row.path("items")) {
            JsonNode entity = item.path("entity");
            ObjectNode line = Shape.object()
                    .put("title", entity.path("title").asText())
                    .put("code", entity.path("code").asText())
                    .put("article", entity.path("sku").asText())
                    .put("type", 0)
                    .put("service", !entity.path("type").asText().equals("product"))
                    .put("amount", new BigDecimal(item.path("quantity").asText()))
                    .put("price", new BigDecimal(item.path("price").asText()))
                    .put("cost", new BigDecimal(item.path("cost").asText()))
                    .put("discount_value", 0);
            line.set("uom", Goods.unit());
            products.add(line);
        }
        return json;
    }
}
