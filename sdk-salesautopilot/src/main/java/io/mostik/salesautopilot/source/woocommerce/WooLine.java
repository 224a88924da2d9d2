package io.mostik.salesautopilot.source.woocommerce;

import io.mostik.salesautopilot.internal.Fields;
import io.mostik.salesautopilot.orders.WebshopLine;
import java.math.BigDecimal;

/**
 * A line of an order: goods, or a fee, which may be negative.
 *
 * @param product article number, else the id of the product
 * @param name name
 * @param quantity pieces
 * @param gross the exact sum of the line with VAT
 * @param percent VAT in whole percent, derived from the sums
 */
record WooLine(String product, String name, int quantity, BigDecimal gross, BigDecimal percent) {

    private static final int MOST_PIECES = 1_000_000;

    /** {@code name} is inferred; without it the article number stands in its place. */
    static WooLine item(Fields row) {
        String product = row.find("sku").orElseGet(() -> row.text("product_id"));
        BigDecimal pieces = row.amount("quantity");
        boolean isWhole = pieces.stripTrailingZeros().scale() <= 0
                && pieces.signum() > 0
                && pieces.compareTo(BigDecimal.valueOf(MOST_PIECES)) <= 0;
        // Plugins sell parts of a piece, which SalesAutopilot does not know: the line is one piece then, at its sum.
        return of(row, product, row.find("name").orElse(product), isWhole ? pieces.intValueExact() : 1);
    }

    static WooLine fee(Fields row) {
        return of(row, "fee-" + row.text("id"), row.find("name").orElse("fee"), 1);
    }

    /** A refund has no VAT of its own in the order; that of the goods is taken where all have the same. */
    static WooLine refund(Fields row, BigDecimal percent) {
        BigDecimal total = row.amount("total");
        if (total.signum() > 0) {
            throw row.failure("refunds.total is positive");
        }
        return new WooLine("refund-" + row.id("id"), "refund", 1, total, percent);
    }

    private static WooLine of(Fields row, String product, String name, int quantity) {
        BigDecimal net = row.amount("total");
        BigDecimal tax = row.amount("total_tax");
        return new WooLine(product, name, quantity, net.add(tax), Amounts.percent(net, tax));
    }

    WebshopLine at(BigDecimal share) {
        return WebshopLine.builder()
                .product(product)
                .name(name)
                .quantity(quantity)
                .vatPercent(percent)
                .unitPrice(Amounts.netUnit(share, percent, quantity))
                .build();
    }
}
