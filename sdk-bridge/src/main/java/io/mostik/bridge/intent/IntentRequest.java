package io.mostik.bridge.intent;

import io.mostik.bridge.Fields;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a caller asks for, before it is written down.
 *
 * @param key what tells it from all others
 * @param connection the vendor's account; empty text for actions that need none
 * @param fields the fields of the action, read and checked by {@link io.mostik.bridge.action.ActionSpec#read}
 * @param validUntil when a first try is too late; by default the action's own time after now
 */
public record IntentRequest(IntentKey key, String connection, Fields fields, Optional<Instant> validUntil) {

    /** Checks that no part is missing. */
    public IntentRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(validUntil, "validUntil");
    }

    /** Returns a request valid as long as its action says. */
    public static IntentRequest of(IntentKey key, String connection, Fields fields) {
        return new IntentRequest(key, connection, fields, Optional.empty());
    }
}
