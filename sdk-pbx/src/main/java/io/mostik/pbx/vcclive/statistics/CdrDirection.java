package io.mostik.pbx.vcclive.statistics;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Who began a call, as call records write it; webhooks use other words. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record CdrDirection(@JsonValue String value) {

    /** The customer called. */
    public static final CdrDirection INBOUND = new CdrDirection("inbound");

    /** The contact centre called. */
    public static final CdrDirection OUTBOUND = new CdrDirection("outbound");

    /** Refuses a missing word. */
    public CdrDirection {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CdrDirection of(String value) {
        return new CdrDirection(value);
    }
}
