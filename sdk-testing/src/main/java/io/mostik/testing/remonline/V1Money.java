package io.mostik.testing.remonline;

import static io.mostik.testing.remonline.Shape.id;
import static io.mostik.testing.remonline.Shape.millis;
import static io.mostik.testing.remonline.Shape.moment;
import static io.mostik.testing.remonline.Shape.ref;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** Cashboxes, invoices and sales of the older generations, over the same money as v2. */
record V1Money(Account account) {

    private static final Fields PAYMENT = Fields.of(Kind.TEXT, "description")
            .and(Kind.DECIMAL, "payment")
            .and(Kind.ID, "direction", "cashflowitem_id", "client_id", "employee_id")
            .and(Kind.DATE_TIME, "created_at")
            .requiring("payment", "direction");

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/cashbox/", ask -> Sheet.all(ask, List.of(Cashbox.values()), Cashbox::v1))
                .get("/cashbox/report/{id}", this::report)
                .post("/cashbox/{id}/payment", this::pay)
                .get("/cashflowitems", ask -> Sheet.all(ask, List.of(Shape.titled(3, "Repairs"))))
                .get("/invoice/", this::invoices)
                .get("/statuses/invoices", ask -> Sheet.all(ask, V2Invoices.statuses()))
                .get("/retail/sales/", this::sales);
    }

    private Answer report(RemOnlineRequest ask) {
        long cashbox = Cashbox.find(ask.id()).id;
        return new Filter<ObjectNode>(ask)
                .range("created_at", row -> moment(row, "created_at"))
                .and(row -> row.path("account_id").asLong() == cashbox)
                .byDirection(
                        account.shelf(Shelf.CASH_MOVES).all(),
                        row -> Shape.object()
                                .put("created_at", millis(row, "created_at"))
                                .put("value", row.path("value").decimalValue())
                                .put("description", row.path("description").asText("")));
    }

    private Answer pay(RemOnlineRequest ask) {
        Cashbox cashbox = Cashbox.find(ask.id());
        ObjectNode body = ask.body(PAYMENT);
        int direction = body.path("direction").asInt();
        ask.require("direction", direction == 0 || direction == 1, "must be 0 or 1");
        ask.refer(body, List.of("client_id"));
        ask.check();
        BigDecimal payment = new BigDecimal(body.path("payment").asText());
        Instant at = body.hasNonNull("created_at")
                ? OffsetDateTime.parse(body.path("created_at").asText()).toInstant()
                : account.now();
        return account.done(cashbox.book(account, direction == 0 ? payment : payment.negate(), body, Shape.iso(at)));
    }

    private Answer invoices(RemOnlineRequest ask) {
        return new Filter<ObjectNode>(ask)
                .ids("ids", row -> ref(row, "id"))
                .texts("id_labels", row -> row.path("number").asText())
                .ids("statuses", row -> ref(row.path("status"), "id"))
                .ids("client_ids", row -> ref(row.path("client"), "id"))
                .parts("client_names", row -> row.path("client").path("name").asText(""))
                .ids("payer_ids", row -> ref(row.path("payer"), "id"))
                .parts("payer_names", row -> row.path("payer").path("name").asText(""))
                .ids("manager_ids", row -> ref(row, "manager_id"))
                .range("created_at", row -> moment(row, "created_at"))
                .range("issue_date", row -> moment(row, "issue_date"))
                .range("due_date", row -> moment(row, "due_date"))
                .newestFirst(account.shelf(Shelf.INVOICES).all(), V1Money::invoice);
    }

    /** Spells an invoice as the published sample does. */
    private static JsonNode invoice(ObjectNode row) {
        ObjectNode json = Shape.object()
                .put("id", id(row))
                .put("idLabel", row.path("number").asText())
                .put("status", row.path("status").path("id").asInt())
                .put("createdAt", millis(row, "created_at"));
        json.set("statusFull", row.path("status"));
        moment(row, "due_date").ifPresent(due -> json.put("dueDate", due.toEpochMilli()));
        json.set("client", row.path("client"));
        json.set("payer", row.path("payer"));
        return json.set("products", row.path("products"));
    }

    private Answer sales(RemOnlineRequest ask) {
        return new Filter<ObjectNode>(ask)
                .range("created_at", row -> moment(row, "created_at"))
                .equal("warehouse_id", row -> row.path("warehouse_id").asText())
                .newestFirst(account.shelf(Shelf.SALES).all(), V1Money::sale);
    }

    private static JsonNode sale(ObjectNode row) {
        ObjectNode json = Shape.object()
                .put("id", id(row))
                .put("id_label", row.path("number").asText())
                .put("created_at", millis(row, "created_at"))
                .put("created_by_id", Dictionaries.OWNER)
                .put("warehouse_id", row.path("warehouse_id").asLong())
                .put("description", row.path("comment").asText(""));
        ref(row.path("client"), "id").ifPresent(client -> json.put("client_id", client));
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
