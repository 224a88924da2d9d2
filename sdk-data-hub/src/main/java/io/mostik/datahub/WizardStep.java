package io.mostik.datahub;

/** The step of the wizard of a connection. */
public enum WizardStep {
    /** The filter is to be chosen; may be left out. */
    FILTER,
    /** Statuses are to be put into containers. */
    STATUSES,
    /** Cost and sales volume are to be defined; may be left out. */
    CALCULATION
}
