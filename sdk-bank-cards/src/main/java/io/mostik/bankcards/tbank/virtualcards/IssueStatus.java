package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How far the issue of a card is. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record IssueStatus(@JsonValue String value) {

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

    /** Refuses a missing word. */
    public IssueStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static IssueStatus of(String value) {
        return new IssueStatus(value);
    }
}
