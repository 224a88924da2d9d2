package io.mostik.salesautopilot.usage;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The counters of one month in one record, so that they change together. Immutable.
 *
 * @param sent requests that left
 * @param succeeded those that were answered with success
 * @param repeated those that were the same call once more
 * @param byOperation those that left, by operation
 * @param warned thresholds of which the listener was told
 * @param byWorkflow those that left, by the workflow that asked for them
 * @param telling thresholds of which a node is telling the listener, and since when in milliseconds
 */
record Counters(
        long sent,
        long succeeded,
        long repeated,
        Map<String, Long> byOperation,
        Set<Long> warned,
        Map<String, Long> byWorkflow,
        Map<Long, Long> telling) {

    static final Counters NONE = new Counters(0, 0, 0, Map.of(), Set.of(), Map.of(), Map.of());

    /** Returns one more request that left, or with {@code -1} one that did not leave after all. */
    Counters count(String operation, String workflow, boolean repeat, long more) {
        return new Counters(
                sent + more,
                succeeded,
                repeated + (repeat ? more : 0),
                more(byOperation, operation, more),
                warned,
                workflow.isEmpty() ? byWorkflow : more(byWorkflow, workflow, more),
                telling);
    }

    Counters countSuccess() {
        return new Counters(sent, succeeded + 1, repeated, byOperation, warned, byWorkflow, telling);
    }

    /** Returns the thresholds that are reached and that nobody has told of, or has begun to tell of in vain. */
    Set<Long> untold(NavigableSet<Long> thresholds, long abandonedBefore) {
        return thresholds.headSet(sent, true).stream()
                .filter(threshold -> !warned.contains(threshold))
                .filter(threshold -> telling.getOrDefault(threshold, Long.MIN_VALUE) < abandonedBefore)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Counters telling(Set<Long> thresholds, long now) {
        Map<Long, Long> all = new TreeMap<>(telling);
        thresholds.forEach(threshold -> all.put(threshold, now));
        return new Counters(sent, succeeded, repeated, byOperation, warned, byWorkflow, all);
    }

    Counters told(long threshold) {
        Set<Long> all = new TreeSet<>(warned);
        all.add(threshold);
        Map<Long, Long> rest = new TreeMap<>(telling);
        rest.remove(threshold);
        return new Counters(sent, succeeded, repeated, byOperation, all, byWorkflow, rest);
    }

    private static Map<String, Long> more(Map<String, Long> counts, String name, long more) {
        Map<String, Long> changed = new TreeMap<>(counts);
        changed.merge(name, more, Long::sum);
        changed.values().removeIf(count -> count == 0);
        return changed;
    }
}
