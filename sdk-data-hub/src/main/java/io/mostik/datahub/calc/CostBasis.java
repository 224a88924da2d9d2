package io.mostik.datahub.calc;

/**
 * What the cost of a line is the cost of. The vendor does not say; its price is of one piece, and the cost stands beside
 * it.
 */
public enum CostBasis {
    /** Of one piece: multiplied by the quantity. The default, inferred. */
    PER_UNIT,
    /** Of the whole line. */
    PER_LINE
}
