package io.mostik.remonline.changes;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * How rows of one kind are told apart.
 *
 * @param <T> what the rows are
 * @param name of the feed; under it the store remembers how far one has come
 * @param id of a row
 * @param modifiedAt when a row was last changed
 */
public record ChangeKey<T>(String name, ToLongFunction<T> id, Function<T, Optional<Instant>> modifiedAt) {

    /** Refuses missing parts. */
    public ChangeKey {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(modifiedAt, "modifiedAt");
    }
}
