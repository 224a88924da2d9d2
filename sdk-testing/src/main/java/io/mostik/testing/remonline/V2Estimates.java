package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.internal.Endpoints;
import io.mostik.testing.remonline.Row.Item;
import java.util.Optional;

/** Estimates of v2: the model of orders, with the statuses and types of orders, for want of others. */
record V2Estimates(Account account, V2OrderShape shape) {

    void register(Endpoints<RemOnlineRequest> endpoints) {
        Dictionaries known = account.dictionaries;
        endpoints
                .get("/v2/estimates/statuses", ask -> Sheet.bare(known.statuses.all(), V2Company::status))
                .get("/v2/estimates/types", ask -> Sheet.bare(known.orderTypes.entrySet(), Shape::named))
                .get("/v2/estimates", this::list)
                .post("/v2/estimates", this::create)
                .get("/v2/estimates/{id}", ask -> Sheet.ok(shape.order(find(ask))))
                .patch("/v2/estimates/{id}", this::update)
                .post("/v2/estimates/{id}/status", this::changeStatus)
                .get("/v2/estimates/{id}/items", ask -> Sheet.bare(find(ask).items, shape::item))
                .post("/v2/estimates/{id}/items", this::addItem)
                .patch("/v2/estimates/{id}/items/{item}", this::updateItem);
    }

    private Answer list(RemOnlineRequest ask) {
        Filter<OrderRow> filter = new Filter<OrderRow>(ask)
                .texts("numbers", row -> row.number)
                .range("scheduled_for", row -> row.moment("scheduled_for"))
                .range("due_date", row -> row.moment("due_date"));
        return OrderFilter.of(account, filter)
                .byChange(account.estimates.all(), row -> Optional.of(row.modifiedAt), shape::order);
    }

    private Answer create(RemOnlineRequest ask) {
        ObjectNode body = ask.checked(V2Orders.NEW);
        account.requireRights(body.path("branch_id").asLong());
        return written(account.addEstimate(body));
    }

    private Answer update(RemOnlineRequest ask) {
        OrderRow row = find(ask);
        row.fields().setAll(ask.checked(V2Orders.FIELDS));
        return written(row);
    }

    private Answer changeStatus(RemOnlineRequest ask) {
        OrderRow row = find(ask);
        row.statusId = ask.checked(V2Orders.STATUS).path("status_id").asLong();
        return written(row);
    }

    private Answer addItem(RemOnlineRequest ask) {
        OrderRow row = find(ask);
        Item item = new Item(account.nextLine(), account.now(), ask.checked(V2Items.NEW));
        row.items.add(item);
        return account.written(shape.item(item));
    }

    private Answer updateItem(RemOnlineRequest ask) {
        Item item = find(ask).item(ask.id("item"));
        item.fields().setAll(ask.checked(V2Items.FIELDS));
        return account.written(shape.item(item));
    }

    private OrderRow find(RemOnlineRequest ask) {
        return account.estimates.get(ask.id());
    }

    private Answer written(OrderRow row) {
        row.modifiedAt = account.now();
        return account.written(shape.order(row));
    }
}
