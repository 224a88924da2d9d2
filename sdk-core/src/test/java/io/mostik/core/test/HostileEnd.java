package io.mostik.core.test;

import io.mostik.core.SdkException;
import java.util.Optional;

/** How a call ended whose answer was mutated. */
sealed interface HostileEnd {

    /**
     * A value came.
     *
     * @param value what the test took from it; empty if it held nothing to take
     */
    record Value(Optional<Object> value) implements HostileEnd {}

    /** The SDK refused the answer. */
    record Refused(SdkException failure) implements HostileEnd {}

    /** Something else was thrown. */
    record Thrown(Throwable throwable) implements HostileEnd {}
}
