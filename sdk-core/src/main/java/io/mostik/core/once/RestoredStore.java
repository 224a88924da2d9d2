package io.mostik.core.once;

import io.mostik.core.StateStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A store that was put back from a copy: what is absent in it may have been there.
 *
 * @param store the store
 */
record RestoredStore(StateStore store) implements StateStore {

    @Override
    public boolean isRestored() {
        return true;
    }

    @Override
    public Optional<Entry> find(String key) {
        return store.find(key);
    }

    @Override
    public List<Entry> findAll(Collection<String> keys) {
        return store.findAll(keys);
    }

    @Override
    public List<Entry> list(String prefix, String after, int atMost) {
        return store.list(prefix, after, atMost);
    }

    @Override
    public OptionalLong commit(List<Change> changes) {
        return store.commit(changes);
    }

    @Override
    public Instant now() {
        return store.now();
    }
}
