package io.mostik.core;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps state in memory. Expired values are dropped as others are written, so it is bounded by what is still wanted. */
final class InMemoryStateStore implements StateStore {

    private static final int COMMITS_BETWEEN_SWEEPS = 1_000;
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing((String key) -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final TreeMap<String, Entry> entries = new TreeMap<>(BY_BYTES);
    private final TimeSource time;
    private long lastVersion;
    private int commits;

    InMemoryStateStore(TimeSource time) {
        this.time = Objects.requireNonNull(time, "time");
    }

    @Override
    public synchronized Optional<Entry> find(String key) {
        return Optional.ofNullable(live(StateStore.checkKey(key)));
    }

    @Override
    public synchronized List<Entry> findAll(Collection<String> keys) {
        return StateStore.super.findAll(keys);
    }

    @Override
    public synchronized List<Entry> list(String prefix, String after, int atMost) {
        List<Entry> found = new ArrayList<>();
        String from = BY_BYTES.compare(prefix, after) > 0 ? prefix : after;
        for (Entry entry : entries.tailMap(from, !from.equals(after)).values()) {
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
    public synchronized OptionalLong commit(List<Change> changes) {
        for (Change change : StateStore.checkChanges(changes)) {
            if (change.expectedVersion() != ANY && change.expectedVersion() != version(change.key())) {
                return OptionalLong.empty();
            }
        }
        lastVersion++;
        changes.forEach(this::apply);
        sweep();
        return OptionalLong.of(lastVersion);
    }

    @Override
    public Instant now() {
        return time.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private void apply(Change change) {
        if (change instanceof Write write) {
            Optional<Instant> end = write.keepFor().map(this::endAfter);
            entries.put(write.key(), new Entry(write.key(), write.value(), lastVersion, end));
        } else {
            entries.remove(change.key());
        }
    }

    private Instant endAfter(Duration keepFor) {
        Instant now = now();
        return keepFor.compareTo(Duration.between(now, Instant.MAX)) >= 0 ? Instant.MAX : now.plus(keepFor);
    }

    private void sweep() {
        commits++;
        if (commits % COMMITS_BETWEEN_SWEEPS == 0) {
            entries.values().removeIf(this::expired);
        }
    }

    private long version(String key) {
        Entry present = live(key);
        return present == null ? ABSENT : present.version();
    }

    private @Nullable Entry live(String key) {
        Entry entry = entries.get(key);
        return entry == null || expired(entry) ? null : entry;
    }

    private boolean expired(Entry entry) {
        Instant now = now();
        return entry.expiresAt().filter(end -> !end.isAfter(now)).isPresent();
    }
}
