package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders of v2. Without {@code sort} the newest come first, which the document leaves open. */
final class V2Orders {

    static final Map<String, Kind> FIELDS = Map.ofEntries(
            Map.entry("branch_id", Kind.ID),
            Map.entry("order_type_id", Kind.ID),
            Map.entry("client_id", Kind.ID),
            Map.entry("payer_id", Kind.ID),
            Map.entry("manager_id", Kind.ID),
            Map.entry("assignee_id", Kind.ID),
            Map.entry("asset_id", Kind.ID),
            Map.entry("ad_campaign_id", Kind.ID),
            Map.entry("resource_id", Kind.ID),
            Map.entry("scheduled_for", Kind.SECONDS),
            Map.entry("scheduled_to", Kind.SECONDS),
            Map.entry("due_date", Kind.SECONDS),
            Map.entry("malfunction", Kind.TEXT),
            Map.entry("manager_notes", Kind.TEXT),
            Map.entry("engineer_notes", Kind.TEXT),
            Map.entry("resume", Kind.TEXT),
            Map.entry("estimated_price", Kind.TEXT),
            Map.entry("urgent", Kind.FLAG),
            Map.entry("custom_fields", Kind.CUSTOM_FIELDS));
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
        int page = ask.page();
        Comparator<OrderRow> order = Sorting.of(ask, SORTS, NEWEST_FIRST);
        Filter<OrderRow> filter = new Filter<OrderRow>(ask)
                .texts("numbers", row -> row.number)
                .range("scheduled_for", row -> row.moment("scheduled_for"))
                .range("due_date", row -> row.moment("due_date"));
        List<OrderRow> rows = OrderFilter.visible(account, filter).sorted(order).toList();
        return Sheet.paged(rows, page, shape::order);
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
        ObjectNode body = ask.body(Map.of("status_id", Kind.ID, "comment", Kind.TEXT), Set.of("status_id"));
        account.dictionaries()
                .require(ask, body, "status_id", account.dictionaries().statusesById());
        ask.check();
        account.changeStatus(
                order, body.path("status_id").asLong(), body.path("comment").asText(""));
        return written(order);
    }

    private Answer comment(RequestReader ask) {
        OrderRow order = account.visible(ask.id("id"));
        ObjectNode body = ask.body(Map.of("comment", Kind.TEXT, "is_private", Kind.FLAG), Set.of("comment"));
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
        Dictionaries known = account.dictionaries();
        known.require(ask, body, "branch_id", known.locations());
        known.require(ask, body, "order_type_id", known.orderTypes());
        known.require(ask, body, "client_id", account.people());
        known.require(ask, body, "payer_id", account.people());
        known.require(ask, body, "manager_id", known.employeesById());
        known.require(ask, body, "assignee_id", known.employeesById());
        known.require(ask, body, "ad_campaign_id", known.campaigns());
    }

    /** Rows without the moment come first. */
    private static Comparator<OrderRow> byMoment(String field) {
        return Comparator.comparing((OrderRow order) -> order.moment(field).orElse(Instant.MIN))
                .thenComparingLong(OrderRow::id);
    }
}
