package io.mostik.bankcards.tbank.virtualcards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * How far a reissue is. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record ReissueStatus(@JsonValue String value) {

    /** Under way; usually done within five minutes. */
    public static final ReissueStatus IN_PROGRESS = new ReissueStatus("IN_PROGRESS");

    /** The new card can be used. */
    public static final ReissueStatus READY = new ReissueStatus("READY");

    /** It failed; start another one. */
    public static final ReissueStatus ERROR = new ReissueStatus("ERROR");

    /** Refuses a missing word. */
    public ReissueStatus {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReissueStatus of(String value) {
        return new ReissueStatus(value);
    }
}
