package io.mostik.bridge.link;

import io.mostik.bridge.intent.IntentState;

/** How far a run is: by itself, or as far as its intent is. */
public enum RunState {
    /** Kept, and looked at again: the link is paused, or something before it has not ended. */
    WAITING,
    /** A condition does not hold, or what it is about was withdrawn since. */
    FILTERED,
    /** It only tells what the bridge itself has written. */
    ECHO,
    /** Something is missing without which nothing is done. */
    INCOMPLETE,
    /** It cannot be carried out as the link is now. */
    DEAD,
    /** Its intent is written down. */
    ACCEPTED,
    /** Its intent is being carried out. */
    WORKING,
    /** Its intent was carried out. */
    DONE,
    /** Its intent did not happen, and will not. */
    REFUSED,
    /** Its intent may have happened. */
    UNKNOWN,
    /** Its intent was withdrawn before anything was sent, or a person has dismissed it. */
    CANCELLED;

    static RunState of(IntentState state) {
        return valueOf(state.name());
    }

    /** Returns whether something failed, so that a person or a replay has something to do. */
    public boolean isFailure() {
        return this == INCOMPLETE || this == DEAD || this == REFUSED;
    }
}
