package io.mostik.bridge.action.internal;

import io.mostik.core.StateStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The part of a store that belongs to one connection, so that two companies may have an order of the same number.
 *
 * @param store the whole
 * @param prefix what its keys begin with
 */
record ScopedStore(StateStore store, String prefix) implements StateStore {

    @Override
    public boolean isRestored() {
        return store.isRestored();
    }

    @Override
    public Optional<Entry> find(String key) {
        return store.find(prefix + key).map(this::inner);
    }

    @Override
    public List<Entry> findAll(Collection<String> keys) {
        return store.findAll(keys.stream().map(key -> prefix + key).toList()).stream()
                .map(this::inner)
                .toList();
    }

    @Override
    public List<Entry> list(String from, String after, int atMost) {
        String start = after.isEmpty() ? after : prefix + after;
        return store.list(prefix + from, start, atMost).stream()
                .map(this::inner)
                .toList();
    }

    @Override
    public OptionalLong commit(List<Change> changes) {
        return store.commit(changes.stream().map(this::outer).toList());
    }

    @Override
    public Instant now() {
        return store.now();
    }

    private Entry inner(Entry entry) {
        return new Entry(entry.key().substring(prefix.length()), entry.value(), entry.version(), entry.expiresAt());
    }

    private Change outer(Change change) {
        return change instanceof Write write
                ? new Write(prefix + write.key(), write.value(), write.expectedVersion(), write.keepFor())
                : new Remove(prefix + change.key(), change.expectedVersion());
    }
}
