package io.mostik.remonline.inquiries;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.internal.EpochMillis;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;

/** Which leads to list. What is left out does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableLeadQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LeadQuery {

    /** Returns ids of leads. */
    List<Long> ids();

    /** Returns numbers of documents. */
    List<String> idLabels();

    /** Returns ids of statuses. */
    List<Long> statuses();

    /** Returns ids of managers. */
    List<Long> managers();

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

    /** Returns the same of the closing. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> closedAt();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2 || modifiedAt().size() > 2 || closedAt().size() > 2) {
            throw new IllegalArgumentException(
                    "createdAt, modifiedAt, closedAt take one time (from) or two (from, to)");
        }
    }

    /** Returns the query that finds all. */
    static LeadQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableLeadQuery.Builder {
        Builder() {}
    }
}
