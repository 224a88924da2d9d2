package io.mostik.datahub.connector;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The part of a filter that a vendor may apply. It is an optimisation: the hub filters every order again.
 *
 * @param ids the ids that an order may have in a field
 * @param times within which a time of an order lies
 */
public record PushedFilter(Map<FilterField, Set<String>> ids, Map<FilterField, Times> times) {

    /** Asks for all orders. */
    public static final PushedFilter NONE = new PushedFilter(Map.of(), Map.of());

    /**
     * A span of time.
     *
     * @param from its begin, itself included
     * @param to its end, not included
     */
    public record Times(Instant from, Instant to) {}

    /** Keeps unchangeable copies. */
    public PushedFilter {
        ids = Map.copyOf(ids);
        times = Map.copyOf(times);
    }

    /** Returns this filter without the fields that a vendor does not understand. */
    public PushedFilter only(Set<FilterField> understood) {
        Map<FilterField, Set<String>> someIds = new EnumMap<>(FilterField.class);
        Map<FilterField, Times> someTimes = new EnumMap<>(FilterField.class);
        ids.forEach((field, values) -> keep(understood, someIds, field, values));
        times.forEach((field, values) -> keep(understood, someTimes, field, values));
        return new PushedFilter(someIds, someTimes);
    }

    private static <T> void keep(Set<FilterField> understood, Map<FilterField, T> kept, FilterField field, T value) {
        if (understood.contains(field)) {
            kept.put(field, value);
        }
    }

    /** Returns the ids that a field may have, in order; empty if it may have any. */
    public Set<String> ids(FilterField field) {
        return new TreeSet<>(ids.getOrDefault(field, Set.of()));
    }

    /** Returns the span within which a time lies; empty if it may be any. */
    public Optional<Times> times(FilterField field) {
        return Optional.ofNullable(times.get(field));
    }
}
