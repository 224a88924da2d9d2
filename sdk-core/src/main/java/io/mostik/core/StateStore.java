package io.mostik.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The one place where the SDK remembers anything beyond a call: checkpoints, seen ids, approvals, mappings, tokens,
 * counters. Small values by key, each with a version, and perhaps an end. In memory it lasts as long as the process;
 * over JDBC it survives a crash and serves several nodes. Implementations are thread-safe, and every method is atomic.
 * All methods throw {@link StateStoreException} when the store itself fails.
 */
public interface StateStore {

    /** The version of a key that is not there. */
    long ABSENT = 0;

    /** The longest key, in characters. */
    int LONGEST_KEY = 200;

    /**
     * One remembered value.
     *
     * @param key its name
     * @param value the text
     * @param version grows with each change of the key
     * @param expiresAt when it is forgotten; empty if never
     */
    record Entry(String key, String value, long version, Optional<Instant> expiresAt) {

        /** Returns the entry without its value, which may be confidential. */
        @Override
        public String toString() {
            return "Entry[" + key + " v" + version + "]";
        }
    }

    /** Returns the value under a key, unless it is absent or has expired. */
    Optional<Entry> find(String key);

    /** Returns the values whose keys start with a prefix, in the order of the keys, at most so many. */
    List<Entry> list(String prefix, int atMost);

    /**
     * Writes a value if the key still has the expected version.
     *
     * @param key its name, 1 to {@value #LONGEST_KEY} characters
     * @param value the text
     * @param expectedVersion version that was read, or {@link #ABSENT}
     * @param keepFor how long to remember it; empty for ever
     * @return whether it was written; if not, somebody else was faster
     */
    boolean replace(String key, String value, long expectedVersion, Optional<Duration> keepFor);

    /** Removes a key if it still has the expected version, and says whether it did. */
    boolean remove(String key, long expectedVersion);

    /** Writes a value whatever was there. */
    default void put(String key, String value) {
        while (!replace(key, value, find(key).map(Entry::version).orElse(ABSENT), Optional.empty())) {
            Thread.onSpinWait();
        }
    }

    /** Remembers a key for a while, and returns whether it was not remembered already. */
    default boolean firstSeen(String key, Duration keepFor) {
        return replace(key, "", ABSENT, Optional.of(keepFor));
    }

    /** Returns a store that lasts as long as the process. */
    static StateStore inMemory() {
        return inMemory(TimeSource.system());
    }

    /** Returns a store that lasts as long as the process, with this clock. */
    static StateStore inMemory(TimeSource time) {
        return new InMemoryStateStore(time);
    }

    /**
     * Refuses a key that a store cannot hold.
     *
     * @return the key
     * @throws IllegalArgumentException if it is empty or too long
     */
    static String checkKey(String key) {
        Objects.requireNonNull(key, "key");
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("key must have 1 to " + LONGEST_KEY + " characters");
        }
        return key;
    }
}
