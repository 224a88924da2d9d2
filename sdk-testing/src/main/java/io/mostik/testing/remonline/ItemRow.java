package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;

/** A line of an order, its fields named as v2 writes them. */
final class ItemRow {

    private final long id;
    private final Instant createdAt;
    private final ObjectNode fields;

    ItemRow(long id, Instant createdAt, ObjectNode fields) {
        this.id = id;
        this.createdAt = createdAt;
        this.fields = fields;
    }

    long id() {
        return id;
    }

    Instant createdAt() {
        return createdAt;
    }

    ObjectNode fields() {
        return fields;
    }

    BigDecimal decimal(String field) {
        return new BigDecimal(fields.path(field).asText("0"));
    }

    BigDecimal discount() {
        return new BigDecimal(fields.path("discount").path("amount").asText("0"));
    }

    /** Returns price by quantity; a price is per unit. */
    BigDecimal sum() {
        return decimal("price").multiply(decimal("quantity"));
    }
}
