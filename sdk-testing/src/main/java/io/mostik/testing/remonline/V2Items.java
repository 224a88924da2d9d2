package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.remonline.Row.Item;

/** The lines of an order in v2; none can be deleted. */
record V2Items(Account account, V2OrderShape shape) {

    static final Fields FIELDS = Fields.of(Kind.ID, "entity_id", "assignee_id")
            .and(Kind.DECIMAL, "quantity", "price", "cost")
            .and(Kind.DISCOUNT, "discount")
            .and(Kind.WARRANTY, "warranty")
            .and(Kind.IDS, "tax_ids")
            .and(Kind.TEXT, "comment")
            .referring("entity_id", "assignee_id");
    static final Fields NEW =
            FIELDS.requiring("entity_id", "assignee_id", "quantity", "price", "cost", "discount", "warranty");

    void register(Endpoints<RemOnlineRequest> endpoints) {
        endpoints
                .get("/v2/orders/{id}/items", ask -> Sheet.bare(account.visible(ask.id()).items, shape::item))
                .post("/v2/orders/{id}/items", this::add)
                .patch("/v2/orders/{id}/items/{item}", this::update);
    }

    private Answer add(RemOnlineRequest ask) {
        OrderRow order = account.visible(ask.id());
        Item item = new Item(account.nextLine(), account.now(), ask.checked(NEW));
        order.items.add(item);
        return written(order, item);
    }

    private Answer update(RemOnlineRequest ask) {
        OrderRow order = account.visible(ask.id());
        Item item = order.item(ask.id("item"));
        ObjectNode body = ask.checked(FIELDS);
        ask.refuseCleared(body, NEW.required());
        ask.check();
        item.fields().setAll(body);
        return written(order, item);
    }

    private Answer written(OrderRow order, Item item) {
        order.modifiedAt = account.now();
        return account.written(shape.item(item));
    }
}
