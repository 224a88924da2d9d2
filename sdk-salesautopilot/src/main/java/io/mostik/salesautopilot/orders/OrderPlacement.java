package io.mostik.salesautopilot.orders;

import io.mostik.salesautopilot.ids.RecordId;
import java.util.Optional;

/** What became of an order that was handed over. */
public sealed interface OrderPlacement {

    /**
     * The order is in the list.
     *
     * @param id its record; empty where the vendor answered with something else than a number
     */
    record Placed(Optional<RecordId> id) implements OrderPlacement {}

    /**
     * An order with the shop's number was there before; nothing was sent.
     *
     * @param id its record
     */
    record AlreadyThere(RecordId id) implements OrderPlacement {}

    /**
     * The vendor did not take it and does not say why.
     *
     * @param code what it answered
     */
    record Refused(long code) implements OrderPlacement {}

    /** Reads the vendor's number. */
    static OrderPlacement of(long answer) {
        return answer > 0 ? new Placed(Optional.of(RecordId.of(answer))) : new Refused(answer);
    }
}
