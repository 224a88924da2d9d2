package io.mostik.salesautopilot.v2;

import io.mostik.core.Page;
import io.mostik.core.json.Json;
import io.mostik.salesautopilot.records.ContactRecord;
import java.util.List;

/**
 * The envelope of subscribers.
 *
 * @param subscribers one page of them
 */
record SubscriberPage(List<Json> subscribers) {

    SubscriberPage {
        if (subscribers == null) {
            throw new IllegalStateException("the answer holds no subscribers");
        }
    }

    /** A page that is shorter than was asked for is the last. */
    Page<ContactRecord> toPage(int page, int limit) {
        List<ContactRecord> records =
                subscribers.stream().map(ContactRecord::of).toList();
        return records.size() < limit ? Page.last(records) : Page.of(records, Integer.toString(page + 1));
    }
}
