package io.mostik.pbx;

/** Which way a call went. A word of the PBX that means none of these is {@link #UNKNOWN}, and kept beside it. */
public enum CallDirection {
    /** From outside to an extension. */
    INBOUND,
    /** From an extension to the outside. */
    OUTBOUND,
    /** Between extensions. */
    INTERNAL,
    /** Not said, or in a word the SDK does not know. */
    UNKNOWN
}
