package io.mostik.salesautopilot.v2;

import io.mostik.core.json.OpenValue;

/**
 * When a letter goes out. An open set: a newer value is kept as it came.
 *
 * @param value the vendor's word
 */
public record SendType(String value) implements OpenValue {

    /** At a time. */
    public static final SendType ABSOLUTE = new SendType("ABSOLUTE");

    /** On a day, at the best time for each. */
    public static final SendType SMART_SEND = new SendType("SMART_SEND");

    /** So many days and hours after a date of the record. */
    public static final SendType RELATIVE_AFTER_DATE = new SendType("RELATIVE_AFTER_DATE");

    /** So many hours and minutes after a time of the record. */
    public static final SendType RELATIVE_AFTER_MINUTES = new SendType("RELATIVE_AFTER_MINUTES");

    /** On sign-up. */
    public static final SendType SUBSCRIPTION = new SendType("SUBSCRIPTION");

    /** On a change of data. */
    public static final SendType DATA_UPDATE = new SendType("DATA_UPDATE");

    /** Checks that there is a value. */
    public SendType {
        OpenValue.check(value);
    }
}
