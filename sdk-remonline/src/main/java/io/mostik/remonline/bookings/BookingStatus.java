package io.mostik.remonline.bookings;

import io.mostik.core.json.OpenNumber;

/**
 * The status of a booking. An open set.
 *
 * @param value the vendor's number
 */
public record BookingStatus(long value) implements OpenNumber {

    /** New. */
    public static final BookingStatus NEW = new BookingStatus(1);

    /** Confirmed. */
    public static final BookingStatus CONFIRMED = new BookingStatus(2);

    /** Pending. */
    public static final BookingStatus PENDING = new BookingStatus(3);

    /** In progress. */
    public static final BookingStatus IN_PROGRESS = new BookingStatus(4);

    /** Completed. */
    public static final BookingStatus COMPLETED = new BookingStatus(5);

    /** Canceled. */
    public static final BookingStatus CANCELED = new BookingStatus(6);

    /** The client did not come. */
    public static final BookingStatus NO_SHOW = new BookingStatus(7);
}
