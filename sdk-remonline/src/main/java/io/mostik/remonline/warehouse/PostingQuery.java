package io.mostik.remonline.warehouse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.internal.EpochMillis;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** Which postings to list. What is left out does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutablePostingQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface PostingQuery {

    /** Returns ids of warehouses. */
    List<Long> warehouseIds();

    /** Returns ids of suppliers. */
    List<Long> supplierIds();

    /** Returns ids of postings. */
    List<Long> ids();

    /** Returns one time (from) or two (from, to) of creation. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> createdAt();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2) {
            throw new IllegalArgumentException("createdAt take one time (from) or two (from, to)");
        }
    }

    /** Returns the query that finds all. */
    static PostingQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutablePostingQuery.Builder {
        Builder() {}
    }
}
