package io.mostik.datahub.calc;

/**
 * Whether the cost of a line is of one piece or of the whole line. The vendor does not say; its price is of one piece.
 */
public enum CostBasis {
    /** Of one piece: multiplied by the quantity. The default, inferred. */
    PER_UNIT,
    /** Of the whole line. */
    PER_LINE
}
