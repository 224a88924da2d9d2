package io.mostik.salesautopilot.usage;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The counters of one month, as they stand in one value of the store, so that they change together. */
final class Counters {

    static final String SENT = "sent";
    static final String SUCCEEDED = "succeeded";
    static final String REPEATED = "repeated";
    static final String OPERATION = "op:";

    private final TreeMap<String, Long> counts = new TreeMap<>();

    static Counters parse(String text) {
        Counters counters = new Counters();
        text.lines().forEach(line -> {
            int equals = line.lastIndexOf('=');
            counters.counts.put(line.substring(0, equals), Long.valueOf(line.substring(equals + 1)));
        });
        return counters;
    }

    long get(String name) {
        return counts.getOrDefault(name, 0L);
    }

    void add(String name, long more) {
        counts.merge(name, more, Long::sum);
        counts.values().removeIf(count -> count == 0);
    }

    Map<String, Long> byOperation() {
        return counts.tailMap(OPERATION, true).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(OPERATION))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(OPERATION.length()), Map.Entry::getValue));
    }

    @Override
    public String toString() {
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }
}
