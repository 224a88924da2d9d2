package io.mostik.testing.remonline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The filters of one list, joined by "and"; several values of one filter are joined by "or". */
final class Filter<T> {

    private final RequestReader ask;
    private Predicate<T> fits = row -> true;

    Filter(RequestReader ask) {
        this.ask = ask;
    }

    Filter<T> ids(String name, Function<T, Optional<Long>> id) {
        Set<Long> wanted = new HashSet<>(ask.ids(name));
        return wanted.isEmpty()
                ? this
                : and(row -> id.apply(row).filter(wanted::contains).isPresent());
    }

    Filter<T> texts(String name, Function<T, String> text) {
        List<String> wanted = ask.texts(name);
        return wanted.isEmpty() ? this : and(row -> wanted.contains(text.apply(row)));
    }

    /** Keeps rows whose text contains a value, whatever its case. */
    Filter<T> parts(String name, Function<T, String> text) {
        List<String> wanted = ask.texts(name).stream().map(Filter::folded).toList();
        return wanted.isEmpty() ? this : and(row -> wanted.stream().anyMatch(folded(text.apply(row))::contains));
    }

    /** Keeps rows with one of these phones, compared by their digits. */
    Filter<T> phones(String name, Function<T, List<String>> phones) {
        Set<String> wanted = new HashSet<>();
        ask.texts(name).forEach(phone -> wanted.add(digits(phone)));
        return wanted.isEmpty()
                ? this
                : and(row -> phones.apply(row).stream().map(Filter::digits).anyMatch(wanted::contains));
    }

    /** Keeps rows between the bounds, both inclusive, compared as precisely as the generation shows a moment. */
    Filter<T> range(String name, Function<T, Optional<Instant>> moment) {
        List<Instant> bounds = ask.range(name);
        if (bounds.isEmpty()) {
            return this;
        }
        Instant from = bounds.get(0);
        Instant to = bounds.size() > 1 ? bounds.get(1) : Instant.MAX;
        return and(row -> moment.apply(row)
                .map(ask.dialect()::shown)
                .filter(at -> !at.isBefore(from) && !at.isAfter(to))
                .isPresent());
    }

    Filter<T> and(Predicate<T> rule) {
        fits = fits.and(rule);
        return this;
    }

    /** Refuses what was wrong with the request, then returns the rows that fit. */
    Stream<T> apply(Collection<T> rows) {
        ask.check();
        return rows.stream().filter(fits);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}
