package io.mostik.salesautopilot.orders;

import io.mostik.salesautopilot.ids.RecordId;
import java.util.Optional;

/** How the vendor answered an order. */
public sealed interface OrderPlacement {

    /**
     * The order is in the list.
     *
     * @param id its record; empty where the vendor answered {@code true} instead of a number
     */
    record Placed(Optional<RecordId> id) implements OrderPlacement {}

    /**
     * The vendor did not take it and does not say why.
     *
     * @param code the number that it answered, 0 or below
     */
    record Refused(long code) implements OrderPlacement {}

    /** Returns the placement that this answer of the vendor means. */
    static OrderPlacement of(long answer) {
        return answer > 0 ? new Placed(Optional.of(RecordId.of(answer))) : new Refused(answer);
    }
}
