package io.mostik.core.once;

import io.mostik.core.StateStoreException;
import jdk.jfr.FlightRecorder;

/** Tells of moves and of what a person has to know: the log {@code io.mostik.once} and the flight recorder; no content. */
final class OnceEvents {

    private static final System.Logger LOG = System.getLogger("io.mostik.once");

    private OnceEvents() {}

    static void moved(OnceKey key, WriteState from, WriteState to) {
        LOG.log(System.Logger.Level.DEBUG, "{0} {1}: {2} to {3}", key.kind(), key.ref(), from, to);
        if (FlightRecorder.isInitialized()) {
            OnceMoveEvent.record(key, from, to);
        }
    }

    static void duplicated(OnceKey key) {
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} {1} may have happened twice: a sender slept past its lease. A person has to resolve it.",
                key.kind(),
                key.ref());
    }

    static void notNoted(OnceKey key, RuntimeException failure) {
        LOG.log(
                System.Logger.Level.WARNING,
                "{0} {1}: the vendor has answered, but it could not be noted ({2}); it will be read back later",
                key.kind(),
                key.ref(),
                failure instanceof StateStoreException ? failure.getMessage() : failure.getClass().getSimpleName());
    }

    static void warn(String text) {
        LOG.log(System.Logger.Level.WARNING, text);
    }
}
