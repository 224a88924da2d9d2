package io.mostik.examples.onec;

import java.time.Duration;

/**
 * What became of one try at an errand.
 *
 * @param state its end, or {@code STARTED} to try again
 * @param message what to tell people
 * @param pause how long to wait before the next try
 */
record Verdict(Intent.State state, String message, Duration pause) {

    static Verdict done(String message) {
        return new Verdict(Intent.State.DONE, message, Duration.ZERO);
    }

    static Verdict refused(String message) {
        return new Verdict(Intent.State.REFUSED, message, Duration.ZERO);
    }

    static Verdict unsure(String message) {
        return new Verdict(Intent.State.UNSURE, message, Duration.ZERO);
    }

    static Verdict again(String message, Duration pause) {
        return new Verdict(Intent.State.STARTED, message, pause);
    }
}
