package io.mostik.salesautopilot.v2;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Page;
import io.mostik.core.PartialList;
import io.mostik.core.Phase;
import io.mostik.core.http.Call;
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

    /** Returns the page of a call; one that is shorter than was asked for is the last. */
    static Page<ContactRecord> of(Call<SubscriberPage> call, int page, int limit) {
        List<ContactRecord> records = call.rows(call.send().subscribers.orElseThrow(), SubscriberPage::record);
        return PartialList.came(records) < limit ? Page.last(records) : Page.of(records, Integer.toString(page + 1));
    }

    private static ContactRecord record(Json row) {
        ContactRecord record = ContactRecord.of(row);
        if (record.findId().isEmpty()) {
            throw new DecodingException(
                    "a record without its id", FailureInfo.lasting("v2.subscribers", Outcome.UNKNOWN, Phase.DECODE));
        }
        return record;
    }
}
