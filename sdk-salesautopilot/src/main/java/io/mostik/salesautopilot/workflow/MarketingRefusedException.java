package io.mostik.salesautopilot.workflow;

/**
 * A workflow refuses what it was asked for, or the vendor refused it for a known reason; this call changed nothing.
 * {@link #reason} says why as a value. Failures of calls are {@link io.mostik.core.SdkException}s instead.
 */
public final class MarketingRefusedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    MarketingRefusedException(Reason reason) {
        super(reason.text);
        this.reason = reason;
    }

    /** Why a workflow refuses. */
    public enum Reason {
        /** The list has no such order. A reported payment waits for it. */
        NO_ORDER("there is no such order"),
        /** Several orders have the shop's number; name the record. */
        SEVERAL_ORDERS("several orders have this number; name the record"),
        /** The order was refunded: it is not marked paid again. An earlier try whose answer was lost stays open. */
        REFUNDED("the order was refunded"),
        /** The vendor takes the e-mail address for malformed. */
        INVALID_EMAIL("the e-mail address is malformed"),
        /** The vendor says that the address is in the list, but shows no record of it. */
        NO_RECORD("the address is in the list, but no record of it can be found"),
        /** The shop has the order in another state than the list, and the sync was given no form to write it. */
        CHANGED("the order has changed since it was placed"),
        /** The vendor says that it changed nothing. */
        NOT_CHANGED("the vendor changed nothing"),
        /** The list still shows records of the address after they were deleted; try again. */
        NOT_ERASED("records of the address are still shown"),
        /** The sign-up still waits to be confirmed by the person himself. */
        PENDING("the sign-up waits to be confirmed"),
        /** Letters to the address came back for good. */
        BOUNCED("letters to the address came back"),
        /** The consent is older than the leaving, or of the future. */
        OLD_CONSENT("the consent was not given after the person had left"),
        /** The record belongs to another address than the user's: see {@link SignUps#changeAddress}. */
        OTHER_ADDRESS("the user's record has another address"),
        /** Another record has the new address. */
        ADDRESS_TAKEN("another record has this address"),
        /** The documents of the order do not cover its sum, or do so no more. */
        NOT_COVERED("the sum of the order is not covered"),
        /** The vendor gave no usable answer for as long as it was asked. */
        NO_ANSWER("the vendor gave no usable answer"),
        /** An earlier try is in progress, or it is too early to send it again; try later. */
        BUSY("an earlier try is in progress, or may still arrive"),
        /** The order may have been marked paid twice; a person has to resolve it first. */
        DUPLICATED("it may have happened twice; a person has to resolve it");

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
        return reason == Reason.BUSY || reason == Reason.NO_ORDER;
    }
}
