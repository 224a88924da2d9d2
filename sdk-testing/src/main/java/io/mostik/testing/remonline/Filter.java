package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The filters of one list, joined by "and"; several values of one filter are joined by "or". */
final class Filter<T> {

    private final RemOnlineRequest ask;
    private Predicate<T> fits = row -> true;

    Filter(RemOnlineRequest ask) {
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
        List<String> wanted = ask.texts(name).stream().map(Filter::digits).toList();
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

    /** Keeps rows with just this text in a field, if the parameter is sent. */
    Filter<T> equal(String name, Function<T, String> text) {
        Optional<String> wanted = ask.query(name);
        return wanted.isEmpty() ? this : and(row -> wanted.get().equals(text.apply(row)));
    }

    Filter<T> and(Predicate<T> rule) {
        fits = fits.and(rule);
        return this;
    }

    /** Answers a page of the rows that fit, newest first; they are given in the order of their ids. */
    Answer newestFirst(List<T> rows, Function<T, JsonNode> shape) {
        List<T> found = new ArrayList<>(fitting(rows));
        Collections.reverse(found);
        return Sheet.page(ask, found, shape);
    }

    /**
     * Answers a page of the rows that fit, newest first; sorted by the last change where that is asked for and this
     * list can do so, which no document says.
     */
    Answer byChange(List<T> rows, Function<T, Optional<Instant>> modified, Function<T, JsonNode> shape) {
        boolean sorts = ask.query("sort").filter("modified_at"::equals).isPresent() && ask.sortsEverything();
        return sorts
                ? sorted(rows, Comparator.comparing(row -> modified.apply(row).orElse(Instant.MIN)), shape)
                : newestFirst(rows, shape);
    }

    /** Answers a page of the rows that fit, newest first unless {@code sort_dir} says otherwise. */
    Answer byDirection(List<T> rows, Function<T, JsonNode> shape) {
        boolean oldestFirst = ask.choice("sort_dir", Set.of("asc", "desc")).equals(Optional.of("asc"));
        return oldestFirst ? inOrder(rows, shape) : newestFirst(rows, shape);
    }

    /** Answers a page of the rows that fit, in the order they are given. */
    Answer inOrder(List<T> rows, Function<T, JsonNode> shape) {
        return Sheet.page(ask, fitting(rows), shape);
    }

    Answer sorted(List<T> rows, Comparator<T> order, Function<T, JsonNode> shape) {
        return Sheet.page(ask, fitting(rows).stream().sorted(order).toList(), shape);
    }

    /** Reads the parameter {@code sort}: a field, or a minus and a field. */
    static <T> Comparator<T> order(RemOnlineRequest ask, Map<String, Comparator<T>> fields, Comparator<T> otherwise) {
        Set<String> allowed = new HashSet<>(fields.keySet());
        fields.keySet().forEach(field -> allowed.add("-" + field));
        String sort = ask.choice("sort", allowed).orElse("");
        Comparator<T> up = fields.getOrDefault(sort.replaceFirst("^-", ""), otherwise);
        return sort.startsWith("-") ? up.reversed() : up;
    }

    /** Refuses what was wrong with the request, then returns the rows that fit. */
    private List<T> fitting(List<T> rows) {
        ask.page();
        ask.check();
        return rows.stream().filter(fits).toList();
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}
