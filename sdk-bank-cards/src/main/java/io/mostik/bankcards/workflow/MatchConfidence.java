package io.mostik.bankcards.workflow;

/**
 * How sure it is that all that was told of a purchase - its hold, its posting, by webhook and by statement - is one
 * purchase; the surest first.
 */
public enum MatchConfidence {
    /** It was always told under one id. */
    CERTAIN,
    /** Under several ids, with one retrieval number, or one authorisation code at one time. */
    HIGH,
    /** As hold and posting under two ids, with one amount, authorised in the same second, and with no numbers that differ. */
    MEDIUM,
    /** A posting without the time of its hold, by its amount: no other hold of so much was waiting. */
    LOW
}
