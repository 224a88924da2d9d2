package io.mostik.datahub.filter.internal;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A condition on a value that is there, and what the vendor can be asked for in its place.
 *
 * @param <T> what is compared
 * @param test whether the value meets it
 * @param ids the ids that meet it, where it is about ids
 * @param span the time within which all that meets it lies, where it is about times
 */
record Comparison<T>(Predicate<T> test, Set<String> ids, Optional<Span> span) {

    static <T> Comparison<T> of(Predicate<T> test) {
        return new Comparison<>(test, Set.of(), Optional.empty());
    }
}
