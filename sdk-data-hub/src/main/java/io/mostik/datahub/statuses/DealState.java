package io.mostik.datahub.statuses;

/**
 * The four states of a deal. The hub shows their names in a picture only, so these are our words; a
 * {@link StatusMapping} can give them titles.
 */
public enum DealState {
    /** In the first container without a role. */
    NEW,
    /** In another container without a role. */
    IN_PROGRESS,
    /** In the container marked successful. */
    SUCCESSFUL,
    /** In the container marked unsuccessful. */
    UNSUCCESSFUL
}
