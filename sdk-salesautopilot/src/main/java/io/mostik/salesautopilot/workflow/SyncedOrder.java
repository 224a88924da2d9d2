package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.RecordId;
import java.util.Objects;

/**
 * An order of a shop after a run of {@link PurchaseHistory}.
 *
 * @param record its record
 * @param change what the run did
 */
public record SyncedOrder(RecordId record, Change change) {

    /** Checks that no part is missing. */
    public SyncedOrder {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(change, "change");
    }
}
