package io.mostik.salesautopilot.workflow;

import io.mostik.core.json.JsonCodec;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.internal.Digests;
import io.mostik.salesautopilot.orders.WebshopOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An order as the list was last brought to have it. Stored without its content.
 *
 * @param record its record
 * @param fingerprint digest of its content; empty if the list's content is not known
 * @param revision how often it was changed
 */
record HistoryOrder(RecordId record, String fingerprint, int revision) {

    private static final JsonCodec JSON = JsonCodec.snakeCase();

    HistoryOrder {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(fingerprint, "fingerprint");
    }

    static String fingerprint(WebshopOrder order) {
        return Digests.of(new String(JSON.write(order.body()), StandardCharsets.UTF_8));
    }
}
