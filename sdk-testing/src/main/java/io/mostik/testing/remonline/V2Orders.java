package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Orders of v2. Without {@code sort} the newest come first, which the document leaves open. */
record V2Orders(Account account, V2OrderShape shape) {

    static final Fields FIELDS = Fields.of(
                    Kind.ID, "branch_id", "order_type_id", "client_id", "payer_id", "manager_id", "assignee_id")
            .and(Kind.ID, "asset_id", "ad_campaign_id", "resource_id")
            .and(Kind.SECONDS, "scheduled_for", "scheduled_to", "due_date")
            .and(Kind.TEXT, "malfunction", "manager_notes", "engineer_notes", "resume", "estimated_price")
            .and(Kind.FLAG, "urgent")
            .and(Kind.CUSTOM_FIELDS, "custom_fields")
            .referring(
                    "branch_id",
                    "order_type_id",
                    "client_id",
                    "payer_id",
                    "manager_id",
                    "assignee_id",
                    "ad_campaign_id");
    static final Fields NEW = FIELDS.requiring("branch_id", "order_type_id", "client_id");
    static final Fields STATUS = Fields.of(Kind.ID, "status_id")
            .and(Kind.TEXT, "comment")
            .requiring("status_id")
            .referring("status_id");
    static final Fields COMMENT =
            Fields.of(Kind.TEXT, "comment").and(Kind.FLAG, "is_private").requiring("comment");
    private static final Map<String, Comparator<OrderRow>> SORTS = Map.of(
            "id", Comparator.comparingLong(OrderRow::id),
            "modified_at",
                    Comparator.comparing((OrderRow order) -> order.modifiedAt).thenComparingLong(OrderRow::id),
            "scheduled_for", byMoment("scheduled_for"),
            "due_date", byMoment("due_date"));
    private static final Comparator<OrderRow> NEWEST_FIRST =
            Comparator.comparingLong(OrderRow::id).reversed();

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/v2/orders", this::list)
                .post("/v2/orders", this::create)
                .get("/v2/orders/{id}/public-url", this::publicUrl)
                .post("/v2/orders/{id}/status", this::changeStatus)
                .post("/v2/orders/{id}/comments", this::comment)
                .get("/v2/orders/{id}", ask -> Sheet.ok(shape.order(account.visible(ask.id()))))
                .patch("/v2/orders/{id}", this::update);
    }

    private Answer list(RemOnlineRequest ask) {
        Comparator<OrderRow> order = Filter.order(ask, SORTS, NEWEST_FIRST);
        Filter<OrderRow> filter = new Filter<OrderRow>(ask)
                .texts("numbers", row -> row.number)
                .range("scheduled_for", row -> row.moment("scheduled_for"))
                .range("due_date", row -> row.moment("due_date"));
        return OrderFilter.of(account, filter)
                .phones("asset_uid", V2Orders::assets)
                .sorted(account.visibleOrders(), order, shape::order);
    }

    /** No order has an asset here. */
    static List<String> assets(OrderRow unused) {
        return List.of();
    }

    private Answer create(RemOnlineRequest ask) {
        ObjectNode body = ask.checked(NEW);
        account.requireRights(body.path("branch_id").asLong());
        return account.written(shape.order(account.createOrder(body)));
    }

    private Answer update(RemOnlineRequest ask) {
        OrderRow order = account.visible(ask.id());
        ObjectNode body = ask.body(FIELDS);
        ask.refuseCleared(body, NEW.required());
        ask.check();
        Shape.ref(body, "branch_id").ifPresent(account::requireRights);
        order.fields().setAll(body);
        order.modifiedAt = account.now();
        return account.written(shape.order(order));
    }

    private Answer changeStatus(RemOnlineRequest ask) {
        OrderRow order = account.visible(ask.id());
        ObjectNode body = ask.checked(STATUS);
        account.changeStatus(
                order, body.path("status_id").asLong(), body.path("comment").asText(""));
        return account.written(shape.order(order));
    }

    private Answer comment(RemOnlineRequest ask) {
        OrderRow order = account.visible(ask.id());
        ObjectNode body = ask.checked(COMMENT);
        order.comments.add(new OrderComment(
                body.path("comment").asText(), body.path("is_private").asBoolean()));
        return account.written(body.put("id", account.nextLine()));
    }

    private Answer publicUrl(RemOnlineRequest ask) {
        return Sheet.ok(JsonNodeFactory.instance.textNode(publicUrl(account.visible(ask.id()))));
    }

    static String publicUrl(OrderRow order) {
        return "https://orders.example.test/" + order.id();
    }

    /** Rows without the moment come first. */
    private static Comparator<OrderRow> byMoment(String field) {
        return Comparator.comparing((OrderRow order) -> order.moment(field).orElse(Instant.MIN))
                .thenComparingLong(OrderRow::id);
    }
}
