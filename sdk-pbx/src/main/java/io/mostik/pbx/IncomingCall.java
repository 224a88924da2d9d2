package io.mostik.pbx;

import io.mostik.core.json.Json;
import io.mostik.core.json.Redacted;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** Somebody calls from outside, right now. */
@Value.Immutable
public interface IncomingCall {

    /** Returns who calls. */
    PhoneNumber caller();

    /** Returns the number that was called. */
    PhoneNumber called();

    /** Returns the extension that rings. */
    Optional<String> extension();

    /** Returns the PBX's id of the call. */
    Optional<String> callId();

    /** Returns when it began, by the PBX's clock. */
    Optional<Instant> time();

    /** Returns everything that came, by the PBX's names. Not printed. */
    @Redacted
    @Value.Default
    default Json raw() {
        return Json.of(null);
    }

    /** Returns a builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an incoming call. */
    final class Builder extends ImmutableIncomingCall.Builder {
        Builder() {}
    }
}
