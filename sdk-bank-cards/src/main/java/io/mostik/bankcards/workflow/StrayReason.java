package io.mostik.bankcards.workflow;

/** Why an operation does not belong to an order. */
public enum StrayReason {
    /** The card had no order at that time. */
    NO_ORDER,
    /** It is more than the order costs. */
    ABOVE_SUM
}
