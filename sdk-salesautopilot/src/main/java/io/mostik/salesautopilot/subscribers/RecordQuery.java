package io.mostik.salesautopilot.subscribers;

import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.records.SystemField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.immutables.value.Value;

/**
 * Which records to read and in what order. The vendor has no offset; {@code MarketingWorkflows.newRecords} reads on from
 * where it was.
 */
@Value.Immutable
public interface RecordQuery {

    /** Returns the column that gives the order; the time of sign-up by default. */
    @Value.Default
    default FieldName orderBy() {
        return SystemField.SUBDATE;
    }

    /** Returns whether the greatest or latest comes first; not by default. */
    @Value.Default
    default boolean descending() {
        return false;
    }

    /** Returns the greatest number of records; all by default. */
    OptionalInt limit();

    /** Returns what records must fulfil. */
    List<Condition> conditions();

    /** Returns which columns to read; all by default. */
    List<FieldName> columns();

    /** Refuses a limit below 1. */
    @Value.Check
    default void check() {
        if (limit().orElse(1) < 1) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
    }

    /** Returns the query for the newest records. */
    static RecordQuery newest(int limit) {
        return builder().descending(true).limit(limit).build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableRecordQuery.Builder {
        Builder() {}
    }

    /** Returns the body that says conditions and columns; empty if there are none. */
    @Value.Lazy
    default List<Object> body() {
        List<Object> body = new ArrayList<>(conditions());
        if (!columns().isEmpty()) {
            body.add(Map.of("listFields", columns()));
        }
        return body;
    }
}
