package io.mostik.bridge.intent;

/** What the caller does next. */
public enum NextStep {
    /** Ask again with the same document, or read the events. */
    WAIT,
    /** Nothing: it is settled. */
    NOTHING,
    /** Make a new document, if it is still wanted. */
    NEW_DOCUMENT,
    /** Mend the settings of the bridge or of the vendor, then make a new document. */
    FIX_SETTINGS,
    /** Mend the request. */
    FIX_REQUEST,
    /** A person has to look; a further event follows. */
    PERSON,
    /** Ask again with the same document, never with a new one. */
    ASK_AGAIN
}
