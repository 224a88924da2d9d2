package io.mostik.pbx.vcclive.webhooks;

import io.mostik.core.json.OpenValue;

/**
 * What happened to a ticket. An open set: a newer word is kept as it came.
 *
 * @param value the vendor's word
 */
public record TicketAction(String value) implements OpenValue {

    /** It is new. */
    public static final TicketAction ADD = new TicketAction("add");

    /** It was changed, or closed. */
    public static final TicketAction UPDATE = new TicketAction("update");

    /** It was deleted. */
    public static final TicketAction DELETE = new TicketAction("delete");

    /** Checks that there is a value. */
    public TicketAction {
        OpenValue.check(value);
    }
}
