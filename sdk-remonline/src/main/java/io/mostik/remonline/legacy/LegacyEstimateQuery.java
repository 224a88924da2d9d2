package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.internal.EpochMillis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which estimates to list. What is left out does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableLegacyEstimateQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LegacyEstimateQuery {

    /** Returns ids of estimates. */
    List<Long> ids();

    /** Returns numbers of documents. */
    List<String> idLabels();

    /** Returns ids of types. */
    List<Long> types();

    /** Returns ids of locations. */
    List<Long> branches();

    /** Returns ids of statuses. */
    List<Long> statuses();

    /** Returns ids of managers. */
    List<Long> managers();

    /** Returns ids of clients. */
    List<Long> clientsIds();

    /** Returns names of clients. */
    @Value.Redacted
    List<String> clientNames();

    /** Returns phones of clients. */
    @Value.Redacted
    List<String> clientPhones();

    /** Returns one time (from) or two (from, to) of creation. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> createdAt();

    /** Returns the same of the last change. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> modifiedAt();

    /** Returns {@code asc} or {@code desc}. */
    Optional<String> sortDir();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2 || modifiedAt().size() > 2) {
            throw new IllegalArgumentException("createdAt, modifiedAt take one time (from) or two (from, to)");
        }
    }

    /** Returns the query that finds all. */
    static LegacyEstimateQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableLegacyEstimateQuery.Builder {
        Builder() {}
    }
}
