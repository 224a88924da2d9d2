package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.remonline.Row.Item;
import java.time.Instant;
import java.util.Optional;

/** An order and its lines as v2 shows them. */
record V2OrderShape(Account account) {

    ObjectNode order(OrderRow order) {
        Dictionaries dictionaries = account.dictionaries;
        Dictionaries.Status status = dictionaries.statuses.find(order.statusId).orElseThrow();
        Optional<Instant> due = order.moment("due_date");
        boolean open = order.closedAt.isEmpty();
        ObjectNode json = Shape.object().put("id", order.id()).put("number", order.number);
        json.set("status", Shape.named(status.id(), status.name()).put("color", status.color()));
        json.put("status_overdue", false)
                .put("created_at", Shape.iso(order.createdAt))
                .put("created_by_id", Dictionaries.OWNER)
                .put("modified_at", Shape.iso(order.modifiedAt));
        json.set("done_at", Shape.isoOrNull(order.doneAt));
        json.set("closed_at", Shape.isoOrNull(order.closedAt));
        json.set("closed_by_id", Shape.idOrNull(order.closedAt.map(at -> Dictionaries.OWNER)));
        json.put("branch_id", order.branchId());
        json.set("order_type", Shape.named(order.ref("order_type_id").orElseThrow(), dictionaries.orderTypes));
        json.set("manager_id", Shape.idOrNull(order.ref("manager_id")));
        json.set("assignee_id", Shape.idOrNull(order.ref("assignee_id")));
        json.putNull("asset");
        json.set("client", client(account.client(order)));
        json.set("payer", payer(order));
        json.set("scheduled_for", Shape.isoOrNull(order.moment("scheduled_for")));
        json.set("scheduled_to", Shape.isoOrNull(order.moment("scheduled_to")));
        json.putNull("resource");
        json.put("malfunction", order.text("malfunction"))
                .put("manager_notes", order.text("manager_notes"))
                .put("engineer_notes", order.text("engineer_notes"))
                .put("address", "")
                .put("resume", order.text("resume"))
                .put("estimated_price", order.text("estimated_price"));
        json.set("due_date", Shape.isoOrNull(due));
        json.put("overdue", open && due.filter(account.now()::isAfter).isPresent())
                .put("discount_sum", order.discountSum())
                .put("payed", Shape.decimal(order.payed, 2));
        json.set("warranty_date", Shape.isoOrNull(order.moment("warranty_date")));
        json.put("urgent", order.fields().path("urgent").asBoolean());
        json.set("custom_fields", Shape.objectOrEmpty(order.fields().path("custom_fields")));
        json.put("is_deduction_required", false);
        json.set("ad_campaign_id", Shape.idOrNull(order.ref("ad_campaign_id")));
        return json.put("total", Shape.decimal(order.total(), 2));
    }

    ObjectNode item(Item item) {
        ObjectNode json = Shape.object()
                .put("id", item.id())
                .put("assignee_id", item.fields().path("assignee_id").asLong())
                .put("created_at", Shape.iso(item.createdAt))
                .put("quantity", Shape.decimal(item.decimal("quantity"), 3))
                .put("price", Shape.decimal(item.decimal("price"), 2))
                .put("cost", Shape.decimal(item.decimal("cost"), 5));
        json.putNull("margin_id").put("is_deduction_required", false).put("is_refunded", false);
        json.set("entity", entity(item.fields().path("entity_id").asLong()));
        json.put("comment", item.fields().path("comment").asText("")).putNull("write_offs");
        JsonNode discount = item.fields().path("discount");
        json.putObject("discount")
                .put("type", discount.path("type").asText("percentage"))
                .put("percentage", discount.path("percentage").decimalValue())
                .put("amount", Shape.decimal(item.discount(), 2))
                .put("sponsor", discount.path("sponsor").asText("staff"));
        JsonNode warranty = item.fields().path("warranty");
        json.putObject("warranty")
                .put("period", warranty.path("period").asInt())
                .put("unit", warranty.path("periodUnits").asText("days"));
        json.putArray("taxes");
        return json.putNull("expiration_date");
    }

    private ObjectNode entity(long id) {
        Dictionaries.Entity entity = account.dictionaries.entity(id);
        ObjectNode json = Shape.object()
                .put("id", id)
                .put("type", entity.type())
                .put("code", entity.sku())
                .put("sku", entity.sku())
                .put("sn_accounting", false)
                .put("title", entity.title())
                .putNull("image")
                .putNull("thumbnail");
        json.set("uom", Goods.unit());
        return json.put("is_hidden", false);
    }

    private JsonNode payer(OrderRow order) {
        return order.ref("payer_id")
                .flatMap(account.people::find)
                .<JsonNode>map(V2OrderShape::client)
                .orElse(JsonNodeFactory.instance.nullNode());
    }

    private static ObjectNode client(PersonRow person) {
        ObjectNode json = Shape.object()
                .put("id", person.id())
                .put("is_organization", false)
                .put("name", person.name())
                .put("first_name", person.text("first_name"))
                .put("last_name", person.text("last_name"))
                .put("email", person.text("email"));
        person.phones().forEach(json.putArray("phone")::add);
        json.put("address", person.text("address")).put("discount_code", person.text("discount_code"));
        return json.set("custom_fields", Shape.objectOrEmpty(person.fields().path("custom_fields")));
    }
}
