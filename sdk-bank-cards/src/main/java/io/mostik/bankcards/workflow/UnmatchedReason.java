package io.mostik.bankcards.workflow;

/** Why an operation does not belong to an order. */
public enum UnmatchedReason {
    /** The card had no order at that time. */
    NO_ORDER,
    /** It is more than the order costs. */
    ABOVE_SUM,
    /** It was taken in cash: counted against the order, and no purchase for it. */
    CASH,
    /**
     * The bank does not tell yet what it costs in the currency of the account, as of a hold in another currency. It is not
     * judged and counts nothing until the bank does, as a rule with the posting.
     */
    AMOUNT_UNKNOWN
}
