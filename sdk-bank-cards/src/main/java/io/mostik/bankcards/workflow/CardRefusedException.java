package io.mostik.bankcards.workflow;

/**
 * A workflow refused a request; nothing was sent to the bank. {@link #reason} says why as a value. Failures of
 * the bank are {@link io.mostik.core.SdkException}s instead.
 */
public final class CardRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    CardRefusedException(Reason reason) {
        super(reason.text);
        this.reason = reason;
    }

    /** Why a workflow refuses. */
    public enum Reason {
        /** The card does not serve this order. */
        OTHER_ORDER("the card serves another order"),
        /** The order was never granted. */
        UNKNOWN_ORDER("the order was never granted"),
        /** The order was granted to another card. */
        OTHER_CARD("the order was granted to another card"),
        /** The order was granted with another sum. */
        OTHER_SUM("the order was granted another sum"),
        /** The order is closed; what was granted for it is never granted again. */
        CLOSED("the order is closed"),
        /** Something of the order is spent, or more of it than the new sum; so it cannot be handed over, or lowered so far. */
        SPENT("the money of the order is spent, wholly or in part"),
        /** An order or a change of this card is under way; try again later. The only retryable reason. */
        BUSY("an order or a change of this card is under way, or not certain yet"),
        /** The limit of the card at the bank is no longer the one that this order or change relies on. */
        CHANGED("the limit of the card was changed by somebody else meanwhile"),
        /** The holder of the card has left: it gets no money any more. */
        DISMISSED("the holder of the card was dismissed"),
        /** The directory has no card of this employee. */
        NOBODY_KNOWN("no card of this employee is recorded"),
        /** The change was not approved, was rejected, or is over; or the bank itself did not approve a limit. */
        NOT_APPROVED("the change is not approved"),
        /** Somebody has decided about the change already, or it is too old. */
        DECIDED("the change does not wait for a decision any more"),
        /** Nobody approves or resolves a change of his own, whatever the spelling of his name. */
        OWN_CHANGE("nobody approves a change of his own, nor resolves it"),
        /** The {@link ApprovalPolicy} does not let this person decide about this change. */
        NOT_ENTITLED("the policy does not let this person decide about this change"),
        /** The person has approved the change already; the second approval is another person's. */
        SAME_APPROVER("the second approval is another person's"),
        /** Only who asked for a change withdraws it. */
        NOT_REQUESTER("only its requester withdraws a change"),
        /** The bank alone sets this limit, or does not tell it. */
        LIMIT_OF_BANK("the bank alone sets this limit, or does not tell it"),
        /** The bank does not offer what this needs, such as one-time limits, a reissue, or limits that are in force at once. */
        NOT_OFFERED("the bank does not offer this"),
        /** The change is neither under way nor unknown, so that there is nothing to resolve. */
        NOT_OPEN("there is nothing to resolve"),
        /** No card is assigned to the shop. */
        SHOP_UNKNOWN("no card is assigned to this shop"),
        /** The shop has another card. */
        SHOP_TAKEN("the shop has another card"),
        /** Several cards are recorded for the shop, as two nodes may have done at once; give it one. */
        SHOP_AMBIGUOUS("the shop has several cards; give it one");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }

    /** Returns whether the same call may succeed later without anybody changing anything. */
    public boolean isRetryable() {
        return reason == Reason.BUSY;
    }

    static void refuseIf(boolean wrong, Reason reason) {
        if (wrong) {
            throw new CardRefusedException(reason);
        }
    }
}
