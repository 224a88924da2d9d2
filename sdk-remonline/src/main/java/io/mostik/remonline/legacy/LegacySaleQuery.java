package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.internal.EpochMillis;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** Which sales to list. What is left out does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableLegacySaleQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LegacySaleQuery {

    /** Returns one time (from) or two (from, to) of creation. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> createdAt();

    /** Returns the id of the warehouse; known from a live client, not from the reference. */
    OptionalLong warehouseId();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2) {
            throw new IllegalArgumentException("createdAt takes one time (from) or two (from, to)");
        }
    }

    /** Returns the query that finds all. */
    static LegacySaleQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableLegacySaleQuery.Builder {
        Builder() {}
    }
}
