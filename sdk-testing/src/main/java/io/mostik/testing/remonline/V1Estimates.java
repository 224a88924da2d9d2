package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.remonline.Row.Item;
import java.util.Set;

/** Estimates of the token API: they are listed, and lines are added. A row looks like an order, for want of a sample. */
record V1Estimates(Account account, V1OrderShape shape) {

    private static final Fields ITEMS = Fields.of(Kind.OBJECTS, "items").requiring("items");

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/estimate/statuses/", ask -> V1Orders.statuses(ask, account))
                .get("/estimate/", this::list)
                .get("/estimate/{id}/items", ask -> Sheet.all(ask, find(ask).items, this::item))
                .post("/estimate/{id}/items", this::addItems);
    }

    private Answer list(RemOnlineRequest ask) {
        return OrderFilter.of(account, new Filter<OrderRow>(ask).texts("id_labels", row -> row.number))
                .byDirection(account.estimates.all(), shape::order);
    }

    private ObjectNode item(Item item) {
        long entity = item.fields().path("entity_id").asLong();
        return Shape.titled(item.id(), account.dictionaries.entity(entity).title())
                .put("entityId", entity)
                .put("amount", item.decimal("quantity"))
                .put("price", item.decimal("price"))
                .put("cost", item.decimal("cost"));
    }

    private Answer addItems(RemOnlineRequest ask) {
        OrderRow row = find(ask);
        JsonNode items = ask.body(ITEMS).path("items");
        for (JsonNode item : items) {
            boolean known =
                    Set.of("product", "service").contains(item.path("type").asText(""));
            ask.require("items", known, "type must be product or service");
            ask.exists(item, "id", account.dictionaries.entities::has);
        }
        ask.check();
        for (JsonNode item : items) {
            ObjectNode fields = Shape.object()
                    .put("entity_id", Shape.id(item))
                    .put("quantity", item.path("quantity").asText("1"))
                    .put("price", item.path("price").asText("0"))
                    .put("cost", item.path("cost").asText("0"));
            row.items.add(new Item(account.nextLine(), account.now(), fields));
        }
        return account.done(row.id());
    }

    private OrderRow find(RemOnlineRequest ask) {
        return account.estimates.get(ask.id());
    }
}
