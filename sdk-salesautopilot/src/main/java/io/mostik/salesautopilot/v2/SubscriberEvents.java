package io.mostik.salesautopilot.v2;

import java.util.List;

/**
 * One page of what happened to the subscribers of a list.
 *
 * @param page its number, from 1
 * @param pageCount how many there are
 * @param events what happened, in an order that the vendor does not document
 */
public record SubscriberEvents(int page, int pageCount, List<SubscriberEvent> events) {

    /** Keeps an unmodifiable copy. */
    public SubscriberEvents {
        events = List.copyOf(events);
    }
}
