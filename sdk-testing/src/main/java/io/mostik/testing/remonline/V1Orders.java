package io.mostik.testing.remonline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import java.time.Instant;
import java.util.Map;

/** Orders of the token API: they are listed, read, created, and moved to another status. */
record V1Orders(Account account, V1OrderShape shape) {

    private static final Fields NEW = Fields.of(Kind.TEXT, "packagelist", "appearance", "malfunction", "manager_notes")
            .and(Kind.ID, "branch_id", "order_type", "client_id", "asset_id", "manager", "engineer", "ad_campaign_id")
            .and(Kind.FLAG, "urgent")
            .and(Kind.DECIMAL, "estimated_cost")
            .and(Kind.MILLIS, "assigned_at", "estimated_done_at", "warranty_date")
            .and(Kind.OBJECT_OR_TEXT, "custom_fields")
            .requiring("branch_id", "order_type", "client_id");
    private static final Fields STATUS = Fields.of(Kind.ID, "order_id", "status_id")
            .requiring("order_id", "status_id")
            .referring("order_id", "status_id");
    private static final Map<String, String> NAMES = Map.of(
            "order_type", "order_type_id",
            "manager", "manager_id",
            "engineer", "assignee_id",
            "estimated_cost", "estimated_price",
            "assigned_at", "scheduled_for",
            "estimated_done_at", "due_date");
    private static final JsonMapper MAPPER = new JsonMapper();

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/order/", this::list)
                .post("/order/", this::create)
                .post("/order/status/", this::changeStatus)
                .get("/order/{id}", ask -> Sheet.one(shape.order(account.visible(ask.id()))))
                .get("/order/{id}/public-url", this::publicUrl)
                .get("/statuses/orders/", ask -> statuses(ask, account))
                .get("/statuses/", ask -> statuses(ask, account));
    }

    static Answer statuses(RemOnlineRequest ask, Account account) {
        return Sheet.all(ask, account.dictionaries.statuses.all(), status -> Shape.named(status.id(), status.name()));
    }

    private Answer list(RemOnlineRequest ask) {
        Filter<OrderRow> filter = new Filter<OrderRow>(ask)
                .texts("id_labels", row -> row.number)
                .texts("brands", row -> row.text("brand"))
                .ids("engineers", row -> row.ref("assignee_id"))
                .range("done_at", row -> row.doneAt)
                .range("closed_at", row -> row.closedAt);
        return OrderFilter.of(account, filter)
                .phones("asset_uid", V2Orders::assets)
                .byDirection(account.visibleOrders(), shape::order);
    }

    private Answer create(RemOnlineRequest ask) {
        ObjectNode fields = toV2(ask, ask.body(NEW));
        ask.refer(fields, V2Orders.NEW.references());
        ask.check();
        account.requireRights(fields.path("branch_id").asLong());
        return account.done(account.createOrder(fields).id());
    }

    private Answer changeStatus(RemOnlineRequest ask) {
        ObjectNode body = ask.checked(STATUS);
        OrderRow order = account.visible(body.path("order_id").asLong());
        account.changeStatus(order, body.path("status_id").asLong(), "");
        return account.done(order.id());
    }

    private Answer publicUrl(RemOnlineRequest ask) {
        String url = V2Orders.publicUrl(account.visible(ask.id()));
        return Answer.json(200, Map.of("url", url, "success", true));
    }

    /** Returns the fields of a new order under the names of v2. */
    private static ObjectNode toV2(RemOnlineRequest ask, ObjectNode body) {
        ObjectNode fields = Shape.object();
        body.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String name = NAMES.getOrDefault(field.getKey(), field.getKey());
            if (name.equals("custom_fields")) {
                fields.set(name, customFields(ask, value));
            } else if (Kind.MILLIS.equals(NEW.kinds().get(field.getKey())) && value.isNumber()) {
                fields.put(name, Shape.iso(Instant.ofEpochMilli(value.asLong())));
            } else if (name.equals("estimated_price")) {
                fields.put(name, value.asText());
            } else {
                fields.set(name, value);
            }
        });
        return fields;
    }

    /** Returns the fields with an {@code f} before each id; they come as an object or as its JSON. */
    private static JsonNode customFields(RemOnlineRequest ask, JsonNode sent) {
        JsonNode object = sent.isTextual() ? parsed(sent.asText()) : sent;
        ask.require("custom_fields", object.isObject() || object.isNull(), Kind.OBJECT_OR_TEXT.complaint());
        ObjectNode named = Shape.object();
        object.properties().forEach(field -> named.set(field.getKey().replaceFirst("^(\\d)", "f$1"), field.getValue()));
        return named;
    }

    private static JsonNode parsed(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
