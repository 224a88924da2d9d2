package io.mostik.bridge.intent;

import java.util.Objects;

/**
 * The answer to a request that was written down.
 *
 * @param intent the intent as it is
 * @param earlier whether it was known before
 */
public record Acceptance(Intent intent, boolean earlier) {

    /** Checks that no part is missing. */
    public Acceptance {
        Objects.requireNonNull(intent, "intent");
    }
}
