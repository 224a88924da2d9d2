package io.mostik.bankcards;

import io.mostik.core.StateStore;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Records of one kind in a {@link StateStore}, each under its own id, changed only by whoever has read the version that
 * is there. Thread-safe.
 */
final class Records<T> {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final StateStore store;
    private final String prefix;
    private final Class<T> type;

    Records(StateStore store, String prefix, Class<T> type) {
        this.store = Objects.requireNonNull(store, "store");
        this.prefix = prefix;
        this.type = type;
    }

    /** A record with the version that was read. */
    record Kept<T>(T value, long version) {}

    Optional<Kept<T>> find(String id) {
        return store.find(prefix + id).map(this::read);
    }

    List<T> all() {
        return all("");
    }

    List<T> all(String further) {
        return store.stream(prefix + further).map(entry -> read(entry).value()).toList();
    }

    /**
     * Writes a record if it still has the version that was read.
     *
     * @throws IllegalStateException if somebody else was faster
     */
    Kept<T> replace(String id, T value, long expectedVersion) {
        String text = new String(JSON.write(value), StandardCharsets.UTF_8);
        if (!store.replace(prefix + id, text, expectedVersion, Optional.empty())) {
            throw new IllegalStateException(prefix + id + " was changed by somebody else at the same time");
        }
        return store.find(prefix + id)
                .filter(entry -> entry.value().equals(text))
                .map(this::read)
                .orElseThrow(() -> new IllegalStateException(prefix + id + " was changed by somebody else at once"));
    }

    /** Writes whatever was there; for records that are facts, not states. */
    void put(String id, T value) {
        store.put(prefix + id, new String(JSON.write(value), StandardCharsets.UTF_8));
    }

    /** Writes a new record that is forgotten after a while, and returns whether there was none before. */
    boolean add(String id, T value, Duration keepFor) {
        return tryReplace(id, value, StateStore.ABSENT, keepFor);
    }

    /** Writes a record that is forgotten after a while, and returns whether it still had the version that was read. */
    boolean tryReplace(String id, T value, long expectedVersion, Duration keepFor) {
        String text = new String(JSON.write(value), StandardCharsets.UTF_8);
        return store.replace(prefix + id, text, expectedVersion, Optional.of(keepFor));
    }

    void remove(String id) {
        store.find(prefix + id).ifPresent(entry -> store.remove(entry.key(), entry.version()));
    }

    private Kept<T> read(StateStore.Entry entry) {
        T value = JSON.read(JsonType.of(type), entry.value().getBytes(StandardCharsets.UTF_8));
        return new Kept<>(value, entry.version());
    }
}
