package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.Map;
import java.util.Set;

/** Orders of the token API: they are listed, read, created, and moved to another status. */
final class V1Orders {

    private static final Set<String> REQUIRED = Set.of("branch_id", "order_type", "client_id");

    private final Account account;
    private final V1OrderShape shape;

    V1Orders(Account account) {
        this.account = account;
        this.shape = new V1OrderShape(account);
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/order/", this::list)
                .on("POST", "/order/", this::create)
                .on("POST", "/order/status/", this::changeStatus)
                .on("GET", "/order/{id}", this::get)
                .on("GET", "/order/{id}/public-url", this::publicUrl)
                .on("GET", "/statuses/orders/", this::statuses);
    }

    private Answer list(RequestReader ask) {
        Filter<OrderRow> filter = new Filter<OrderRow>(ask)
                .texts("id_labels", row -> row.number)
                .texts("brands", row -> row.text("brand"))
                .ids("engineers", row -> row.ref("assignee_id"))
                .range("done_at", row -> row.doneAt)
                .range("closed_at", row -> row.closedAt);
        return OrderFilter.visible(account, filter).byDirection(account.visibleOrders(), shape::order);
    }

    private Answer get(RequestReader ask) {
        return Sheet.one(shape.order(account.visible(ask.id("id"))));
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = ask.body(V1NewOrder.FIELDS, REQUIRED);
        ObjectNode fields = V1NewOrder.toV2(ask, body);
        V2Orders.requireReferences(account, ask, fields);
        ask.check();
        account.requireRights(fields.path("branch_id").asLong());
        return V1Writes.done(account, account.createOrder(fields).id());
    }

    private Answer changeStatus(RequestReader ask) {
        ObjectNode body = ask.body(
                Fields.of(Kind.ID, "order_id", "status_id").and(Kind.TEXT, "token"), Set.of("order_id", "status_id"));
        account.require(ask, body, "order_id", "status_id");
        ask.check();
        OrderRow order = account.visible(body.path("order_id").asLong());
        account.changeStatus(order, body.path("status_id").asLong(), "");
        return V1Writes.done(account, order.id());
    }

    private Answer publicUrl(RequestReader ask) {
        String url = V2Orders.publicUrl(account.visible(ask.id("id")));
        return Answer.json(200, Map.of("url", url, "success", true));
    }

    private Answer statuses(RequestReader ask) {
        ObjectNode answer = Sheet.data(account.dictionaries().statuses(), V1Orders::status);
        return Answer.json(200, answer.put("success", true));
    }

    private static JsonNode status(Dictionaries.Status status) {
        return Shape.named(status.id(), status.name());
    }
}
