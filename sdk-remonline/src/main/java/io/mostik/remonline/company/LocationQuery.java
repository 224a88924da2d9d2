package io.mostik.remonline.company;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.mostik.remonline.common.Sort;
import java.util.Optional;
import java.util.OptionalLong;
import org.immutables.value.Value;

/** A filter of locations; an absent property does not restrict. */
@Value.Immutable
@JsonSerialize(as = ImmutableLocationQuery.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface LocationQuery {

    /** Returns whether closed ones. */
    @JsonProperty("is_archived")
    Optional<Boolean> isArchived();

    /** Returns the id of the legal entity. */
    OptionalLong legalEntityId();

    /** Returns the order of the list; the vendor does not list the fields. */
    Optional<Sort> sort();

    /** Returns the query that finds all. */
    static LocationQuery all() {
        return builder().build();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a query. */
    final class Builder extends ImmutableLocationQuery.Builder {
        Builder() {}
    }
}
