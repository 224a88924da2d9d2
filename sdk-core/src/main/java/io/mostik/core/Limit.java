package io.mostik.core;

import java.time.Duration;

/**
 * How long a statement may take.
 *
 * @param statement after this it is canceled
 * @param grace after this more its connection is closed, for a server that does not answer hears of no cancellation
 */
record Limit(Duration statement, Duration grace) {

    static final Limit USUAL = new Limit(Duration.ofSeconds(10), Duration.ofSeconds(5));
}
