package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Change;
import io.mostik.core.StateStore.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Reads and moves write records. A move is one commit: the record, its entry in the index of open writes, and the side
 * records. A record is open exactly as long as its index entry exists.
 */
final class Journal {

    private final StateStore store;

    Journal(StateStore store) {
        this.store = store;
    }

    /** Reads a record and its side records in one round trip. */
    Snapshot read(OnceKey key, List<SideRecord<?>> addresses) {
        List<String> sides = addresses.stream().map(SideRecord::key).distinct().toList();
        List<String> keys = new ArrayList<>(sides);
        keys.add(key.record());
        Map<String, Entry> entries = new HashMap<>();
        store.findAll(keys).forEach(entry -> entries.put(entry.key(), entry));
        Optional<Entry> entry = Optional.ofNullable(entries.remove(key.record()));
        return new Snapshot(
                key,
                entry.map(WriteRecord::parse),
                entry.map(Entry::version).orElse(StateStore.ABSENT),
                new SideRecords(sides, entries));
    }

    /**
     * Moves a record.
     *
     * @param next the record to write; empty to remove it
     * @param moved changes the side records
     * @return the records as they are now; empty if one of them was changed by somebody else
     */
    Optional<Snapshot> move(
            Snapshot from, Optional<WriteRecord> next, Optional<Duration> keep, Consumer<SideRecords> moved) {
        SideRecords sides = from.sides().fresh();
        moved.accept(sides);
        List<Change> changes = new ArrayList<>(sides.changes());
        next.ifPresentOrElse(
                record -> changes.add(new StateStore.Write(from.key().record(), record.text(), from.version(), keep)),
                () -> changes.add(new StateStore.Remove(from.key().record(), from.version())));
        WriteState to = next.map(WriteRecord::state).orElse(WriteState.NONE);
        index(from, to).ifPresent(changes::add);
        OptionalLong version = store.commit(changes);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        OnceEvents.moved(from.key(), from.state(), to);
        long kept = next.isPresent() ? version.getAsLong() : StateStore.ABSENT;
        return Optional.of(new Snapshot(from.key(), next, kept, sides.committed(version.getAsLong())));
    }

    private static Optional<Change> index(Snapshot from, WriteState to) {
        if (from.state().isOpen() == to.isOpen()) {
            return Optional.empty();
        }
        String key = from.key().open();
        return Optional.of(
                to.isOpen()
                        ? new StateStore.Write(key, "", StateStore.ANY, Optional.empty())
                        : new StateStore.Remove(key, StateStore.ANY));
    }
}
