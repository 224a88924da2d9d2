package io.mostik.core.once;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the records of a {@link Feed} come from: a list of the vendor in the order of the last change, or of creation
 * where the vendor tells no other time. All times are the vendor's, on one scale. Implementations are thread-safe.
 *
 * @param <T> the type of the records
 */
public interface FeedSource<T> {

    /** Begins to read the records changed at or after a time. Asks nothing before the first page. */
    Walk<T> from(Instant from);

    /** Returns what tells a record from all others. */
    String id(T row);

    /** Returns when a record was last changed. */
    Instant changedAt(T row);

    /**
     * Returns what tells two states of a record with the same time of change apart: a digest of its content, the same in
     * every process. {@link Object#hashCode} by default, which suits models; empty if only the time counts.
     */
    default String digest(T row) {
        return Integer.toHexString(row.hashCode());
    }

    /** Returns an instant on the vendor's scale; the same by default. For vendors that tell local times. */
    default Instant vendorTime(Instant instant) {
        return instant;
    }

    /** Returns a state that an earlier release wrote as one that {@link Feed} reads; unchanged by default. */
    default String upgrade(String state) {
        return state;
    }

    /**
     * One walk over all records from a time on, page by page. Belongs to one thread.
     *
     * @param <T> the type of the records
     */
    interface Walk<T> {

        /** Returns whether everything has been seen. */
        boolean isDone();

        /** Asks for the next page and returns its records, to be handled before the next call. */
        List<T> next();

        /** Returns the time before which everything has been seen. */
        Instant completeBefore();

        /** Returns when the last page was asked for, by the vendor's own clock; empty if the vendor does not tell. */
        default Optional<Instant> askedAt() {
            return Optional.empty();
        }
    }
}
