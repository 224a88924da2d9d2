package io.mostik.datahub.calc;

/** Why an expression has no value for an order. */
public enum EvaluationError {
    /** A field holds a text where a number is needed. */
    NOT_A_NUMBER,
    /** Something is divided by zero. */
    DIVISION_BY_ZERO,
    /** The value has more than 30 digits before the point. */
    OUT_OF_RANGE,
    /** The lines of the order cannot be read, and the expression needs them. */
    NO_ITEMS
}
