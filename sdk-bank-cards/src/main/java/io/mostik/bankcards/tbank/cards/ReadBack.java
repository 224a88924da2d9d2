package io.mostik.bankcards.tbank.cards;

/** What the bank says when it is asked whether a change, whose answer was lost, has come about. */
public enum ReadBack {
    /** What was wanted is so now; there is nothing to send again. */
    IN_FORCE,
    /** What was wanted is not so; it may be sent again. */
    NOT_IN_FORCE,
    /** What the bank shows fits both; somebody has to decide. */
    UNDECIDED
}
