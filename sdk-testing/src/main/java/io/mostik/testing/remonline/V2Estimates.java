package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/** Estimates of v2: the model of orders, with the statuses and types of orders, for want of others. */
final class V2Estimates {

    private final Account account;
    private final V2OrderShape shape;

    V2Estimates(Account account) {
        this.account = account;
        this.shape = new V2OrderShape(account);
    }

    void register(Endpoints endpoints) {
        endpoints
                .on(
                        "GET",
                        "/v2/estimates/statuses",
                        ask -> Sheet.bare(account.dictionaries().statuses(), V2Dictionaries::status))
                .on("GET", "/v2/estimates/types", this::types)
                .on("GET", "/v2/estimates", this::list)
                .on("POST", "/v2/estimates", this::create)
                .on("GET", "/v2/estimates/{id}", ask -> Answer.json(200, shape.order(find(ask))))
                .on("PATCH", "/v2/estimates/{id}", this::update)
                .on("POST", "/v2/estimates/{id}/status", this::changeStatus)
                .on(
                        "GET",
                        "/v2/estimates/{id}/items",
                        ask -> Sheet.bare(find(ask).items(), shape::item))
                .on("POST", "/v2/estimates/{id}/items", this::addItem)
                .on("PATCH", "/v2/estimates/{id}/items/{item}", this::updateItem);
    }

    private Answer types(RequestReader ask) {
        return Sheet.bare(
                new ArrayList<>(account.dictionaries().orderTypes().entrySet()),
                type -> Shape.named(type.getKey(), type.getValue()));
    }

    private Answer list(RequestReader ask) {
        ask.one("sort");
        return OrderFilter.of(
                        account,
                        new Filter<OrderRow>(ask)
                                .texts("numbers", row -> row.number)
                                .range("scheduled_for", row -> row.moment("scheduled_for"))
                                .range("due_date", row -> row.moment("due_date")))
                .newestFirst(account.estimates().values(), shape::order);
    }

    private Answer create(RequestReader ask) {
        ObjectNode body = ask.body(V2Orders.FIELDS, V2Orders.REQUIRED);
        V2Orders.requireReferences(account, ask, body);
        ask.check();
        account.requireRights(body.path("branch_id").asLong());
        return written(account.addEstimate(body));
    }

    private Answer update(RequestReader ask) {
        OrderRow row = find(ask);
        ObjectNode body = ask.body(V2Orders.FIELDS, Set.of());
        V2Orders.requireReferences(account, ask, body);
        ask.check();
        row.fields().setAll(body);
        return written(row);
    }

    private Answer changeStatus(RequestReader ask) {
        OrderRow row = find(ask);
        ObjectNode body = ask.body(Fields.of(Kind.ID, "status_id").and(Kind.TEXT, "comment"), Set.of("status_id"));
        account.require(ask, body, "status_id");
        ask.check();
        row.statusId = body.path("status_id").asLong();
        return written(row);
    }

    private Answer addItem(RequestReader ask) {
        OrderRow row = find(ask);
        ItemRow item = new ItemRow(account.nextLine(), account.now(), V2Items.body(account, ask, V2Items.REQUIRED));
        row.items().add(item);
        return Answer.json(200, account.writeAnswer.wrap(shape.item(item)));
    }

    private Answer updateItem(RequestReader ask) {
        long id = ask.id("item");
        ItemRow item = find(ask).items().stream()
                .filter(row -> row.id() == id)
                .findFirst()
                .orElseThrow(Refusals::notFound);
        item.fields().setAll(V2Items.body(account, ask, Set.of()));
        return Answer.json(200, account.writeAnswer.wrap(shape.item(item)));
    }

    private OrderRow find(RequestReader ask) {
        return Optional.ofNullable(account.estimates().get(ask.id("id"))).orElseThrow(Refusals::notFound);
    }

    private Answer written(OrderRow row) {
        row.modifiedAt = account.now();
        return Answer.json(200, account.writeAnswer.wrap(shape.order(row)));
    }
}
