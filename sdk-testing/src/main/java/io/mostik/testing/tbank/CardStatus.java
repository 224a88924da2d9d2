package io.mostik.testing.tbank;

/** Where a card stands. */
public enum CardStatus {
    /** Can be used. */
    NORM,
    /** Blocked; no method undoes it. */
    BLOCKED,
    /** No longer in use. */
    CLOSED
}
