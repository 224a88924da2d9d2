package io.mostik.core.once;

import io.mostik.core.StateStore;
import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateStoreException;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * Typed records in a {@link StateStore}, as JSON, changed only by a writer that has read the version that is there. For state
 * that is not a once-only write: a directory, counters, settings. Thread-safe.
 *
 * <pre>{@code
 * Records<CardRecord> cards = Records.of(store, "cards/directory/", CardRecord.class);
 * cards.update("1100200301", known -> known.orElseGet(() -> CardRecord.of(ucid)).shop(shop));
 * }</pre>
 *
 * @param <T> the type of the records
 */
public final class Records<T> {

    static final JsonCodec JSON = JsonCodec.camelCase();

    private static final int MOST_TRIES = 1_000;
    private static final int LONGEST_PREFIX = 100;

    private final StateStore store;
    private final String prefix;
    private final Class<T> type;
    private final Optional<Seal> seal;

    private Records(StateStore store, String prefix, Class<T> type, Optional<Seal> seal) {
        this.store = Objects.requireNonNull(store, "store");
        if (prefix.isEmpty() || prefix.length() > LONGEST_PREFIX) {
            throw new IllegalArgumentException("prefix must have 1 to " + LONGEST_PREFIX + " characters");
        }
        this.prefix = prefix;
        this.type = Objects.requireNonNull(type, "type");
        this.seal = seal;
    }

    /**
     * Returns the records under a prefix.
     *
     * @param prefix first characters of their keys, at most 100, such as {@code "cards/directory/"}
     */
    public static <T> Records<T> of(StateStore store, String prefix, Class<T> type) {
        return new Records<>(store, prefix, type, Optional.empty());
    }

    /**
     * Returns records that are stored encrypted with AES-GCM, each bound to its key, so that one that was moved or changed
     * is not read.
     *
     * @param prefix first characters of their keys, at most 100
     * @param key an AES key of 16, 24 or 32 bytes; records sealed with another one are a {@link StateStoreException}
     */
    public static <T> Records<T> sealed(StateStore store, String prefix, Class<T> type, SecretKey key) {
        return new Records<>(store, prefix, type, Optional.of(new Seal(key)));
    }

    /** Returns a record. */
    public Optional<Versioned<T>> find(String id) {
        return store.find(key(id)).map(this::read);
    }

    /** Returns all records whose ids start so, in the order of their keys, however many there are. */
    public Stream<Versioned<T>> stream(String idPrefix) {
        return store.stream(prefix + idPrefix).map(this::read);
    }

    /**
     * Adds a record without expiry if there is none.
     *
     * @return the record with its version; empty if there is one
     */
    public Optional<Versioned<T>> add(String id, T value) {
        return write(id, value, StateStore.ABSENT, Optional.empty());
    }

    /** Adds a record with an expiry, if there is none; empty if there is one. */
    public Optional<Versioned<T>> add(String id, T value, Duration keepFor) {
        return write(id, value, StateStore.ABSENT, Optional.of(keepFor));
    }

    /**
     * Writes a record without expiry, in the place of any other, even of one that cannot be read. The last one wins.
     */
    public Versioned<T> put(String id, T value) {
        return write(id, value, StateStore.ANY, Optional.empty()).orElseThrow();
    }

    /**
     * Writes a record without expiry if it has the expected version.
     *
     * @param expectedVersion the version that was read
     * @return the record with its new version; empty if somebody else was faster
     */
    public Optional<Versioned<T>> write(String id, T value, long expectedVersion) {
        return write(id, value, expectedVersion, Optional.empty());
    }

    /** Writes a record with an expiry if it has the expected version; empty if somebody else was faster. */
    public Optional<Versioned<T>> write(String id, T value, long expectedVersion, Optional<Duration> keepFor) {
        String key = key(id);
        OptionalLong version = store.write(key, text(key, value), expectedVersion, keepFor);
        return version.isPresent() ? Optional.of(new Versioned<>(value, version.getAsLong())) : Optional.empty();
    }

    /**
     * Changes a record without expiry, however many others change it at the same time. Writes nothing if the change
     * results in an equal record.
     *
     * @param change from the record that is there to the one to write; may be called several times
     */
    public Versioned<T> update(String id, Function<Optional<T>, T> change) {
        return update(id, Optional.empty(), change);
    }

    /** Like {@link #update(String, Function)}, with an expiry that starts again with each change. */
    public Versioned<T> update(String id, Optional<Duration> keepFor, Function<Optional<T>, T> change) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Versioned<T>> known = find(id);
            T next = change.apply(known.map(Versioned::value));
            Optional<Versioned<T>> written = known.filter(same -> same.value().equals(next))
                    .or(() -> write(id, next, known.map(Versioned::version).orElse(StateStore.ABSENT), keepFor));
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw new StateStoreException("a record under " + prefix + " could not be changed: too many others change it");
    }

    /** Removes a record if it has the expected version, and returns whether it did. */
    public boolean remove(String id, long expectedVersion) {
        return store.remove(key(id), expectedVersion);
    }

    /** Returns the address of a record, for {@link OnceSteps#sideRecords}. */
    public SideRecord<T> at(String id) {
        return new SideRecord<>(this, key(id));
    }

    String text(String key, T value) {
        byte[] json = JSON.write(value);
        return seal.map(closed -> closed.seal(json, bytes(key)))
                .orElseGet(() -> new String(json, StandardCharsets.UTF_8));
    }

    T value(Entry entry) {
        byte[] json = seal.map(closed -> closed.open(entry.value(), bytes(entry.key())))
                .orElseGet(() -> bytes(entry.value()));
        try {
            return JSON.read(JsonType.of(type), json);
        } catch (JsonException e) {
            throw new StateStoreException("the record under " + entry.key() + " cannot be read", e);
        }
    }

    private Versioned<T> read(Entry entry) {
        return new Versioned<>(value(entry), entry.version());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String key(String id) {
        return prefix + OnceKeys.ref(id, false);
    }
}
