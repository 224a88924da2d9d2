package io.mostik.pbx;

/** How far a call has come, in the order in which calls go. */
public enum CallPhase {
    /** It rings. */
    STARTED,
    /** Somebody took it. */
    ANSWERED,
    /** It is over. */
    ENDED
}
