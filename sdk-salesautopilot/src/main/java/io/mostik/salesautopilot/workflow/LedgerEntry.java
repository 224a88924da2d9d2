package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.ListId;

/**
 * An order whose sum is covered, to be marked paid. What is to be paid is in the {@link LedgerOrder} of the same id.
 *
 * @param list the order list
 * @param program tells several invoicing programs apart
 * @param order the shop's number of the order
 */
record LedgerEntry(ListId list, String program, String order) {

    String id() {
        return WriteId.of(list, program, order);
    }
}
