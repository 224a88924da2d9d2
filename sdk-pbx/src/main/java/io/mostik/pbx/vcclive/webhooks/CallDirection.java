package io.mostik.pbx.vcclive.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Who began a call, as webhooks write it; call records use other words. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record CallDirection(@JsonValue String value) {

    /** The customer called. */
    public static final CallDirection IN = new CallDirection("in");

    /** The contact centre called. */
    public static final CallDirection OUT = new CallDirection("out");

    /** Refuses a missing word. */
    public CallDirection {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the one of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CallDirection of(String value) {
        return new CallDirection(value);
    }
}
