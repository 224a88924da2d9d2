package io.mostik.bankcards.tbank.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What the bank reports. An open set: a word newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record EventType(@JsonValue String value) {

    /** An operation on an account: the only event about cards. */
    public static final EventType OPERATION = new EventType("oper-feed-operation");

    /** A test. */
    public static final EventType EXAMPLE = new EventType("example");

    /** Refuses a missing word. */
    public EventType {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the value of this word. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EventType of(String value) {
        return new EventType(value);
    }
}
