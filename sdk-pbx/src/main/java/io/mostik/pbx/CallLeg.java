package io.mostik.pbx;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One phone that rang during a call. */
@Value.Immutable
@JsonDeserialize(builder = CallLeg.Builder.class)
public interface CallLeg {

    /** Returns the PBX's id of this part of the call. */
    Optional<String> legId();

    /** Returns the extension that rang. */
    Optional<String> extension();

    /** Returns the number that was called, where it was none of the extensions. */
    Optional<PhoneNumber> called();

    /** Returns when it began to ring. */
    Optional<Instant> startedAt();

    /** Returns when it ended. */
    Optional<Instant> endedAt();

    /** Returns how long it lasted, ringing included. */
    Optional<Duration> duration();

    /** Returns how it ended. */
    @Value.Default
    default CallOutcome outcome() {
        return CallOutcome.UNKNOWN;
    }

    /** Returns the word of the PBX for how it ended. */
    Optional<String> outcomeWord();

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a leg. */
    final class Builder extends ImmutableCallLeg.Builder {
        Builder() {}
    }
}
