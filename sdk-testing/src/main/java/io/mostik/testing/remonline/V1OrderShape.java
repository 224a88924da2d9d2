package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.remonline.Row.Item;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order as the token API shows it, its lines split into parts and operations. */
record V1OrderShape(Account account) {

    private static final List<String> TEXTS = List.of(
            "brand",
            "model",
            "serial",
            "packagelist",
            "appearance",
            "malfunction",
            "manager_notes",
            "engineer_notes",
            "resume");

    ObjectNode order(OrderRow order) {
        Dictionaries dictionaries = account.dictionaries;
        Dictionaries.Status status = dictionaries.statuses.find(order.statusId).orElseThrow();
        ObjectNode json = Shape.object().put("id", order.id()).put("id_label", order.number);
        json.set(
                "status",
                Shape.named(status.id(), status.name())
                        .put("color", status.color())
                        .put("group", status.group()));
        json.set("order_type", Shape.named(order.ref("order_type_id").orElseThrow(), dictionaries.orderTypes));
        moment(json, "created_at", Optional.of(order.createdAt));
        moment(json, "modified_at", Optional.of(order.modifiedAt));
        moment(json, "done_at", order.doneAt);
        moment(json, "closed_at", order.closedAt);
        moment(json, "scheduled_for", order.moment("scheduled_for"));
        moment(json, "estimated_done_at", order.moment("due_date"));
        moment(json, "warranty_date", order.moment("warranty_date"));
        json.put("branch_id", order.branchId()).put("created_by_id", Dictionaries.OWNER);
        order.ref("manager_id").ifPresent(id -> json.put("manager_id", id));
        order.ref("assignee_id").ifPresent(id -> json.put("engineer_id", id));
        TEXTS.forEach(text -> json.put(text, order.text(text)));
        BigDecimal total = order.total();
        json.put("estimated_cost", order.text("estimated_price"))
                .put("price", total)
                .put("payed", order.payed)
                .put("missed_payments", total.subtract(order.payed))
                .put("discount_sum", order.discountSum())
                .put("urgent", order.fields().path("urgent").asBoolean())
                .put("overdue", false)
                .put("status_overdue", false);
        json.set("ad_campaign", V1Clients.campaign(account, order));
        json.set("custom_fields", Shape.objectOrEmpty(order.fields().path("custom_fields")));
        json.set("client", V1Clients.shape(account, account.client(order)));
        json.putObject("asset");
        lines(json, order);
        json.putArray("attachments");
        return json;
    }

    private void lines(ObjectNode json, OrderRow order) {
        ArrayNode parts = json.putArray("parts");
        ArrayNode operations = json.putArray("operations");
        for (Item item : order.items) {
            Dictionaries.Entity entity =
                    account.dictionaries.entity(item.fields().path("entity_id").asLong());
            (entity.type().equals("product") ? parts : operations).add(line(item, entity));
        }
    }

    private static ObjectNode line(Item item, Dictionaries.Entity entity) {
        JsonNode warranty = item.fields().path("warranty");
        boolean days = warranty.path("periodUnits").asText("days").equals("days");
        ObjectNode json = Shape.object()
                .put("id", item.id())
                .put("entityId", entity.id())
                .put("engineerId", item.fields().path("assignee_id").asLong())
                .put("title", entity.title())
                .put("amount", item.decimal("quantity"))
                .put("price", item.decimal("price"))
                .put("cost", item.decimal("cost"))
                .put("discount_value", item.discount());
        json.putArray("taxes");
        return json.put("warranty", warranty.path("period").asInt()).put("warranty_period", days ? 0 : 1);
    }

    /** Leaves out what is not set, as the older generations do. */
    private static void moment(ObjectNode json, String name, Optional<Instant> moment) {
        moment.ifPresent(at -> json.put(name, at.toEpochMilli()));
    }
}
