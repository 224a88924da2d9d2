package io.mostik.bridge;

import java.time.Instant;
import java.util.Objects;

/**
 * Why nothing is sent.
 *
 * @param base whose intents wait; empty text for all
 * @param since when that began
 * @param reason why, in English
 * @param isRestored whether the journal is older than what was seen of it, so that a release has to say from when
 */
public record Held(String base, Instant since, String reason, boolean isRestored) {

    /** Checks that no part is missing. */
    public Held {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(reason, "reason");
    }
}
