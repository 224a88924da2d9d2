package io.mostik.bankcards.tbank.virtualcards;

import io.mostik.core.json.OpenValue;

/**
 * How far the issue of a card is. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record IssueStatus(String value) implements OpenValue {

    /** Accepted, not started. */
    public static final IssueStatus NEW = new IssueStatus("NEW");

    /** The employee is being identified. */
    public static final IssueStatus IDENTIFICATION = new IssueStatus("IDENTIFICATION");

    /** The card is being made. */
    public static final IssueStatus ISSUING = new IssueStatus("ISSUING");

    /** Done. */
    public static final IssueStatus CARD_ISSUED = new IssueStatus("CARD_ISSUED");

    /** No card can be issued to this person. */
    public static final IssueStatus FAILED_FATAL = new IssueStatus("FAILED_FATAL");

    /** It failed; apply again. */
    public static final IssueStatus FAILED_NON_FATAL = new IssueStatus("FAILED_NON_FATAL");

    /** Checks that there is a value. */
    public IssueStatus {
        OpenValue.check(value);
    }
}
