package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An order as the account keeps it; what create and update write stays under the names of v2. */
final class OrderRow {

    private final long id;
    private final ObjectNode fields;
    private final List<ItemRow> items = new ArrayList<>();
    private final List<OrderComment> comments = new ArrayList<>();
    private final List<StatusChange> changes = new ArrayList<>();
    String number;
    long statusId;
    Instant createdAt;
    Instant modifiedAt;
    Optional<Instant> doneAt = Optional.empty();
    Optional<Instant> closedAt = Optional.empty();
    BigDecimal payed = BigDecimal.ZERO;
    BigDecimal totalWithoutItems = BigDecimal.ZERO;

    OrderRow(long id, String number, long statusId, Instant now, ObjectNode fields) {
        this.id = id;
        this.number = number;
        this.statusId = statusId;
        this.createdAt = now;
        this.modifiedAt = now;
        this.fields = fields;
    }

    long id() {
        return id;
    }

    ObjectNode fields() {
        return fields;
    }

    List<ItemRow> items() {
        return items;
    }

    List<OrderComment> comments() {
        return comments;
    }

    List<StatusChange> changes() {
        return changes;
    }

    String text(String field) {
        return fields.path(field).asText("");
    }

    Optional<Long> ref(String field) {
        return fields.hasNonNull(field) ? Optional.of(fields.path(field).asLong()) : Optional.empty();
    }

    Optional<Instant> moment(String field) {
        return Dialect.iso(text(field));
    }

    long branchId() {
        return ref("branch_id").orElseThrow();
    }

    /** Returns the sum of price by quantity over the lines, or what was seeded if there are none. */
    BigDecimal total() {
        return items.isEmpty()
                ? totalWithoutItems
                : items.stream()
                        .map(ItemRow::sum)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(2, RoundingMode.HALF_UP);
    }

    BigDecimal discountSum() {
        return items.stream().map(ItemRow::discount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    RepairOrder toOrder() {
        List<JsonNode> lines = new ArrayList<>();
        items.forEach(item -> lines.add(item.fields().deepCopy().put("id", item.id())));
        return new RepairOrder(
                id, number, statusId, createdAt, modifiedAt, closedAt, total(), fields.deepCopy(), lines, comments);
    }
}
