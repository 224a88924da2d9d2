package io.mostik.pbx.vcclive.projects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import org.immutables.value.Value;

/** A quota limit to set. */
@Value.Immutable
@JsonSerialize(as = ImmutableQuotaUpdate.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface QuotaUpdate {

    /** Returns the id of the quota. */
    @JsonProperty("quotaid")
    long quotaId();

    /** Returns the new limit, in place of the old one. */
    int value();

    /** Returns the change of a limit. */
    static QuotaUpdate of(long quotaId, int value) {
        return builder().quotaId(quotaId).value(value).build();
    }

    /** Refuses a negative limit. */
    @Value.Check
    default void check() {
        if (value() < 0) {
            throw new IllegalArgumentException("value must not be negative");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a change. */
    final class Builder extends ImmutableQuotaUpdate.Builder {
        Builder() {}
    }
}
