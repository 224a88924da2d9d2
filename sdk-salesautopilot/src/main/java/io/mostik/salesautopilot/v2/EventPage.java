package io.mostik.salesautopilot.v2;

import io.mostik.core.Page;
import java.util.List;
import java.util.Objects;

/**
 * The envelope of subscriber events.
 *
 * @param data what it holds
 */
record EventPage(Data data) {

    EventPage {
        data = Objects.requireNonNullElse(data, new Data(1, 1, List.of()));
    }

    Page<SubscriberEvent> toPage() {
        return data.page < data.pageCount
                ? Page.of(data.events, Integer.toString(data.page + 1))
                : Page.last(data.events);
    }

    /**
     * One page.
     *
     * @param page its number, from 1
     * @param pageCount how many there are
     * @param events what happened
     */
    record Data(int page, int pageCount, List<SubscriberEvent> events) {

        Data {
            events = Objects.requireNonNullElse(events, List.of());
        }
    }
}
