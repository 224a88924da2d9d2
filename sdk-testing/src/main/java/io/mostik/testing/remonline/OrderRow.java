package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.remonline.Row.Item;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order or an estimate. */
final class OrderRow extends Row {

    final List<Item> items = new ArrayList<>();
    final List<OrderComment> comments = new ArrayList<>();
    final List<StatusChange> changes = new ArrayList<>();
    String number;
    long statusId;
    Optional<Instant> doneAt = Optional.empty();
    Optional<Instant> closedAt = Optional.empty();
    BigDecimal payed = BigDecimal.ZERO;
    BigDecimal totalWithoutItems = BigDecimal.ZERO;

    OrderRow(long id, String number, long statusId, Instant now, ObjectNode fields) {
        super(id, now, fields);
        this.number = number;
        this.statusId = statusId;
    }

    long branchId() {
        return ref("branch_id").orElseThrow();
    }

    Item item(long itemId) {
        return items.stream().filter(item -> item.id() == itemId).findFirst().orElseThrow(Dialect::notFound);
    }

    /** Returns the sum of price by quantity over the lines, or what was seeded if there are none. */
    BigDecimal total() {
        return items.isEmpty()
                ? totalWithoutItems
                : items.stream()
                        .map(Item::sum)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal discountSum() {
        return items.stream().map(Item::discount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    RepairOrder toOrder() {
        List<JsonNode> lines = new ArrayList<>();
        items.forEach(item -> lines.add(item.fields().deepCopy().put("id", item.id())));
        return new RepairOrder(
                id(), number, statusId, createdAt, modifiedAt, closedAt, total(), fields().deepCopy(), lines, comments);
    }
}
