package io.mostik.remonline.internal;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Page;
import io.mostik.core.Phase;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderClient;
import io.mostik.remonline.orders.OrderStatus;
import io.mostik.remonline.orders.OrderType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Finds out whether the vendor heeded the filters of a list. Where it expects several values of one filter written in
 * another way, it ignores the filter and answers all rows, which look like a result. A row that does not tell what a filter
 * restricts is taken where it may be told in another way; so is one within a second of a range, for the vendor does not say whether the ends are included.
 *
 * @param <T> what the list holds
 * @param operation its name
 * @param values what of a row each filter restricts, by the filter's name; a time for a range. Asked for when a page is
 *     checked: a process that reads one order needs none of them
 */
public record FilterCheck<T>(String operation, Supplier<Map<String, Function<T, Optional<?>>>> values) {

    private static final Duration LEEWAY = Duration.ofSeconds(1);
    private static final String NONE = "none";

    /** Returns the check that takes all rows. */
    public static <T> FilterCheck<T> none(String operation) {
        return new FilterCheck<>(operation, Map::of);
    }

    /** Returns the check of orders or estimates. */
    public static FilterCheck<Order> ofOrders(String operation) {
        return new FilterCheck<>(
                operation,
                () -> Map.of(
                        "ids", order -> Optional.of(order.id()),
                        "statuses", order -> order.status().map(OrderStatus::id),
                        "types", order -> order.orderType().map(OrderType::id),
                        "branches", order -> orNone(boxed(order.branchId())),
                        "managers", order -> orNone(boxed(order.managerId())),
                        "clients_ids", order -> order.client().map(OrderClient::id),
                        "created_at", Order::createdAt,
                        "modified_at", Order::modifiedAt,
                        "scheduled_for", order -> orNone(order.scheduledFor()),
                        "due_date", order -> orNone(order.dueDate())));
    }

    /** Returns a value whose absence means that the row has none, so that no filter by it finds the row. */
    private static Optional<?> orNone(Optional<?> value) {
        return value.isPresent() ? value : Optional.of(NONE);
    }

    /** Returns an optional number as an optional object. */
    public static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    /**
     * Returns the page.
     *
     * @param filters as they were sent
     * @throws DecodingException if it holds a row that a filter excludes
     */
    public Page<T> checked(Map<String, Object> filters, Page<T> page) {
        Map<String, Function<T, Optional<?>>> restricted = values.get();
        filters.forEach((name, wanted) -> {
            String plain = name.endsWith("[]") ? name.substring(0, name.length() - 2) : name;
            Function<T, Optional<?>> value = restricted.get(plain);
            if (wanted instanceof Collection<?> several && value != null) {
                check(plain, value, several.stream().map(String::valueOf).toList(), page);
            }
        });
        return page;
    }

    private static boolean allows(List<String> wanted, Object value) {
        if (!(value instanceof Instant at)) {
            return wanted.contains(String.valueOf(value));
        }
        boolean early = at.isBefore(bound(wanted.get(0)).minus(LEEWAY));
        boolean late = wanted.size() > 1 && at.isAfter(bound(wanted.get(1)).plus(LEEWAY));
        return !early && !late;
    }

    private static Instant bound(String written) {
        return written.chars().allMatch(Character::isDigit)
                ? Instant.ofEpochMilli(Long.parseLong(written))
                : Instant.parse(written);
    }

    private void check(String filter, Function<T, Optional<?>> value, List<String> wanted, Page<T> page) {
        boolean ignored = false;
        for (T row : page.items()) {
            Optional<?> found = value.apply(row);
            ignored |= found.isPresent() && !allows(wanted, found.get());
        }
        if (ignored) {
            throw new DecodingException(
                    "the list holds rows that the filter " + filter + " excludes: the vendor ignored it;"
                            + " arrayStyle(...) of the builder sets how several values are written",
                    FailureInfo.lasting(operation, Outcome.UNKNOWN, Phase.DECODE));
        }
    }
}
