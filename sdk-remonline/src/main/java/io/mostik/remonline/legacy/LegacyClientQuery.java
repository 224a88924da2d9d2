package io.mostik.remonline.legacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.internal.EpochMillis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which clients to list. What is left out does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableLegacyClientQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LegacyClientQuery {

    /** Returns ids of clients. */
    List<Long> ids();

    /** Returns names. */
    @Value.Redacted
    List<String> names();

    /** Returns phones. */
    @Value.Redacted
    List<String> phones();

    /** Returns addresses of e-mail. */
    @Value.Redacted
    List<String> emails();

    /** Returns one time (from) or two (from, to) of creation. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> createdAt();

    /** Returns the same of the last change. */
    @JsonSerialize(contentUsing = EpochMillis.class)
    List<Instant> modifiedAt();

    /** Returns codes of discount cards. */
    @Value.Redacted
    List<String> discountCodes();

    /** Returns ids of campaigns. */
    List<Long> marketingSources();

    /** Returns whether organisations. */
    Optional<Boolean> juridical();

    /** Returns whether suppliers. */
    Optional<Boolean> supplier();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2 || modifiedAt().size() > 2) {
            throw new IllegalArgumentException("createdAt, modifiedAt take one time (from) or two (from, to)");
        }
    }

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
    }
}
