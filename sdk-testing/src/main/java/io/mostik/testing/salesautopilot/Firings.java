package io.mostik.testing.salesautopilot;

import java.util.HashMap;
import java.util.Map;

/** How often the automations behind a form ran for a record. Thread-safe. */
final class Firings {

    private final Map<Firing, Integer> counts = new HashMap<>();

    synchronized void fire(long form, long contact) {
        counts.merge(new Firing(form, contact), 1, Integer::sum);
    }

    synchronized int count(long form, long contact) {
        return counts.getOrDefault(new Firing(form, contact), 0);
    }

    synchronized int count(long form) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().form == form)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private record Firing(long form, long contact) {}
}
