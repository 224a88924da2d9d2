package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as it stood when a test asked for it.
 *
 * @param fields what create and update wrote, named as v2 writes them: {@code branch_id}, {@code malfunction}, …
 * @param items the lines, named as v2 writes them, each with its {@code id}
 */
public record RepairOrder(
        long id,
        String number,
        long statusId,
        Instant createdAt,
        Instant modifiedAt,
        Optional<Instant> closedAt,
        BigDecimal total,
        JsonNode fields,
        List<JsonNode> items,
        List<OrderComment> comments) {

    /** Keeps copies of the lists. */
    public RepairOrder {
        items = List.copyOf(items);
        comments = List.copyOf(comments);
    }

    /** Returns a field as text; empty if it is not set. */
    public String text(String field) {
        return fields.path(field).asText("");
    }
}
