package io.mostik.testing.vipex;

/** How recordings are handed over; the customer chooses. */
public enum RecordingMode {
    /** Calls are not recorded. */
    NONE,
    /** The call's data name a coded id, by which the file is downloaded. */
    BY_ID,
    /** The call's data carry the file in BASE64. */
    INLINE
}
