package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import java.util.Optional;
import java.util.Set;

/** Estimates of the token API: they are listed, and lines are added. A row looks like an order, for want of a sample. */
final class V1Estimates {

    private final Account account;
    private final V1OrderShape shape;

    V1Estimates(Account account) {
        this.account = account;
        this.shape = new V1OrderShape(account);
    }

    void register(Endpoints endpoints) {
        endpoints
                .on("GET", "/estimate/statuses/", this::statuses)
                .on("GET", "/estimate/", this::list)
                .on("GET", "/estimate/{id}/items", this::items)
                .on("POST", "/estimate/{id}/items", this::addItems);
    }

    private Answer statuses(RequestReader ask) {
        return Sheet.all(
                ask,
                account.dictionaries().statuses().stream()
                        .map(status -> Shape.named(status.id(), status.name()))
                        .toList());
    }

    private Answer list(RequestReader ask) {
        return OrderFilter.of(account, new Filter<OrderRow>(ask).texts("id_labels", row -> row.number))
                .byDirection(account.estimates().values(), shape::order);
    }

    private Answer items(RequestReader ask) {
        return Sheet.all(ask, find(ask).items().stream().map(this::item).toList());
    }

    private ObjectNode item(ItemRow item) {
        long entity = item.fields().path("entity_id").asLong();
        return Shape.titled(
                        item.id(),
                        account.dictionaries().entity(entity).orElseThrow().title())
                .put("entityId", entity)
                .put("amount", item.decimal("quantity"))
                .put("price", item.decimal("price"))
                .put("cost", item.decimal("cost"));
    }

    private Answer addItems(RequestReader ask) {
        OrderRow row = find(ask);
        JsonNode items = ask.body(Fields.of(Kind.OBJECTS, "items").and(Kind.TEXT, "token"), Set.of("items"))
                .path("items");
        for (JsonNode item : items) {
            if (!Set.of("product", "service").contains(item.path("type").asText(""))) {
                ask.problem("items", "type must be product or service");
            }
            account.dictionaries()
                    .require(ask, item, "id", account.dictionaries().entitiesById());
        }
        ask.check();
        for (JsonNode item : items) {
            ObjectNode fields = Shape.object()
                    .put("entity_id", item.path("id").asLong())
                    .put("quantity", item.path("quantity").asText("1"))
                    .put("price", item.path("price").asText("0"))
                    .put("cost", item.path("cost").asText("0"));
            row.items().add(new ItemRow(account.nextLine(), account.now(), fields));
        }
        return V1Writes.done(account, row.id());
    }

    private OrderRow find(RequestReader ask) {
        return Optional.ofNullable(account.estimates().get(ask.id("id"))).orElseThrow(Refusals::notFound);
    }
}
