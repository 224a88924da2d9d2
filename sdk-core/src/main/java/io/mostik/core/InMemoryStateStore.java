package io.mostik.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Remembers in memory. Drops what has expired as it writes, so that it stays bounded by what is still wanted. */
final class InMemoryStateStore implements StateStore {

    private static final int WRITES_BETWEEN_SWEEPS = 1_000;

    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final TimeSource time;
    private long lastVersion;
    private int writes;

    InMemoryStateStore(TimeSource time) {
        this.time = Objects.requireNonNull(time, "time");
    }

    @Override
    public synchronized Optional<Entry> find(String key) {
        return Optional.ofNullable(live(StateStore.checkKey(key)));
    }

    @Override
    public synchronized List<Entry> list(String prefix, int atMost) {
        List<Entry> found = new ArrayList<>();
        for (Entry entry : entries.tailMap(prefix, true).values()) {
            if (found.size() == atMost || !entry.key().startsWith(prefix)) {
                break;
            }
            if (!expired(entry)) {
                found.add(entry);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public synchronized boolean replace(String key, String value, long expectedVersion, Optional<Duration> keepFor) {
        Objects.requireNonNull(value, "value");
        Entry present = live(StateStore.checkKey(key));
        if ((present == null ? ABSENT : present.version()) != expectedVersion) {
            return false;
        }
        lastVersion++;
        entries.put(key, new Entry(key, value, lastVersion, keepFor.map(time.now()::plus)));
        sweep();
        return true;
    }

    @Override
    public synchronized boolean remove(String key, long expectedVersion) {
        Entry present = live(StateStore.checkKey(key));
        return present != null && present.version() == expectedVersion && entries.remove(key, present);
    }

    private void sweep() {
        writes++;
        if (writes % WRITES_BETWEEN_SWEEPS == 0) {
            entries.values().removeIf(this::expired);
        }
    }

    private @Nullable Entry live(String key) {
        Entry entry = entries.get(key);
        return entry == null || expired(entry) ? null : entry;
    }

    private boolean expired(Entry entry) {
        Instant now = time.now();
        return entry.expiresAt().filter(end -> !end.isAfter(now)).isPresent();
    }
}
