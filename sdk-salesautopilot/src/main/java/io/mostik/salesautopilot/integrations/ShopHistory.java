package io.mostik.salesautopilot.integrations;

import io.mostik.core.ApiException;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.internal.Keys;
import io.mostik.salesautopilot.orders.OrderPlacement;
import io.mostik.salesautopilot.orders.OrdersApi;
import io.mostik.salesautopilot.orders.WebshopOrder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Takes the purchase history of a webshop into an order list, for segments and personalised letters. Each order comes in
 * once, however often the shop exports it and whatever breaks: an order is looked for before it is sent, and what came in
 * is remembered for 400 days, so that a later run over the same export costs nothing. Choose an order form without
 * letters and invoices: the purchases are old. Thread-safe, on several nodes with one store too.
 */
public final class ShopHistory {

    private static final Duration REMEMBERED = Duration.ofDays(400);
    private static final int WRONG_PARAMETERS = 406;

    private final OrdersApi orders;
    private final FormId orderForm;
    private final StateStore store;
    private final String prefix;

    /**
     * Creates the integration.
     *
     * @param store where it is remembered which orders came in; shared by all nodes
     * @param shop what tells several shops and lists with one store apart
     */
    public ShopHistory(OrdersApi orders, FormId orderForm, StateStore store, String shop) {
        this.orders = Objects.requireNonNull(orders, "orders");
        this.orderForm = Objects.requireNonNull(orderForm, "orderForm");
        this.store = Objects.requireNonNull(store, "store");
        this.prefix = "salesautopilot/history/" + Objects.requireNonNull(shop, "shop") + "/";
    }

    /**
     * Hands orders over, one after the other. An order that the vendor refuses is noted and left out.
     *
     * @throws SdkException if a call fails for another reason; run it again, and it goes on where it was
     */
    public HistoryReport handOver(Iterable<WebshopOrder> history) {
        int placed = 0;
        int alreadyThere = 0;
        Map<String, String> refused = new LinkedHashMap<>();
        for (WebshopOrder order : history) {
            Optional<OrderPlacement> placement = isRemembered(order) ? Optional.empty() : place(order, refused);
            if (placement.filter(OrderPlacement.Placed.class::isInstance).isPresent()) {
                placed++;
            } else if (!refused.containsKey(order.orderId())) {
                alreadyThere++;
            }
        }
        return new HistoryReport(placed, alreadyThere, refused);
    }

    private Optional<OrderPlacement> place(WebshopOrder order, Map<String, String> refused) {
        try {
            OrderPlacement placement = orders.processOnce(orderForm, order);
            if (placement instanceof OrderPlacement.Refused refusal) {
                refused.put(order.orderId(), "answered " + refusal.code());
            } else {
                store.firstSeen(key(order), REMEMBERED);
            }
            return Optional.of(placement);
        } catch (ApiException e) {
            if (e.error().status() != WRONG_PARAMETERS) {
                throw e;
            }
            refused.put(order.orderId(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean isRemembered(WebshopOrder order) {
        return store.find(key(order)).isPresent();
    }

    private String key(WebshopOrder order) {
        return Keys.fitting(prefix + order.orderId());
    }
}
