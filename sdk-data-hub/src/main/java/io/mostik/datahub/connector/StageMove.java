package io.mostik.datahub.connector;

import java.time.Instant;
import java.util.Objects;

/**
 * An order that came to a status.
 *
 * @param id of the entry at the vendor; 0 where the vendor keeps no history
 * @param orderId of the order
 * @param statusId of the status it came to
 * @param at when; of an observed one when the order was last changed, which is not before it came there
 * @param observed whether it was seen by the hub, for want of a history at the vendor: moves between two looks are missing
 */
public record StageMove(long id, long orderId, String statusId, Instant at, boolean observed) {

    /** Rejects null components. */
    public StageMove {
        Objects.requireNonNull(statusId, "statusId");
        Objects.requireNonNull(at, "at");
    }
}
