package io.mostik.core;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the SDK remembers beyond a call: write records, leases, checkpoints, tokens, counters. A flat map of small texts,
 * each with a version for compare-and-set and, if wanted, an end.
 *
 * <pre>{@code
 * StateStore store = JdbcStateStore.create(dataSource);          // one, shared by all workflows and nodes
 * CardWorkflows cards = CardWorkflows.of(bank, store);
 * RemOnlineFeeds feeds = RemOnlineFeeds.of(remonline, store);
 * }</pre>
 *
 * <p>{@link #inMemory()} lasts as long as the process. {@link JdbcStateStore} survives crashes and is shared by all nodes
 * of an application. An adapter for another database implements the four methods without a body and passes
 * {@code StateStoreContract} of the test jar. The four rules that everything above relies on:
 *
 * <ul>
 *   <li>{@link #commit} is atomic: all changes, or none; all written keys get the same new version.
 *   <li>The version of a key never repeats and never goes down, not after a removal, an expiry, or a clock set back.
 *   <li>{@link #now} is one clock for all nodes that share the store.
 *   <li>Keys are compared character by character: no case folding, no trimming, no Unicode normalisation.
 * </ul>
 *
 * <p>Implementations are thread-safe. Every method throws {@link StateStoreException} when the store itself fails.
 */
public interface StateStore {

    /** The version of a key that does not exist. */
    long ABSENT = 0;

    /** Matches every version, the absent one too. For index entries that another key of the same commit guards. */
    long ANY = -1;

    /** The longest key, in characters. */
    int LONGEST_KEY = 200;

    /** Page size of {@link #stream}. */
    int PAGE = 500;

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

    /** One change of a {@link #commit}. */
    sealed interface Change {

        /** Returns the key that is changed. */
        String key();

        /** Returns the version the key must have: one that was read, {@link #ABSENT}, or {@link #ANY}. */
        long expectedVersion();
    }

    /**
     * Writes a value.
     *
     * @param key its name, 1 to {@value #LONGEST_KEY} characters
     * @param value the text, of any length, without NUL and halves of surrogate pairs
     * @param expectedVersion the version that was read, {@link #ABSENT}, or {@link #ANY}
     * @param keepFor how long to keep it; empty to keep it without limit
     */
    record Write(String key, String value, long expectedVersion, Optional<Duration> keepFor) implements Change {

        /** Checks the key and that no part is missing. */
        public Write {
            checkKey(key);
            StorableText.check("value", value);
            Objects.requireNonNull(keepFor, "keepFor");
        }

        /** Returns the change without its value, which may be confidential. */
        @Override
        public String toString() {
            return "Write[" + key + " over v" + expectedVersion + "]";
        }
    }

    /**
     * Removes a key. Removing an absent key with {@link #ANY} does nothing.
     *
     * @param key its name
     * @param expectedVersion the version that was read, or {@link #ANY}
     */
    record Remove(String key, long expectedVersion) implements Change {

        /** Checks the key. */
        public Remove {
            checkKey(key);
        }
    }

    /** Returns the value of a key, unless it is absent or has expired. */
    Optional<Entry> find(String key);

    /**
     * Returns one page of the values whose keys start with a prefix, in the order of the keys' UTF-8 bytes.
     *
     * @param prefix the first characters of the keys; empty for all
     * @param after only keys greater than this; empty for the first page
     * @param atMost size of the page; a page with fewer values is the last one
     */
    List<Entry> list(String prefix, String after, int atMost);

    /**
     * Applies all changes, or none of them.
     *
     * @param changes at least one, each key once
     * @return the one new version of all keys written; empty if a key did not have the expected version
     */
    OptionalLong commit(List<Change> changes);

    /** Returns the time by the clock that all nodes of this store share, to the millisecond. */
    Instant now();

    /**
     * Returns whether this is a view of a store that was put back from a copy, so that what was written since may be
     * missing; see {@link io.mostik.core.once.Once#restored}. False by default. A store that stands before another one
     * answers as that does.
     */
    default boolean isRestored() {
        return false;
    }

    /** Returns the values of several keys, absent ones left out; one round trip where the store can. */
    default List<Entry> findAll(Collection<String> keys) {
        List<Entry> found = new ArrayList<>();
        keys.forEach(key -> find(key).ifPresent(found::add));
        return List.copyOf(found);
    }

    /**
     * Returns all values whose keys start with a prefix, in the order of the keys, however many there are. Reads pages of
     * {@value #PAGE} as the stream is consumed; what is written meanwhile may be missing.
     */
    default Stream<Entry> stream(String prefix) {
        return EntryPages.stream(this, prefix);
    }

    /**
     * Writes one value if its key has the expected version.
     *
     * @return the new version; empty if the key has another version
     */
    default OptionalLong write(String key, String value, long expectedVersion, Optional<Duration> keepFor) {
        return commit(List.of(new Write(key, value, expectedVersion, keepFor)));
    }

    /** Removes a key if it has the expected version, and returns whether it did. */
    default boolean remove(String key, long expectedVersion) {
        return commit(List.of(new Remove(key, expectedVersion))).isPresent();
    }

    /** Writes a value whatever was there, and keeps it without limit. */
    default void put(String key, String value) {
        OptionalLong unused = write(key, value, ANY, Optional.empty());
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
     * Checks a key.
     *
     * @return the key
     * @throws IllegalArgumentException if it is empty, longer than {@value #LONGEST_KEY} characters, or holds NUL or half
     *     of a surrogate pair, which some databases refuse and others change
     */
    static String checkKey(String key) {
        Objects.requireNonNull(key, "key");
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("key must have 1 to " + LONGEST_KEY + " characters");
        }
        return StorableText.check("key", key);
    }

    /**
     * Checks what is asked of {@link #list}; for implementations.
     *
     * @throws IllegalArgumentException if the size is negative, or prefix or key cannot be part of a key
     */
    static void checkRange(String prefix, String after, int atMost) {
        StorableText.check("prefix", prefix);
        StorableText.check("after", after);
        if (atMost < 0) {
            throw new IllegalArgumentException("atMost must not be negative");
        }
    }

    /**
     * Checks the changes of a commit; for implementations.
     *
     * @return the changes
     * @throws IllegalArgumentException if there is none, or two for one key
     */
    static List<Change> checkChanges(List<Change> changes) {
        List<Change> checked = List.copyOf(changes);
        if (checked.isEmpty()) {
            throw new IllegalArgumentException("changes must not be empty");
        }
        if (checked.stream().map(Change::key).distinct().count() < checked.size()) {
            throw new IllegalArgumentException("changes must not name a key twice");
        }
        return checked;
    }
}
