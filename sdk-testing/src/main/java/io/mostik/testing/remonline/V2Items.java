package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.Set;

/** The lines of an order in v2; none can be deleted. */
final class V2Items {

    private static final Fields FIELDS = Fields.of(Kind.ID, "entity_id", "assignee_id")
            .and(Kind.DECIMAL, "quantity", "price", "cost")
            .and(Kind.DISCOUNT, "discount")
            .and(Kind.WARRANTY, "warranty")
            .and(Kind.IDS, "tax_ids")
            .and(Kind.TEXT, "comment");
    static final Set<String> REQUIRED =
            Set.of("entity_id", "assignee_id", "quantity", "price", "cost", "discount", "warranty");

    private final Account account;
    private final V2OrderShape shape;

    V2Items(Account account) {
        this.account = account;
        this.shape = new V2OrderShape(account);
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/v2/orders/{id}/items", this::list)
                .on("POST", "/v2/orders/{id}/items", this::add)
                .on("PATCH", "/v2/orders/{id}/items/{item}", this::update);
    }

    private Answer list(RequestReader ask) {
        return Sheet.bare(account.visible(ask.id("id")).items(), shape::item);
    }

    private Answer add(RequestReader ask) {
        OrderRow order = account.visible(ask.id("id"));
        ItemRow item = new ItemRow(account.nextLine(), account.now(), body(account, ask, REQUIRED));
        order.items().add(item);
        return written(order, item);
    }

    private Answer update(RequestReader ask) {
        OrderRow order = account.visible(ask.id("id"));
        long id = ask.id("item");
        ItemRow item =
                order.items().stream().filter(row -> row.id() == id).findFirst().orElseThrow(Refusals::notFound);
        ObjectNode body = body(account, ask, Set.of());
        REQUIRED.stream()
                .filter(field -> body.path(field).isNull())
                .forEach(field -> ask.problem(field, "is required"));
        ask.check();
        item.fields().setAll(body);
        return written(order, item);
    }

    private Answer written(OrderRow order, ItemRow item) {
        order.modifiedAt = account.now();
        return Answer.json(200, account.writeAnswer.wrap(shape.item(item)));
    }

    static ObjectNode body(Account account, RequestReader ask, Set<String> required) {
        ObjectNode body = ask.body(FIELDS, required);
        account.require(ask, body, "entity_id", "assignee_id");
        ask.check();
        return body;
    }
}
