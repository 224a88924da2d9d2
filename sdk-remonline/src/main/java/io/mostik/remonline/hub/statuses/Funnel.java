package io.mostik.remonline.hub.statuses;

import io.mostik.remonline.orders.OrderStatus;
import io.mostik.remonline.orders.StatusGroup;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The statuses of an account as they were loaded: the left side of the mapping.
 *
 * @param name how it is shown; the vendor gives its one funnel of orders no name
 * @param statuses in the vendor's order
 */
public record Funnel(String name, List<OrderStatus> statuses) {

    /** Keeps an unchangeable copy. */
    public Funnel {
        Objects.requireNonNull(name, "name");
        statuses = List.copyOf(statuses);
    }

    /** Returns whether it has a status with this id. */
    public boolean has(long statusId) {
        return statuses.stream().anyMatch(status -> status.id() == statusId);
    }

    /** Returns the vendor's group of a status, 1 to 7; empty if the status or its group is unknown. */
    public OptionalInt group(long statusId) {
        return statuses.stream()
                .filter(status -> status.id() == statusId)
                .flatMap(status -> status.group().stream())
                .mapToInt(StatusGroup::type)
                .findFirst();
    }

    /** Returns a status by what people call it: its name, or its id where it has none. */
    public static String title(OrderStatus status) {
        return status.name().filter(name -> !name.isBlank()).orElseGet(() -> Long.toString(status.id()));
    }
}
