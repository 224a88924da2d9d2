package io.mostik.remonline.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * What happened. An open set: an event newer than this SDK arrives as itself.
 *
 * @param value the vendor's word
 */
public record EventName(@JsonValue String value) {

    /** An order was made. */
    public static final EventName ORDER_CREATED = new EventName("Order.Created");

    /** An order was changed. */
    public static final EventName ORDER_UPDATED = new EventName("Order.Updated");

    /** An order got another status. */
    public static final EventName ORDER_STATUS_CHANGED = new EventName("Order.Status.Changed");

    /** An order was removed. */
    public static final EventName ORDER_DELETED = new EventName("Order.Deleted");

    /** The visit of an order was moved. */
    public static final EventName ORDER_SCHEDULED_TIME_CHANGED = new EventName("Order.ScheduledTime.Changed");

    /** An invoice was made. */
    public static final EventName INVOICE_CREATED = new EventName("Invoice.Created");

    /** An invoice was changed. */
    public static final EventName INVOICE_UPDATED = new EventName("Invoice.Updated");

    /** An invoice was removed. */
    public static final EventName INVOICE_DELETED = new EventName("Invoice.Deleted");

    /** A client was made. */
    public static final EventName CLIENT_CREATED = new EventName("Client.Created");

    /** Refuses a missing word. */
    public EventName {
        Objects.requireNonNull(value, "value");
    }

    /** Returns the event of this name. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EventName of(String value) {
        return new EventName(value);
    }
}
