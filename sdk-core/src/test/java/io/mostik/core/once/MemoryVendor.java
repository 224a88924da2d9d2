package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.test.FeedReader;
import io.mostik.core.test.FeedVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A vendor in memory that is asked for the records changed at or after a time; pages of 3, seconds of any number. */
final class MemoryVendor implements FeedVendor, FeedSource<MemoryVendor.Row> {

    private static final int PAGE = 3;

    private final List<Row> rows = new ArrayList<>();
    private Instant now;

    record Row(long id, Instant at, int version) {}

    MemoryVendor(Instant now) {
        this.now = now;
    }

    Feed<Row> feed(StateStore store, TimeSource time) {
        return Feed.of(store, time, "rows", this);
    }

    @Override
    public FeedReader reader(StateStore store, TimeSource time) {
        return FeedReader.of(feed(store, time), row -> row.id() + "=" + row.version());
    }

    @Override
    public int pageSize() {
        return PAGE;
    }

    @Override
    public void advance(Duration step) {
        now = now.plus(step);
    }

    @Override
    public void add(Instant at) {
        rows.add(new Row(rows.size() + 1L, at, 1));
    }

    @Override
    public void change(int index) {
        Row row = rows.get(index);
        rows.set(index, new Row(row.id(), now, row.version() + 1));
    }

    @Override
    public Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        rows.forEach(row -> states.put(Long.toString(row.id()), Integer.toString(row.version())));
        return states;
    }

    @Override
    public String id(Row row) {
        return Long.toString(row.id());
    }

    @Override
    public Instant changedAt(Row row) {
        return row.at();
    }

    @Override
    public Walk<Row> from(Instant from) {
        return new Walk<>() {
            private Instant bound = from;
            private int limit = PAGE;
            private boolean done;

            @Override
            public boolean isDone() {
                return done;
            }

            @Override
            public List<Row> next() {
                List<Row> found = rows.stream()
                        .filter(row -> !row.at().isBefore(bound))
                        .sorted(Comparator.comparing(Row::at).thenComparing(Row::id))
                        .limit(limit)
                        .toList();
                done = found.size() < limit;
                Instant reached =
                        found.isEmpty() ? bound : found.get(found.size() - 1).at();
                limit = done || reached.isAfter(bound) ? PAGE : 2 * limit;
                bound = reached;
                return found;
            }

            @Override
            public Instant completeBefore() {
                return bound;
            }
        };
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
