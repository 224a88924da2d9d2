package io.mostik.core;

/**
 * What a call does at the vendor, and so whether it may be sent a second time. The HTTP verb does not decide it:
 * vendors dial and unsubscribe by GET.
 */
public enum Effect {
    /** Changes nothing. */
    READ,
    /** Doing it twice leaves the same state as doing it once. */
    REPEATABLE,
    /**
     * Must never happen twice: dial a number, reissue a card, add a subscriber. It is sent again only after a try that provably did
     * nothing: one that never left, or that the vendor refused for the moment (as with status 429). Never after
     * {@link Outcome#UNKNOWN}.
     */
    ONCE
}
