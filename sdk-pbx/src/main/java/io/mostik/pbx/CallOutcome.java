package io.mostik.pbx;

/** How a call ended. A word of the PBX that means none of these is {@link #UNKNOWN}, and kept beside it. */
public enum CallOutcome {
    /** Two people talked. */
    ANSWERED,
    /** Nobody took it, or the caller gave up. */
    MISSED,
    /** The line was busy. */
    BUSY,
    /** The network or the PBX could not do it. */
    FAILED,
    /** A machine took a message. */
    VOICEMAIL,
    /** Not said, not yet known, or in a word the SDK does not know. */
    UNKNOWN
}
