package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.OpenValue;

/**
 * Who began a call, as webhooks write it; call records use other words. An open set: a newer wordis kept as it came.
 *
 * @param value the vendor's word
 */
public record EventDirection(String value) implements OpenValue {

    /** The customer called. */
    public static final EventDirection IN = new EventDirection("in");

    /** The contact centre called. */
    public static final EventDirection OUT = new EventDirection("out");

    /** Checks that there is a value. */
    public EventDirection {
        OpenValue.check(value);
    }
}
