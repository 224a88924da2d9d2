package io.mostik.salesautopilot.ids;

import io.mostik.core.json.OpenNumber;

/**
 * The id of a landing page; the vendor calls it {@code lp_id}.
 *
 * @param value the number
 */
public record LandingPageId(long value) implements OpenNumber {

    /** Refuses numbers below 1. */
    public LandingPageId {
        if (value < 1) {
            throw new IllegalArgumentException("landingPage id must be positive");
        }
    }

    /** Returns the id of this number. */
    public static LandingPageId of(long value) {
        return new LandingPageId(value);
    }
}
