package io.mostik.bridge.intent;

/** Whether something happened at the vendor. */
public enum Happened {
    /** It did. */
    YES,
    /** It did not. */
    NO,
    /** Nobody knows yet. */
    UNKNOWN
}
