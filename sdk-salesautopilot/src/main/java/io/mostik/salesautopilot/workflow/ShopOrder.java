package io.mostik.salesautopilot.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.ListId;
import io.mostik.salesautopilot.orders.WebshopOrder;
import java.util.Map;

/**
 * An order of a shop to be placed. Its content is that of the order, whatever the form.
 *
 * @param list the order list
 * @param form the order form
 * @param order what is ordered
 * @param missing whether the whole list was just read, and does not have it
 */
record ShopOrder(ListId list, FormId form, WebshopOrder order, boolean missing) {

    String id() {
        return WriteId.of(list, order.orderId());
    }

    @JsonValue
    Map<String, Object> content() {
        return order.body();
    }
}
