package io.mostik.testing.tbank;

/** When the remainder of a limit returns to the limit. */
public enum LimitPeriod {
    /** At the start of the next day, Moscow time. */
    DAY,
    /** At the start of the next month, Moscow time. */
    MONTH,
    /** Only when the limit is updated: a one-off allowance. */
    IRREGULAR,
    /** As agreed by hand with the bank; can be read but not set. */
    CUSTOM
}
