package io.mostik.bridge.action;

import io.mostik.bridge.Fields;
import java.time.Instant;
import java.util.Objects;

/**
 * One attempt at an intent.
 *
 * @param id the intent's id, the same at each attempt: the idempotency key
 * @param base who asks
 * @param document the caller's document
 * @param connection the name of the vendor's account; empty text if the action needs none
 * @param fields what is asked
 * @param acceptedAt when it was written down
 * @param isLate whether the time for a first try is over: only what has begun may be finished
 */
public record ActionCall(
        String id, String base, String document, String connection, Fields fields, Instant acceptedAt, boolean isLate) {

    /** Checks that no part is missing. */
    public ActionCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(connection, "connection");
        Objects.requireNonNull(fields, "fields");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
    }
}
