package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.core.json.Redacted;
import io.mostik.remonline.common.TimeRange;
import io.mostik.remonline.internal.EpochRange;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A filter of clients; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableLegacyClientQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LegacyClientQuery {

    /** Returns ids of clients. */
    List<Long> ids();

    /** Returns names. */
    @Redacted
    List<String> names();

    /** Returns phones. */
    @Redacted
    List<String> phones();

    /** Returns addresses of e-mail. */
    @Redacted
    List<String> emails();

    /** Returns the range of creation. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> createdAt();

    /** Returns the range of the last change. */
    @JsonSerialize(contentUsing = EpochRange.class)
    Optional<TimeRange> modifiedAt();

    /** Returns codes of discount cards. */
    @Redacted
    List<String> discountCodes();

    /** Returns ids of campaigns. */
    List<Long> marketingSources();

    /** Returns whether organisations. */
    Optional<Boolean> juridical();

    /** Returns whether suppliers. */
    Optional<Boolean> supplier();

    /** Returns the query that finds all. */
    static LegacyClientQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableLegacyClientQuery.Builder {
        Builder() {}

        /** Restricts the time of creation: from this time on. */
        public Builder createdSince(Instant from) {
            return createdAt(TimeRange.since(from));
        }

        /**
         * Restricts the time of creation to a range.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder createdBetween(Instant from, Instant to) {
            return createdAt(TimeRange.between(from, to));
        }

        /** Restricts the time of the last change: from this time on. */
        public Builder modifiedSince(Instant from) {
            return modifiedAt(TimeRange.since(from));
        }

        /**
         * Restricts the time of the last change to a range.
         *
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Builder modifiedBetween(Instant from, Instant to) {
            return modifiedAt(TimeRange.between(from, to));
        }
    }
}
