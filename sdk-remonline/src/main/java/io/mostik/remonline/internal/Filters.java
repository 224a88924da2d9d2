package io.mostik.remonline.internal;

import io.mostik.core.Page;
import io.mostik.core.Paged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Lists whose filters may hold more values than the vendor takes: nobody has published how many, so a request gets 50 of
 * each filter at most, and the rows of all requests are joined. Several values of one filter mean any of them, so the
 * join is what one request would have found.
 */
public final class Filters {

    private static final int MOST_VALUES = 50;
    private static final String SORT = "sort";
    private static final String SORT_DIR = "sort_dir";

    private Filters() {}

    /** Returns the order of a time; rows without it come last, for the vendor does not say where. */
    public static <T> Comparator<T> by(Function<T, Optional<Instant>> time) {
        return Comparator.comparing(row -> time.apply(row).orElse(Instant.MAX));
    }

    /** Fetches one page. */
    @FunctionalInterface
    public interface Source<T> {

        /** Returns the page of a number, from 1, of the rows that these filters find. */
        Page<T> fetch(Map<String, Object> filters, int page);
    }

    /**
     * Returns a list without rows whose id was seen before in the walk. Rows of more than one request are held in memory,
     * for only so can they be told apart whatever moves meanwhile.
     *
     * @throws IllegalArgumentException if rows in an order of their own would have to be joined
     */
    public static <T> Paged<T> paged(Map<String, Object> filters, ToLongFunction<T> id, Source<T> source) {
        return paged(filters, id, source, Map::of);
    }

    /**
     * Returns the same where the vendor's orders of rows are known, so that joined rows can be put into them.
     *
     * @param orders by the value of {@code sort}; with a minus before it the other way round
     */
    public static <T> Paged<T> paged(
            Map<String, Object> filters,
            ToLongFunction<T> id,
            Source<T> source,
            Supplier<Map<String, Comparator<T>>> orders) {
        List<Map<String, Object>> parts = parts(filters);
        if (parts.size() == 1) {
            return walk(filters, id, source);
        }
        Optional<Comparator<T>> order = order(filters, orders.get());
        return Paged.numbered(1, page -> {
            List<T> rows = new ArrayList<>(joined(parts, id, source));
            order.ifPresent(rows::sort);
            return Page.last(rows);
        });
    }

    /** Returns the order that is asked for; empty if none is. */
    private static <T> Optional<Comparator<T>> order(Map<String, Object> filters, Map<String, Comparator<T>> orders) {
        String sort = filters.containsKey(SORT_DIR) ? SORT_DIR : String.valueOf(filters.getOrDefault(SORT, ""));
        if (sort.isEmpty()) {
            return Optional.empty();
        }
        boolean down = sort.startsWith("-");
        Comparator<T> order = orders.get(down ? sort.substring(1) : sort);
        if (order == null) {
            throw new IllegalArgumentException("sort cannot be kept where a filter holds more than " + MOST_VALUES
                    + " values, but for orders and people by id or time");
        }
        return Optional.of(down ? order.reversed() : order);
    }

    private static <T> Paged<T> walk(Map<String, Object> filters, ToLongFunction<T> id, Source<T> source) {
        return Paged.numbered(1, page -> source.fetch(filters, page)).distinctBy(id::applyAsLong);
    }

    private static <T> Collection<T> joined(List<Map<String, Object>> parts, ToLongFunction<T> id, Source<T> source) {
        Map<Long, T> rows = new LinkedHashMap<>();
        for (Map<String, Object> part : parts) {
            walk(part, id, source).forEach(row -> rows.putIfAbsent(id.applyAsLong(row), row));
        }
        return rows.values();
    }

    /** Returns every combination of the pieces of the filters; the filters themselves if none is too long. */
    private static List<Map<String, Object>> parts(Map<String, Object> filters) {
        List<Map<String, Object>> parts = List.of(filters);
        for (Map.Entry<String, Object> filter : filters.entrySet()) {
            if (filter.getValue() instanceof Collection<?> values && values.size() > MOST_VALUES) {
                parts = split(parts, filter.getKey(), values.stream().distinct().toList());
            }
        }
        return parts;
    }

    private static List<Map<String, Object>> split(List<Map<String, Object>> parts, String name, List<?> values) {
        List<Map<String, Object>> more = new ArrayList<>();
        Function<Integer, List<?>> piece = from -> values.subList(from, Math.min(from + MOST_VALUES, values.size()));
        for (Map<String, Object> part : parts) {
            for (int from = 0; from < values.size(); from += MOST_VALUES) {
                Map<String, Object> one = new LinkedHashMap<>(part);
                one.put(name, piece.apply(from));
                more.add(one);
            }
        }
        return more;
    }
}
