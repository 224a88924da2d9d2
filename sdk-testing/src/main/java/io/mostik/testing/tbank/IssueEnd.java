package io.mostik.testing.tbank;

/** How an application for a card can end. */
public enum IssueEnd {
    /** The card is there. */
    CARD_ISSUED,
    /** This person cannot have a card. */
    FAILED_FATAL,
    /** Something went wrong; another application may succeed. */
    FAILED_NON_FATAL
}
