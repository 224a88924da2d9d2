package io.mostik.remonline.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Which people or organisations to list. What is left out does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableContactQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface ContactQuery {

    /** Returns names. */
    @Value.Redacted
    List<String> names();

    /** Returns phones. */
    @Value.Redacted
    List<String> phones();

    /** Returns addresses of e-mail; sent by a live client, not documented for version 2. */
    @Value.Redacted
    List<String> emails();

    /** Returns ids of managers. */
    List<Long> managers();

    /** Returns one time (from) or two (from, to) of creation. */
    List<Instant> createdAt();

    /** Returns the same of the last change. */
    List<Instant> modifiedAt();

    /** Returns the order: {@code id}, {@code modified_at}, {@code name}, or with a minus. */
    Optional<String> sort();

    /** Refuses ranges with other than one or two times. */
    @Value.Check
    default void check() {
        if (createdAt().size() > 2 || modifiedAt().size() > 2) {
            throw new IllegalArgumentException("createdAt, modifiedAt take one time (from) or two (from, to)");
        }
    }

    /** Returns the query that finds all. */
    static ContactQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableContactQuery.Builder {
        Builder() {}
    }
}
