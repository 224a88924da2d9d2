package io.mostik.testing.salesautopilot;

import io.mostik.testing.RecordedRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which requests came while another with the same credential was not yet answered. Thread-safe. */
final class InFlight {

    private final Function<RecordedRequest, String> credential;
    private final Map<Long, String> open = new HashMap<>();
    private final Set<Long> overlapping = new HashSet<>();

    InFlight(Function<RecordedRequest, String> credential) {
        this.credential = credential;
    }

    synchronized void arrived(RecordedRequest request) {
        String whose = credential.apply(request);
        if (open.containsValue(whose)) {
            overlapping.add(request.number());
        }
        open.put(request.number(), whose);
    }

    synchronized void left(RecordedRequest request) {
        open.remove(request.number());
        overlapping.remove(request.number());
    }

    /** Returns whether another one was under way as this one came. */
    synchronized boolean overlaps(RecordedRequest request) {
        return overlapping.contains(request.number());
    }
}
