package io.mostik.testing;

import java.net.URI;
import java.util.List;

/** A simulator of a vendor, on this machine. */
public interface Simulator extends AutoCloseable {

    /** Returns the server that plays it; of several the first. */
    SimulatorServer server();

    /** Returns the address a client is given as its base. */
    default URI uri() {
        return server().uri();
    }

    /** Returns every address it listens on, the one of {@link #uri} first. */
    default List<URI> uris() {
        return List.of(uri());
    }

    /** Returns what was received so far. */
    default Journal journal() {
        return server().journal();
    }

    /** Returns what spoils the next requests. */
    default FaultInjector faults() {
        return server().faults();
    }

    /** Returns what mutates the next answers. */
    default AnswerMutator answers() {
        return server().answers();
    }

    /** Returns the vendor's time. */
    default SimulatedClock clock() {
        return server().clock();
    }

    /** Returns every webhook sent so far with its attempts; none if the vendor sends none. */
    default List<HookDelivery> deliveries() {
        return List.of();
    }

    /** Stops the simulator in bounded time; a second call does nothing. */
    @Override
    default void close() {
        server().close();
    }
}
