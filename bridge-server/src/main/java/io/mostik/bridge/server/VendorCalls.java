package io.mostik.bridge.server;

import io.mostik.core.TimeSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the calls of each connection came to, in this process since its start. Thread-safe. */
final class VendorCalls {

    private final TimeSource time;
    private final Map<String, ConnectionCalls> byConnection = new ConcurrentHashMap<>();

    VendorCalls(TimeSource time) {
        this.time = time;
    }

    /** Returns what listens to a connection. */
    ConnectionCalls of(String connection) {
        return byConnection.computeIfAbsent(connection, name -> new ConnectionCalls(time));
    }
}
