package io.mostik.datahub.statuses;

/** The meaning of the last stages. Each role is given to one stage at most. */
public enum StageRole {
    /** Nothing is decided yet. */
    NONE,
    /** The deal was won. */
    SUCCESSFUL,
    /** The deal was lost; several statuses of this kind share one container. */
    UNSUCCESSFUL
}
