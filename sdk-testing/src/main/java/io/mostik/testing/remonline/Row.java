package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** A row as the account keeps it; what create and update write stays under the names of v2. */
class Row {

    private final long id;
    private final ObjectNode fields;
    Instant createdAt;
    Instant modifiedAt;

    Row(long id, Instant now, ObjectNode fields) {
        this.id = id;
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

    String text(String field) {
        return fields.path(field).asText("");
    }

    BigDecimal decimal(String field) {
        return new BigDecimal(fields.path(field).asText("0"));
    }

    Optional<Long> ref(String field) {
        return Shape.ref(fields, field);
    }

    Optional<Instant> moment(String field) {
        return Shape.moment(fields, field);
    }

    /** A line of an order. */
    static final class Item extends Row {

        Item(long id, Instant now, ObjectNode fields) {
            super(id, now, fields);
        }

        BigDecimal discount() {
            return new BigDecimal(fields().path("discount").path("amount").asText("0"));
        }

        /** Returns price by quantity; a price is per unit. */
        BigDecimal sum() {
            return decimal("price").multiply(decimal("quantity"));
        }
    }
}
