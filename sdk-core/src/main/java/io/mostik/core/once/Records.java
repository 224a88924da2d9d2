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

/**
 * Typed records in a {@link StateStore}, as JSON, changed only by whoever has read the version that is there. For state
 * that is not a once-only write: a directory, counters, settings. Thread-safe.
 *
 * <pre>{@code
 * Records<CardRecord> cards = Records.of(store, "cards/directory/", CardRecord.class);
 * cards.update(ucid, known -> known.map(card -> card.withShop(shop)).orElseGet(() -> CardRecord.of(ucid, shop)));
 * }</pre>
 *
 * @param <T> the type of the records
 */
public final class Records<T> {

    static final JsonCodec JSON = JsonCodec.camelCase();

    private static final int MOST_TRIES = 1_000;

    private final StateStore store;
    private final String prefix;
    private final Class<T> type;

    private Records(StateStore store, String prefix, Class<T> type) {
        this.store = Objects.requireNonNull(store, "store");
        this.prefix = prefix;
        this.type = Objects.requireNonNull(type, "type");
    }

    /**
     * Returns the records under a prefix.
     *
     * @param prefix first characters of their keys, at most 100, such as {@code "cards/directory/"}
     */
    public static <T> Records<T> of(StateStore store, String prefix, Class<T> type) {
        if (prefix.isEmpty() || prefix.length() > 100) {
            throw new IllegalArgumentException("prefix must have 1 to 100 characters");
        }
        return new Records<>(store, prefix, type);
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
     * Writes a record, for ever, if it has the expected version.
     *
     * @param expectedVersion the version that was read, or {@link StateStore#ABSENT}
     * @return the record with its new version; empty if somebody else was faster
     */
    public Optional<Versioned<T>> write(String id, T value, long expectedVersion) {
        return write(id, value, expectedVersion, Optional.empty());
    }

    /** Writes a record, for a while, if it has the expected version; empty if somebody else was faster. */
    public Optional<Versioned<T>> write(String id, T value, long expectedVersion, Optional<Duration> keepFor) {
        OptionalLong version = store.write(key(id), text(value), expectedVersion, keepFor);
        return version.isPresent() ? Optional.of(new Versioned<>(value, version.getAsLong())) : Optional.empty();
    }

    /**
     * Changes a record, however many others change it at the same time.
     *
     * @param change from the record that is there to the one to write; may be called several times
     */
    public Versioned<T> update(String id, Function<Optional<T>, T> change) {
        for (int i = 0; i < MOST_TRIES; i++) {
            Optional<Versioned<T>> known = find(id);
            T next = change.apply(known.map(Versioned::value));
            Optional<Versioned<T>> written =
                    write(id, next, known.map(Versioned::version).orElse(StateStore.ABSENT));
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

    String text(T value) {
        return new String(JSON.write(value), StandardCharsets.UTF_8);
    }

    T value(Entry entry) {
        try {
            return JSON.read(JsonType.of(type), entry.value().getBytes(StandardCharsets.UTF_8));
        } catch (JsonException e) {
            throw new StateStoreException("the record under " + entry.key() + " cannot be read", e);
        }
    }

    private Versioned<T> read(Entry entry) {
        return new Versioned<>(value(entry), entry.version());
    }

    private String key(String id) {
        return prefix + OnceKeys.ref(id, false);
    }
}
