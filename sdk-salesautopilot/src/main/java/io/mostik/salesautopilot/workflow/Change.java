package io.mostik.salesautopilot.workflow;

/** What a workflow did to a record. */
public enum Change {
    /** It made the record. */
    CREATED,
    /** The record was there and was changed. */
    UPDATED,
    /** The record was there and stays as it is. */
    UNCHANGED
}
