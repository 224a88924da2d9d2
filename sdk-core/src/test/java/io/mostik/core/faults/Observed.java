package io.mostik.core.faults;

import io.mostik.core.Phase;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a call under a fault.
 *
 * @param seen what the caller saw
 * @param phase where it stopped
 * @param tries how often the SDK tried
 * @param read how many whole requests the server read
 * @param took from call to return
 * @param deadline the end it was given
 */
record Observed(Expected.Seen seen, Optional<Phase> phase, int tries, int read, Duration took, Duration deadline) {

    /** Returns the cell of the table. */
    String cell() {
        return String.format(
                Locale.ROOT,
                "%s%s, %d %s, %d read, %.2f of %.1f s",
                seen,
                phase.map(stopped -> " (" + stopped + ")").orElse(""),
                tries,
                tries == 1 ? "try" : "tries",
                read,
                took.toMillis() / 1000.0,
                deadline.toMillis() / 1000.0);
    }
}
