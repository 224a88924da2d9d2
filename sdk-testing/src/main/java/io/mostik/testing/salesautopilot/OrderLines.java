package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of an order, priced; the totals include delivery, as the vendor's sample does. */
record OrderLines(List<Map<String, String>> items, Map<String, String> sums) {

    static OrderLines read(JsonNode products, Map<String, String> order) {
        if (!products.isArray() || products.isEmpty()) {
            throw Dialect.wrongParameters("products");
        }
        BigDecimal net = Items.amount("netshippingcost", order.getOrDefault("mssys_netto_shipping_cost", "0"));
        BigDecimal gross = Items.amount("grossshippingcost", order.getOrDefault("mssys_shipping_cost", "0"));
        List<Map<String, String>> items = new ArrayList<>();
        for (JsonNode product : products) {
            Line line = Line.read(product);
            net = net.add(line.net());
            gross = gross.add(line.gross());
            items.add(line.item(order.getOrDefault("mssys_bill_currency", "")));
        }
        return new OrderLines(
                items, Map.of("mssys_order_netto_sum", Items.money(net), "mssys_order_brutto_sum", Items.money(gross)));
    }

    /** One line as the shop sent it. */
    private record Line(String sku, String name, BigDecimal quantity, BigDecimal taxPercent, BigDecimal price) {

        static Line read(JsonNode product) {
            if (!product.isObject()) {
                throw Dialect.wrongParameters("products");
            }
            return new Line(
                    text(product, "prod_id"),
                    text(product, "prod_name"),
                    Items.amount("qty", text(product, "qty")),
                    Items.amount("tax", text(product, "tax")),
                    Items.amount("prod_price", text(product, "prod_price")));
        }

        BigDecimal net() {
            return price.multiply(quantity).setScale(2, RoundingMode.HALF_UP);
        }

        BigDecimal gross() {
            BigDecimal tax = price.multiply(quantity).multiply(taxPercent).divide(Items.HUNDRED);
            return price.multiply(quantity).add(tax).setScale(2, RoundingMode.HALF_UP);
        }

        Map<String, String> item(String currency) {
            Map<String, String> item = new LinkedHashMap<>();
            item.put("oi_sku", sku);
            item.put("oi_name", name);
            item.put("oi_quantity", quantity.toPlainString());
            item.put("oi_price", Items.money(price));
            item.put("oi_vat_percent", taxPercent.toPlainString());
            item.put("oi_vat_name", taxPercent.toPlainString() + "%");
            item.put("oi_netto_sum", Items.money(net()));
            item.put("oi_brutto_sum", Items.money(gross()));
            item.put("oi_currency", currency);
            item.put("prod_price", Items.money(price));
            return item;
        }

        private static String text(JsonNode product, String name) {
            String text = Parameters.text(name, product.path(name));
            if (text.isEmpty()) {
                throw Dialect.wrongParameters("products: " + name);
            }
            return text;
        }
    }
}
