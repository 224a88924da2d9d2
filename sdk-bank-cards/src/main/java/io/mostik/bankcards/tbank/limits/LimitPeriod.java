package io.mostik.bankcards.tbank.limits;

import io.mostik.core.json.OpenValue;

/**
 * When the remainder of a limit returns to the limit. Days and months are those of Moscow, as far as is known. An open
 * set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record LimitPeriod(String value) implements OpenValue {

    /** At the start of the next day. */
    public static final LimitPeriod DAY = new LimitPeriod("DAY");

    /** At the start of the next month. */
    public static final LimitPeriod MONTH = new LimitPeriod("MONTH");

    /** Only when the limit is set again: an allowance for one time. */
    public static final LimitPeriod IRREGULAR = new LimitPeriod("IRREGULAR");

    /** A special period that the bank set by hand; can be read, not written. */
    public static final LimitPeriod CUSTOM = new LimitPeriod("CUSTOM");

    /** Checks that there is a value. */
    public LimitPeriod {
        OpenValue.check(value);
    }
}
