package io.mostik.datahub.statuses;

import io.mostik.datahub.connector.FunnelStatus;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The statuses of an account as they were loaded: the left side of the mapping.
 *
 * @param name how it is shown; a vendor with one funnel of orders may give it no name
 * @param statuses in the vendor's order
 */
public record Funnel(String name, List<FunnelStatus> statuses) {

    /** Keeps an unchangeable copy. */
    public Funnel {
        Objects.requireNonNull(name, "name");
        statuses = List.copyOf(statuses);
    }

    /** Returns whether it has a status with this id. */
    public boolean has(String statusId) {
        return statuses.stream().anyMatch(status -> status.id().equals(statusId));
    }

    /** Returns the vendor's group of a status; empty if the status or its group is unknown. */
    public OptionalInt group(String statusId) {
        return statuses.stream()
                .filter(status -> status.id().equals(statusId))
                .map(FunnelStatus::group)
                .findFirst()
                .orElse(OptionalInt.empty());
    }

    /** Returns a status by what people call it: its name, or its id where it has none. */
    public static String title(FunnelStatus status) {
        return status.name().filter(name -> !name.isBlank()).orElseGet(status::id);
    }
}
