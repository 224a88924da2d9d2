package io.mostik.bridge.intent;

import java.time.Duration;
import java.util.List;

/** The pauses between attempts: 10 s, 30 s, 2 min, 10 min, 30 min, 1 h, and 1 h from then on. */
final class Backoff {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1));

    private Backoff() {}

    /** Returns the pause after so many attempts. */
    static Duration after(int tries) {
        return PAUSES.get(Math.min(Math.max(tries, 1), PAUSES.size()) - 1);
    }
}
