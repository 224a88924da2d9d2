package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/** Orders of v2. Without {@code sort} the newest come first, which the document leaves open. */
final class V2Orders {

    static final Fields FIELDS = Fields.of(
                    Kind.ID,
                    "branch_id",
                    "order_type_id",
                    "client_id",
                    "payer_id",
                    "manager_id",
                    "assignee_id",
                    "asset_id",
                    "ad_campaign_id",
                    "resource_id")
            .and(Kind.SECONDS, "scheduled_for", "scheduled_to", "due_date")
            .and(Kind.TEXT, "malfunction", "manager_notes", "engineer_notes", "resume", "estimated_price")
            .and(Kind.FLAG, "urgent")
            .and(Kind.CUSTOM_FIELDS, "custom_fields");
    static final Set<String> REQUIRED = Set.of("branch_id", "order_type_id", "client_id");
    private static final Map<String, Comparator<OrderRow>> SORTS = Map.of(
            "id", Comparator.comparingLong(OrderRow::id),
            "modified_at",
                    Comparator.comparing((OrderRow order) -> order.modifiedAt).thenComparingLong(OrderRow::id),
            "scheduled_for", byMoment("scheduled_for"),
            "due_date", byMoment("due_date"));

    private static final Comparator<OrderRow> NEWEST_FIRST =
            Comparator.comparingLong(OrderRow::id).reversed();

    private final Account account;
    private final V2OrderShape shape;

    V2Orders(Account account) {
        this.account = account;
        this.shape = new V2OrderShape(account);
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/orders", this::list)
                .on("POST", "/v2/orders", this::create)
                .on("GET", "/v2/orders/{id}/public-url", this::publicUrl)
                .on("POST", "/v2/orders/{id}/status", this::changeStatus)
                .on("POST", "/v2/orders/{id}/comments", this::comment)
                .on("GET", "/v2/orders/{id}", this::get)
                .on("PATCH", "/v2/orders/{id}", this::update);
    }

    private Answer list(RequestReader ask) {
        Comparator<OrderRow> order = Sorting.of(ask, SORTS, NEWEST_FIRST);
        Filter<OrderRow> filter = new Filter<OrderRow>(ask)
                .texts("numbers", row -> row.number)
                .range("scheduled_for", row -> row.moment("scheduled_for"))
                .range("due_date", row -> row.moment("due_date"));
        return OrderFilter.visible(account, filter).sorted(account.visibleOrders(), order, shape::order);
    }

    private Answer get(RequestReader ask) {
        return Answer.json(200, shape.order(account.visible(ask.id("id"))));
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = body(ask, REQUIRED);
        account.requireRights(body.path("branch_id").asLong());
        return written(account.createOrder(body));
    }

    private Answer update(RequestReader ask) {
        OrderRow order = account.visible(ask.id("id"));
        ObjectNode body = body(ask, Set.of());
        if (body.has("branch_id")) {
            account.requireRights(body.path("branch_id").asLong());
        }
        order.fields().setAll(body);
        order.modifiedAt = account.now();
        return written(order);
    }

    private Answer changeStatus(RequestReader ask) {
        OrderRow order = account.visible(ask.id("id"));
        ObjectNode body = ask.body(Fields.of(Kind.ID, "status_id").and(Kind.TEXT, "comment"), Set.of("status_id"));
        account.require(ask, body, "status_id");
        ask.check();
        account.changeStatus(
                order, body.path("status_id").asLong(), body.path("comment").asText(""));
        return written(order);
    }

    private Answer comment(RequestReader ask) {
        OrderRow order = account.visible(ask.id("id"));
        ObjectNode body = ask.body(Fields.of(Kind.TEXT, "comment").and(Kind.FLAG, "is_private"), Set.of("comment"));
        ask.check();
        order.comments()
                .add(new OrderComment(
                        body.path("comment").asText(), body.path("is_private").asBoolean()));
        body.put("id", account.nextLine());
        return Answer.json(200, account.writeAnswer.wrap(body));
    }

    private Answer publicUrl(RequestReader ask) {
        return Answer.json(200, JsonNodeFactory.instance.textNode(publicUrl(account.visible(ask.id("id")))));
    }

    static String publicUrl(OrderRow order) {
        return "https://orders.example.test/" + order.id();
    }

    private Answer written(OrderRow order) {
        return Answer.json(200, account.writeAnswer.wrap(shape.order(order)));
    }

    private ObjectNode body(RequestReader ask, Set<String> required) {
        ObjectNode body = ask.body(FIELDS, required);
        REQUIRED.stream()
                .filter(field -> body.path(field).isNull())
                .forEach(field -> ask.problem(field, "is required"));
        requireReferences(account, ask, body);
        ask.check();
        return body;
    }

    static void requireReferences(Account account, RequestReader ask, ObjectNode body) {
        account.require(ask, body, "branch_id", "order_type_id", "client_id", "payer_id");
        account.require(ask, body, "manager_id", "assignee_id", "ad_campaign_id");
    }

    /** Rows without the moment come first. */
    private static Comparator<OrderRow> byMoment(String field) {
        return Comparator.comparing((OrderRow order) -> order.moment(field).orElse(Instant.MIN))
                .thenComparingLong(OrderRow::id);
    }
}
