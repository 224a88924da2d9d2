package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.json.OpenValue;

/**
 * Who began a call, as call records write it; webhooks use other words. An open set: a newer wordis kept as it came.
 *
 * @param value the vendor's word
 */
public record CdrDirection(String value) implements OpenValue {

    /** The customer called. */
    public static final CdrDirection INBOUND = new CdrDirection("inbound");

    /** The contact centre called. */
    public static final CdrDirection OUTBOUND = new CdrDirection("outbound");

    /** Checks that there is a value. */
    public CdrDirection {
        OpenValue.check(value);
    }
}
