package io.mostik.salesautopilot.v2;

import io.mostik.core.Page;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The envelope of subscriber events.
 *
 * @param success whether the vendor says that this is the answer
 * @param data what it holds
 */
record EventPage(Optional<Boolean> success, Data data) {

    EventPage {
        Objects.requireNonNull(data, "data");
        if (!success.orElse(true)) {
            throw new IllegalStateException("success is false");
        }
    }

    Page<SubscriberEvent> toPage() {
        List<SubscriberEvent> events = data.events.orElseThrow();
        return data.page < data.pageCount ? Page.of(events, Integer.toString(data.page + 1)) : Page.last(events);
    }

    SubscriberEvents events() {
        return new SubscriberEvents(data.page, data.pageCount, data.events.orElseThrow());
    }

    /**
     * One page.
     *
     * @param page its number, from 1
     * @param pageCount how many there are
     * @param events what happened
     */
    record Data(int page, int pageCount, Optional<List<SubscriberEvent>> events) {

        Data {
            if (events.isEmpty()) {
                throw new IllegalStateException("the answer holds no events");
            }
            if (page < 1 || (page > pageCount && !events.get().isEmpty())) {
                throw new IllegalStateException("page and pageCount contradict the events");
            }
        }
    }
}
