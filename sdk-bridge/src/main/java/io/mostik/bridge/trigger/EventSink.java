package io.mostik.bridge.trigger;

/** Takes events over: each is stored before this returns, and one that is known is not stored again. Thread-safe. */
@FunctionalInterface
public interface EventSink {

    /**
     * Stores an event.
     *
     * @return whether it is new
     * @throws io.mostik.core.StateStoreException if it could not be stored
     */
    boolean accept(BridgeEvent event);
}
