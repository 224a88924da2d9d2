package io.mostik.testing.tbank;

/** The state of a card. */
public enum CardStatus {
    /** Can be used. */
    NORM,
    /** Blocked; no method undoes it. */
    BLOCKED,
    /** No longer in use. */
    CLOSED
}
