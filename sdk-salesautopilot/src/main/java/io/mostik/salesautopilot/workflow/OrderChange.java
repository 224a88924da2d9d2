package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.WebshopOrder;

/**
 * An order of a shop that is in the list and is to be there as the shop has it now.
 *
 * @param list the order list
 * @param form the update form
 * @param record its record
 * @param order how the shop has it
 * @param revision which change of the order it is
 */
record OrderChange(ListId list, FormId form, RecordId record, WebshopOrder order, int revision) {

    String id() {
        return WriteId.of(list, order.orderId(), Integer.toString(revision), HistoryOrder.fingerprint(order));
    }
}
