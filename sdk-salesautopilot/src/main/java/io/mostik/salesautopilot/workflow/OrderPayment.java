package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import java.util.Optional;

/**
 * An order to be marked paid.
 *
 * @param list the order list
 * @param form the update form that is reserved for payments
 * @param order its record
 * @param fields what is written
 * @param seen the order as it was just read, to save a read
 */
record OrderPayment(ListId list, FormId form, RecordId order, RecordFields fields, Optional<ContactRecord> seen) {

    String id() {
        return id(list, order);
    }

    static String id(ListId list, RecordId order) {
        return WriteId.of(list, Long.toString(order.value()));
    }
}
