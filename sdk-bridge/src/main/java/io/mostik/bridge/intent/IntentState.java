package io.mostik.bridge.intent;

/** How far an intent is. Only {@code DONE}, {@code REFUSED} and {@code CANCELLED} end it. */
public enum IntentState {
    /** Written down; nothing was sent yet. */
    ACCEPTED,
    /** Being carried out, or waiting for the next try. */
    WORKING,
    /** It happened. */
    DONE,
    /** It did not happen, and will not for this document. */
    REFUSED,
    /** It may have happened: a later look or a person will find out. */
    UNKNOWN,
    /** Withdrawn before anything was sent. */
    CANCELLED;

    /** Returns whether nothing more will follow. */
    public boolean isEnd() {
        return this == DONE || this == REFUSED || this == CANCELLED;
    }

    /** Returns whether it happened at the vendor. */
    public Happened happened() {
        return switch (this) {
            case DONE -> Happened.YES;
            case REFUSED, CANCELLED -> Happened.NO;
            case ACCEPTED, WORKING, UNKNOWN -> Happened.UNKNOWN;
        };
    }
}
