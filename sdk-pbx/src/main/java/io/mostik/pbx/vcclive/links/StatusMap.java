package io.mostik.pbx.vcclive.links;

import io.mostik.pbx.vcclive.webhooks.CallDisposition;
import io.mostik.pbx.vcclive.webhooks.EventDisposition;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which disposition is which status in another system, in both directions. Data, and may come from a file.
 *
 * @param statuses the status in the other system by the id of the disposition
 */
public record StatusMap(Map<Long, String> statuses) {

    /** Refuses a status that two dispositions share, which could not be turned back. */
    public StatusMap {
        statuses = Map.copyOf(statuses);
        if (statuses.values().stream().distinct().count() < statuses.size()) {
            throw new IllegalArgumentException("statuses must be different");
        }
    }

    /** Returns the status for a disposition of an agent; empty for one that is not in the map. */
    public Optional<String> statusOf(CallDisposition event) {
        OptionalLong id =
                event.disposition().map(EventDisposition::dispositionId).orElse(OptionalLong.empty());
        return id.isPresent() ? Optional.ofNullable(statuses.get(id.getAsLong())) : Optional.empty();
    }

    /** Returns the disposition for a status; empty for one that is not in the map. */
    public OptionalLong dispositionOf(String status) {
        return statuses.entrySet().stream()
                .filter(entry -> entry.getValue().equals(status))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }
}
