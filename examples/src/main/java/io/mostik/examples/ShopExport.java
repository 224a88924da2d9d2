package io.mostik.examples;

import io.mostik.salesautopilot.ids.FieldName;
import io.mostik.salesautopilot.orders.WebshopLine;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a webshop exports every night; here your own shop's database stands. */
final class ShopExport {

    private ShopExport() {}

    /** Returns the orders, the oldest first. */
    static List<WebshopOrder> orders() {
        return List.of(
                order("W-10077", "kata.molnar@example.hu", "Yoga mat", "7862.99"),
                order("W-10078", "pal.kis@example.hu", "Yoga mat", "7862.99"),
                order("W-10079", "kata.molnar@example.hu", "Yoga block", "2354.33"));
    }

    /** Returns each buyer's last product, as columns to write. */
    static Collection<RecordFields> lastProducts(List<WebshopOrder> orders, FieldName column) {
        Map<String, RecordFields> profiles = new LinkedHashMap<>();
        for (WebshopOrder order : orders) {
            String email = order.fields().text(SystemField.EMAIL).orElseThrow();
            String product = order.lines().get(0).name();
            profiles.put(
                    email,
                    RecordFields.builder().email(email).set(column, product).build());
        }
        return profiles.values();
    }

    private static WebshopOrder order(String number, String email, String product, String price) {
        return WebshopOrder.builder()
                .orderId(number)
                .fields(RecordFields.builder().email(email).build())
                .currency("HUF")
                .addLines(WebshopLine.builder()
                        .product(product)
                        .name(product)
                        .quantity(1)
                        .vatPercent(new BigDecimal("27"))
                        .unitPrice(new BigDecimal(price))
                        .build())
                .build();
    }
}
