package io.mostik.datahub.statuses;

/** What it means to end up in a container. Either marker is given to one container at most. */
public enum Marker {
    /** Nothing is decided yet. */
    NONE,
    /** The deal was won. */
    SUCCESSFUL,
    /** The deal was lost; several statuses of this kind share one container. */
    UNSUCCESSFUL
}
