package io.mostik.bridge.intent;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Connections whose key or certificate a vendor refused, as this node has seen. While one is marked, one attempt a minute
 * finds out whether that has changed; the others wait. Thread-safe.
 */
final class ConnectionMarks {

    static final Duration PROBE = Duration.ofMinutes(1);

    private final Map<String, Mark> marks = new TreeMap<>();

    /** Returns when to ask again; empty if it may be tried now. */
    synchronized Optional<Instant> waitUntil(String connection, Instant now) {
        Mark mark = marks.get(connection);
        if (mark == null) {
            return Optional.empty();
        }
        if (now.isBefore(mark.probe())) {
            return Optional.of(mark.probe());
        }
        marks.put(connection, new Mark(mark.since(), now.plus(PROBE)));
        return Optional.empty();
    }

    synchronized void refused(String connection, Instant now) {
        Mark mark = marks.get(connection);
        marks.put(connection, new Mark(mark == null ? now : mark.since(), now.plus(PROBE)));
    }

    synchronized void accepted(String connection) {
        marks.remove(connection);
    }

    /** Returns since when each has been refused. */
    synchronized Map<String, Instant> all() {
        Map<String, Instant> found = new TreeMap<>();
        marks.forEach((connection, mark) -> found.put(connection, mark.since()));
        return found;
    }

    /** A refused connection. */
    private record Mark(Instant since, Instant probe) {}
}
