package io.mostik.bankcards.tbank.virtualcards;

import io.mostik.core.json.OpenValue;

/**
 * How far a reissue is. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record ReissueStatus(String value) implements OpenValue {

    /** Under way; usually done within five minutes. */
    public static final ReissueStatus IN_PROGRESS = new ReissueStatus("IN_PROGRESS");

    /** The new card can be used. */
    public static final ReissueStatus READY = new ReissueStatus("READY");

    /** It failed; start another one. */
    public static final ReissueStatus ERROR = new ReissueStatus("ERROR");

    /** Checks that there is a value. */
    public ReissueStatus {
        OpenValue.check(value);
    }
}
