package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Change;
import io.mostik.core.StateStore.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The side records of one write, as read with its write record, and what becomes of them in the commit. Only records that
 * {@link OnceSteps#sideRecords} names can be read and written. Not thread-safe; valid during the step it is given to.
 */
public final class SideRecords {

    private final Map<String, Entry> entries;
    private final List<String> keys;
    private final Map<String, Change> changes = new LinkedHashMap<>();

    static SideRecords none() {
        return new SideRecords(List.of(), Map.of());
    }

    SideRecords(List<String> keys, Map<String, Entry> entries) {
        this.keys = keys;
        this.entries = entries;
    }

    /** Returns a record as it was read; empty if there is none. */
    public <T> Optional<T> get(SideRecord<T> address) {
        return Optional.ofNullable(entries.get(known(address))).map(address.records()::value);
    }

    /** Writes a record without expiry. */
    public <T> void put(SideRecord<T> address, T value) {
        put(address, value, Optional.empty());
    }

    /** Writes a record, for a while. */
    public <T> void put(SideRecord<T> address, T value, Duration keepFor) {
        put(address, value, Optional.of(keepFor));
    }

    /** Removes a record; does nothing if there is none. */
    public void remove(SideRecord<?> address) {
        String key = known(address);
        if (entries.containsKey(key)) {
            changes.put(key, new StateStore.Remove(key, version(key)));
        }
    }

    List<Change> changes() {
        return List.copyOf(changes.values());
    }

    /** Returns the records as they are after a commit of the changes. */
    SideRecords committed(long version) {
        Map<String, Entry> next = new HashMap<>(entries);
        for (Change change : changes.values()) {
            if (change instanceof StateStore.Write write) {
                next.put(write.key(), new Entry(write.key(), write.value(), version, Optional.empty()));
            } else {
                next.remove(change.key());
            }
        }
        return new SideRecords(keys, next);
    }

    /** Returns the records as they were read, without changes. */
    SideRecords fresh() {
        return new SideRecords(keys, entries);
    }

    List<String> keys() {
        return new ArrayList<>(keys);
    }

    private <T> void put(SideRecord<T> address, T value, Optional<Duration> keepFor) {
        String key = known(address);
        changes.put(key, new StateStore.Write(key, address.records().text(key, value), version(key), keepFor));
    }

    private long version(String key) {
        Entry entry = entries.get(key);
        return entry == null ? StateStore.ABSENT : entry.version();
    }

    private String known(SideRecord<?> address) {
        if (!keys.contains(address.key())) {
            throw new IllegalArgumentException(address + " is not among the side records of this write");
        }
        return address.key();
    }
}
