package io.mostik.pbx;

/** What is wrong with a recording, as far as its file tells. */
public enum RecordingDefect {
    /** The file ends before its container does. */
    CUT_OFF,
    /** The file is not built as its format wants it. */
    DAMAGED,
    /** It is more than a fifth and 5 seconds shorter than people talked; parts may have been left out on purpose. */
    SHORTER_THAN_CALL,
    /** It is more than a minute longer than the call. */
    LONGER_THAN_CALL
}
