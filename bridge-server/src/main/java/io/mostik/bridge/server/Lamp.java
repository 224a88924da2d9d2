package io.mostik.bridge.server;

import java.time.Instant;
import java.util.Optional;

/**
 * How a connection looks, by what is known without asking.
 *
 * @param state how it is
 * @param why the word of the reason; empty text if there is none
 * @param since when that began; for {@link State#SLOW} and {@link State#SOON} when it ends
 */
record Lamp(State state, String why, Optional<Instant> since) {

    /** How a connection is. */
    enum State {
        /** The last answer was one. */
        OK,
        /** It works, and its certificate ends within a month. */
        SOON,
        /** Calls are held back. */
        SLOW,
        /** Somebody has to look. */
        TROUBLE,
        /** Nothing was asked and nothing came since the start. */
        QUIET
    }
}
