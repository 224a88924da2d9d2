package io.mostik.examples.onec;

import java.time.Duration;

/**
 * The result of one attempt at a task.
 *
 * @param state its end, or {@code STARTED} to try again
 * @param message what to tell people
 * @param pause how long to wait before the next try
 */
record TaskResult(Intent.State state, String message, Duration pause) {

    static TaskResult done(String message) {
        return new TaskResult(Intent.State.DONE, message, Duration.ZERO);
    }

    static TaskResult refused(String message) {
        return new TaskResult(Intent.State.REFUSED, message, Duration.ZERO);
    }

    static TaskResult unknown(String message) {
        return new TaskResult(Intent.State.UNKNOWN, message, Duration.ZERO);
    }

    static TaskResult again(String message, Duration pause) {
        return new TaskResult(Intent.State.STARTED, message, pause);
    }
}
