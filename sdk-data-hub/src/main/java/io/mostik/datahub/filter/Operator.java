package io.mostik.datahub.filter;

/**
 * How a parameter is compared. Only {@link #EQUALS} is confirmed for the hub; the others are its natural counterparts.
 * Several values of one rule mean any of them. Texts and names are compared without regard to case and to spaces around.
 */
public enum Operator {
    /** Is one of the values; a day as value means any time of it. */
    EQUALS,
    /** Is not the value, or is empty. */
    NOT_EQUALS,
    /** Is one of the values. */
    IN,
    /** Is none of the values, or is empty. */
    NOT_IN,
    /** Has one of the values within; of ids, their names have. */
    CONTAINS,
    /** Begins with one of the values; of ids, their names do. */
    STARTS_WITH,
    /** Is greater than the value; later than the whole of a day. */
    GREATER,
    /** Is greater than or equal to the value. */
    GREATER_OR_EQUAL,
    /** Is less than the value; before the whole of a day. */
    LESS,
    /** Is less than or equal to the value. */
    LESS_OR_EQUAL,
    /** Is not less than the first value and not greater than the second. */
    BETWEEN,
    /** Is not there, or is an empty text. */
    IS_EMPTY,
    /** Is there, and no empty text. */
    IS_NOT_EMPTY
}
