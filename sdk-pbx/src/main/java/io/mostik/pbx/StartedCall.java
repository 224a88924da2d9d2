package io.mostik.pbx;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** A call whose extension the PBX has begun to ring. Whether anybody talked is reported later, by the call's data. */
@Value.Immutable
public interface StartedCall {

    /** The longest time between start and the call's data that are taken for this call. */
    Duration NEAR = Duration.ofMinutes(2);

    /** Returns the extension that rings first. */
    String extension();

    /** Returns the number that is called when the extension is picked up. */
    PhoneNumber number();

    /** Returns when the PBX accepted it. */
    Instant at();

    /** Returns the PBX's id of the call, if the answer held one. */
    Optional<String> callId();

    /**
     * Returns whether a record is about this call: by the id where both have one, otherwise by extension, number and a
     * start within {@link #NEAR}. A guess where the same number is called twice in a row.
     */
    default boolean isTold(CallRecord record) {
        if (callId().isPresent() && record.callId().isPresent()) {
            return callId().equals(record.callId());
        }
        boolean sameParties = record.extension().equals(Optional.of(extension()))
                && record.called().equals(Optional.of(number()));
        return sameParties
                && record.startedAt()
                        .filter(start -> Duration.between(at(), start).abs().compareTo(NEAR) <= 0)
                        .isPresent();
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a started call. */
    final class Builder extends ImmutableStartedCall.Builder {
        Builder() {}
    }
}
