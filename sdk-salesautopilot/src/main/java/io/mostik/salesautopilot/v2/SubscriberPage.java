package io.mostik.salesautopilot.v2;

import io.mostik.core.Page;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.records.ContactRecord;
import java.util.List;
import java.util.Optional;

/**
 * The envelope of subscribers.
 *
 * @param subscribers one page of them
 */
record SubscriberPage(Optional<List<Json>> subscribers) {

    SubscriberPage {
        if (subscribers.isEmpty()) {
            throw new IllegalStateException("the answer holds no subscribers");
        }
    }

    /** A page that is shorter than was asked for is the last. */
    Page<ContactRecord> toPage(int page, int limit) {
        List<ContactRecord> records =
                subscribers.orElseThrow().stream().map(ContactRecord::of).toList();
        return records.size() < limit ? Page.last(records) : Page.of(records, Integer.toString(page + 1));
    }
}
