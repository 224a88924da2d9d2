package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.RecordId;
import java.util.Objects;

/**
 * The record of an address after a workflow has dealt with it.
 *
 * @param id the record
 * @param change what the workflow did; after a lost answer {@code UNCHANGED} means that it may have made the record
 * @param state whether letters go to it
 */
public record Contact(RecordId id, Change change, ConsentState state) {

    /** Checks that no part is missing. */
    public Contact {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(state, "state");
    }

    /** Returns whether this is known to have made the record, so that the form's letters go out. */
    public boolean isNew() {
        return change == Change.CREATED;
    }
}
