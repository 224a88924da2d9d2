package io.mostik.spring.boot;

import io.mostik.core.TimeSource;
import io.mostik.core.http.CallListener;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;

/** What the last calls of each client came to, for health: no call to the vendor is needed. */
final class LastOutcomes implements ClientListeners {

    private final int failuresForDown;
    private final TimeSource time;
    private final Map<String, ClientOutcomes> clients = new ConcurrentSkipListMap<>();

    LastOutcomes(int failuresForDown, TimeSource time) {
        this.failuresForDown = failuresForDown;
        this.time = time;
    }

    @Override
    public CallListener of(ClientId client) {
        return clients.computeIfAbsent(client.toString(), name -> new ClientOutcomes(failuresForDown, time));
    }

    /** Returns whether a client fails. */
    boolean isAnyDown() {
        return clients.values().stream().anyMatch(ClientOutcomes::isDown);
    }

    /** Returns whether a client has been heard of. */
    boolean isAnyKnown() {
        return clients.values().stream().anyMatch(Predicate.not(ClientOutcomes::isUnknown));
    }

    /** Returns what is known of each client. */
    Map<String, ClientOutcomes> clients() {
        return clients;
    }
}
