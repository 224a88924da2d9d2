package io.mostik.salesautopilot.v2;

import io.mostik.core.json.OpenValue;

/**
 * What happened to a subscriber. An open set: a newer value is kept as it came.
 *
 * @param value the vendor's word
 */
public record EventType(String value) implements OpenValue {

    /** Signed up. */
    public static final EventType SUBSCRIBE = new EventType("subscribe");

    /** Left. */
    public static final EventType UNSUBSCRIBE = new EventType("unsubscribe");

    /** A letter was sent. */
    public static final EventType EMAIL_SENT = new EventType("email_sent");

    /** The confirmation was asked for. */
    public static final EventType DOUBLE_OPTIN = new EventType("double_optin");

    /** The sign-up was confirmed. */
    public static final EventType DOUBLE_OPTIN_CONFIRM = new EventType("double_optin_confirm");

    /** A letter was opened. */
    public static final EventType EMAIL_OPEN = new EventType("email_open");

    /** A link was clicked. */
    public static final EventType EMAIL_CLICK = new EventType("email_click");

    /** A letter came back for good. */
    public static final EventType BOUNCE = new EventType("bounce");

    /** A letter came back for now. */
    public static final EventType SOFT_BOUNCE = new EventType("soft_bounce");

    /** An SMS was sent. */
    public static final EventType SMS_SENT = new EventType("sms_sent");

    /** Checks that there is a value. */
    public EventType {
        OpenValue.check(value);
    }
}
