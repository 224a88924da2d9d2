package io.mostik.salesautopilot.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The id of a landing page; the vendor calls it {@code lp_id}.
 *
 * @param value the number
 */
public record LandingPageId(@JsonValue long value) {

    /** Refuses numbers below 1. */
    public LandingPageId {
        if (value < 1) {
            throw new IllegalArgumentException("landingPage id must be positive");
        }
    }

    /** Returns the id of this number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LandingPageId of(long value) {
        return new LandingPageId(value);
    }
}
