package io.mostik.datahub.filter;

/**
 * How a parameter is compared. Only {@link #EQUALS} is confirmed for the hub; the others are its natural counterparts.
 * Several values of one rule mean any of them. Texts and names are compared without regard to case and to spaces around.
 *
 * <p>A rule that excludes is the opposite of one that includes, and all rules hold: "not" is {@link FilterAction#EXCLUDE},
 * "between" are two rules, "greater than" is {@link #GREATER_OR_EQUAL} and one rule that excludes the value itself.
 */
public enum Operator {
    /** Is one of the values; a day as value means any time of it. */
    EQUALS,
    /** Has one of the values within; of ids, their names have. */
    CONTAINS,
    /** Begins with one of the values; of ids, their names do. */
    STARTS_WITH,
    /** Is greater than or equal to the value; of a day, not before it begins. */
    GREATER_OR_EQUAL,
    /** Is less than or equal to the value; of a day, before it ends. */
    LESS_OR_EQUAL,
    /** Is not there, or is an empty text. */
    IS_EMPTY
}
