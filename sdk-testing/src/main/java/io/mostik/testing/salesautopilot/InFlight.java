package io.mostik.testing.salesautopilot;

import io.mostik.testing.Received;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which requests came while another with the same credential was not yet answered. Thread-safe. */
final class InFlight {

    private final Map<Long, String> open = new HashMap<>();
    private final Set<Long> overlapping = new HashSet<>();

    synchronized void arrived(Received request) {
        String credential = request.header("Authorization").orElse("");
        if (open.containsValue(credential)) {
            overlapping.add(request.number());
        }
        open.put(request.number(), credential);
    }

    synchronized void left(Received request) {
        open.remove(request.number());
        overlapping.remove(request.number());
    }

    /** Returns whether another one was under way as this one came. */
    synchronized boolean overlaps(Received request) {
        return overlapping.contains(request.number());
    }
}
