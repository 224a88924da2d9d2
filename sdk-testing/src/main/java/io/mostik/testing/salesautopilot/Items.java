package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines of an order in the vendor's inner form, and what they come to. */
final class Items {

    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Map<String, String> OF_LINE = Map.of(
            "qty", "oi_quantity",
            "prod_price", "oi_price",
            "prod_name", "oi_name");

    private Items() {}

    /** Makes the line of a product of the catalogue, which the request may override in part. */
    static Map<String, String> of(Catalogue.Product product, JsonNode line) {
        Map<String, String> item = new LinkedHashMap<>();
        item.put("prod_id", Long.toString(product.id()));
        item.put("oi_sku", product.field("prod_sku"));
        item.put("oi_name", product.field("prod_name"));
        item.put("oi_quantity", "1");
        item.put("oi_price", product.field("prod_price"));
        item.put("oi_vat_percent", product.field("prod_vat_percent"));
        item.put("oi_currency", product.field("prod_currency"));
        change(item, line);
        return item;
    }

    /** Writes what a line in the shop's form says, or one in the inner form. */
    static void change(Map<String, String> item, JsonNode line) {
        line.properties().forEach(field -> {
            String name = OF_LINE.getOrDefault(field.getKey(), field.getKey());
            boolean sum = name.equals("oi_netto_sum") || name.equals("oi_brutto_sum");
            if (name.startsWith("oi_") && !name.equals("oi_id") && !sum) {
                item.put(name, Parameters.filled(line, field.getKey()));
            }
        });
        if (amount(item, "oi_quantity").signum() <= 0) {
            throw Dialect.wrongParameters("qty");
        }
        price(item);
    }

    /** Sums an order up again; delivery is in it, as in the vendor's sample. */
    static void sumUp(Contact order) {
        BigDecimal net = new BigDecimal(order.value("mssys_netto_shipping_cost"));
        BigDecimal gross = new BigDecimal(order.value("mssys_shipping_cost"));
        for (Map<String, String> item : order.products()) {
            net = net.add(amount(item, "oi_netto_sum"));
            gross = gross.add(amount(item, "oi_brutto_sum"));
        }
        order.set("mssys_order_netto_sum", money(net));
        order.set("mssys_order_brutto_sum", money(gross));
    }

    static void add(Contact order, List<Map<String, String>> items) {
        List<Map<String, String>> all = new ArrayList<>(order.products());
        all.addAll(items);
        order.products(all);
        sumUp(order);
    }

    private static void price(Map<String, String> item) {
        BigDecimal net = amount(item, "oi_price").multiply(amount(item, "oi_quantity"));
        BigDecimal tax = net.multiply(amount(item, "oi_vat_percent")).divide(HUNDRED);
        item.put("oi_netto_sum", money(net));
        item.put("oi_brutto_sum", money(net.add(tax)));
        item.put("oi_vat_name", item.getOrDefault("oi_vat_percent", "") + "%");
        item.put("prod_price", money(amount(item, "oi_price")));
    }

    private static BigDecimal amount(Map<String, String> item, String name) {
        return amount(name, item.getOrDefault(name, "0"));
    }

    static BigDecimal amount(String name, String text) {
        if (!text.matches("-?\\d+(\\.\\d+)?")) {
            throw Dialect.wrongParameters(name);
        }
        return new BigDecimal(text);
    }

    static String money(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
