package io.mostik.pbx.vcclive.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Dispositions for many records in one call. There is no limit of elements; send fewer after a time-out. */
@Value.Immutable
@JsonSerialize(as = ImmutableDispositionBatch.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface DispositionBatch {

    /** Returns the changes. */
    List<DispositionUpdate> elements();

    /** Returns what they have in common. */
    @JsonProperty("disposition")
    Optional<DispositionDefaults> defaults();

    /** Returns whether to leave out records that an agent is working on. */
    @JsonProperty("avoid_in_call")
    Optional<Boolean> avoidInCall();

    /** Refuses an empty batch. */
    @Value.Check
    default void check() {
        if (elements().isEmpty()) {
            throw new IllegalArgumentException("elements must not be empty");
        }
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a batch. */
    final class Builder extends ImmutableDispositionBatch.Builder {
        Builder() {}
    }
}
