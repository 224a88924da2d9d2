package io.mostik.core;

import java.io.Serializable;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * One try of a call, as listed by {@link SdkException#attempts()}.
 *
 * @param number counted from 1
 * @param took how long the try took
 * @param status HTTP status, if there was an answer
 * @param outcome what is known about this try
 * @param pause how long the SDK paused after it; zero after the last
 */
@SuppressWarnings("serial") // the optional is not serialised: see Written
public record Attempt(int number, Duration took, OptionalInt status, Outcome outcome, Duration pause)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    private Object writeReplace() {
        return new Written(number, took, status.orElse(Written.NO_STATUS), outcome, pause);
    }

    /** This try as it is serialised by Java. */
    private record Written(int number, Duration took, int status, Outcome outcome, Duration pause)
            implements Serializable {

        private static final long serialVersionUID = 1L;
        private static final int NO_STATUS = 0;

        private Object readResolve() {
            OptionalInt known = status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
            return new Attempt(number, took, known, outcome, pause);
        }
    }
}
