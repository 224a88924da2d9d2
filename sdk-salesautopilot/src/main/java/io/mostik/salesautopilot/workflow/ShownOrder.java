package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.ids.OrderItemId;
import io.mostik.salesautopilot.orders.ItemFields;
import io.mostik.salesautopilot.orders.WebshopLine;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.OrderItem;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between an order as the vendor shows it and as the shop has it.
 *
 * @param columns columns to write
 * @param changed lines to change, by their ids
 * @param added lines to add
 * @param removed lines to remove
 */
record ShownOrder(
        RecordFields columns, Map<OrderItemId, ItemFields> changed, List<ItemFields> added, List<OrderItemId> removed) {

    static ShownOrder compare(ContactRecord shown, WebshopOrder wanted) {
        List<OrderItem> rest = new ArrayList<>(shown.order().items());
        Map<OrderItemId, ItemFields> changed = new LinkedHashMap<>();
        List<ItemFields> added = new ArrayList<>();
        for (WebshopLine line : wanted.lines()) {
            Optional<OrderItem> same = rest.stream()
                    .filter(item -> item.id().isPresent())
                    .filter(item -> item.sku().filter(line.product()::equals).isPresent())
                    .findFirst();
            same.ifPresent(rest::remove);
            if (same.isEmpty()) {
                added.add(fields(line, wanted.currency()));
            } else if (differs(same.get(), line)) {
                changed.put(same.get().id().orElseThrow(), fields(line, wanted.currency()));
            }
        }
        List<OrderItemId> removed =
                rest.stream().flatMap(item -> item.id().stream()).toList();
        return new ShownOrder(columns(wanted).changesTo(shown), changed, added, removed);
    }

    boolean isSame() {
        return columns.isEmpty() && changed.isEmpty() && added.isEmpty() && removed.isEmpty();
    }

    /** The columns that the vendor makes of the parts of an order. */
    private static RecordFields columns(WebshopOrder order) {
        RecordFields.Builder columns = RecordFields.builder();
        order.shippingMethod().ifPresent(name -> columns.set(SystemField.SHIPPING_MODE, name));
        order.netShippingCost().ifPresent(cost -> columns.set(SystemField.NETTO_SHIPPING_COST, cost));
        order.grossShippingCost().ifPresent(cost -> columns.set(SystemField.SHIPPING_COST, cost));
        order.orderStatusId().ifPresent(status -> columns.set(SystemField.WEBSHOP_STATUS, status));
        RecordFields all = OwnFields.withoutActive(order.fields()).with(columns.build());
        RecordFields billed =
                order.billing().map(address -> all.with(address.asBilling())).orElse(all);
        return order.delivery()
                .map(address -> billed.with(address.asDelivery()))
                .orElse(billed)
                .without(SystemField.SUBDATE)
                .without(SystemField.IPADDRESS);
    }

    private static boolean differs(OrderItem item, WebshopLine line) {
        return item.quantity().orElse(-1) != line.quantity()
                || isOther(item.unitPrice(), line.unitPrice())
                || isOther(item.vatPercent(), line.vatPercent())
                || item.name().filter(line.name()::equals).isEmpty();
    }

    /** The vendor shows amounts with two decimals. */
    private static boolean isOther(Optional<BigDecimal> shown, BigDecimal wanted) {
        BigDecimal tolerance = new BigDecimal("0.005");
        return shown.filter(amount -> amount.subtract(wanted).abs().compareTo(tolerance) <= 0)
                .isEmpty();
    }

    private static ItemFields fields(WebshopLine line, String currency) {
        return ItemFields.builder()
                .sku(line.product())
                .name(line.name())
                .quantity(line.quantity())
                .unitPrice(line.unitPrice())
                .vatPercent(line.vatPercent().intValue())
                .currency(currency)
                .build();
    }
}
