package io.mostik.salesautopilot.workflow;

/** Whether letters may go to somebody. */
public enum ConsentState {
    /** The list does not have the address. */
    NEW,
    /** The sign-up waits to be confirmed by a click in a letter (double opt-in). */
    PENDING,
    /** Letters go to the address. */
    ACTIVE,
    /** The person has left. Signing up again changes nothing; only {@link ConsentWorkflow#reactivate} does. */
    LEFT,
    /** Letters to the address came back for good. */
    BOUNCED
}
