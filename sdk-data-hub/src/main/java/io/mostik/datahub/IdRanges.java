package io.mostik.datahub;

import io.mostik.core.StateStoreException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A set of ids as runs, {@code 1-500,502,504-900}: ids of a vendor are mostly dense. Belongs to one thread. */
final class IdRanges {

    private final TreeMap<Long, Long> runs = new TreeMap<>();

    static IdRanges parse(String text) {
        IdRanges ids = new IdRanges();
        try {
            for (String run : text.isEmpty() ? new String[0] : text.split(",", -1)) {
                String[] ends = run.split("-", -1);
                ids.runs.put(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1]));
            }
        } catch (NumberFormatException e) {
            throw new StateStoreException("this is no list of ids", e);
        }
        return ids;
    }

    boolean has(long id) {
        Map.Entry<Long, Long> run = runs.floorEntry(id);
        return run != null && run.getValue() >= id;
    }

    void add(long id) {
        if (has(id)) {
            return;
        }
        Map.Entry<Long, Long> before = runs.floorEntry(id);
        long first = before != null && before.getValue() == id - 1 ? before.getKey() : id;
        Long last = runs.remove(id + 1);
        runs.put(first, last == null ? id : last);
    }

    Stream<Long> stream() {
        return runs.entrySet().stream()
                .flatMap(run ->
                        LongStream.rangeClosed(run.getKey(), run.getValue()).boxed());
    }

    @Override
    public String toString() {
        return runs.entrySet().stream()
                .map(run -> run.getKey().equals(run.getValue())
                        ? run.getKey().toString()
                        : run.getKey() + "-" + run.getValue())
                .collect(Collectors.joining(","));
    }
}
