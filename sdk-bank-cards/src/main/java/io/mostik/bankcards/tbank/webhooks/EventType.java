package io.mostik.bankcards.tbank.webhooks;

import io.mostik.core.json.OpenValue;

/**
 * What the bank reports. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record EventType(String value) implements OpenValue {

    /** An operation on an account: the only event about cards. */
    public static final EventType OPERATION = new EventType("oper-feed-operation");

    /** A test. */
    public static final EventType EXAMPLE = new EventType("example");

    /** Checks that there is a value. */
    public EventType {
        OpenValue.check(value);
    }
}
