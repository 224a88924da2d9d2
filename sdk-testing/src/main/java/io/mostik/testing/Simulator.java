package io.mostik.testing;

import java.net.URI;
import java.util.List;

/** A vendor played on this machine. */
public interface Simulator extends AutoCloseable {

    /** Returns the address a client is given as its base. */
    URI uri();

    /** Returns every address it listens on, the one of {@link #uri} first. */
    default List<URI> uris() {
        return List.of(uri());
    }

    /** Returns what was received so far. */
    Journal journal();

    /** Returns what spoils the next requests. */
    FaultInjector faults();

    /** Returns the vendor's time. */
    SimulatedClock clock();

    /** Stops the simulator in bounded time; a second call does nothing. */
    @Override
    void close();
}
