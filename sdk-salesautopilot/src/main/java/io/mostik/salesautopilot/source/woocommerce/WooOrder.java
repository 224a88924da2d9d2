package io.mostik.salesautopilot.source.woocommerce;

import io.mostik.core.DecodingException;
import io.mostik.salesautopilot.internal.Fields;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.salesautopilot.records.OrderStatus;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An order as the shop showed it at one moment. Two are equal if the shop said the same. Prints id and status only. Immutable.
 *
 * @see WooCommerce#find
 */
public final class WooOrder {

    private final Fields fields;
    private final long id;
    private final String status;
    private final Instant modified;

    private WooOrder(Fields fields) {
        this.fields = fields;
        this.id = fields.id("id");
        this.status = fields.text("status");
        this.modified = fields.utc("date_modified_gmt");
    }

    static WooOrder of(Fields fields) {
        return new WooOrder(fields);
    }

    /** Returns its id, which tells it from all others of the shop. */
    public long id() {
        return id;
    }

    /** Returns the number that people see; plugins change it, but invoices carry it. */
    public String number() {
        return fields.text("number");
    }

    /** Returns the shop's status, such as {@code processing}. */
    public String status() {
        return status;
    }

    /** Returns when it was last changed. */
    public Instant modified() {
        return modified;
    }

    /** Returns the gross sum of the order as it was placed, refunds not taken off, in its currency. */
    public BigDecimal total() {
        return fields.amount("total");
    }

    /** Returns what was given back so far; not negative. */
    public BigDecimal refunded() {
        return fields.rows("refunds").stream()
                .map(row -> row.amount("total"))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .negate();
    }

    /** Returns whether the checkout is still under way, so that it is no order yet. */
    public boolean isDraft() {
        return status.equals("checkout-draft");
    }

    /**
     * Returns the order for {@link io.mostik.salesautopilot.workflow.PurchaseHistory}. Lines, delivery and refunds add up to what the
     * buyer paid in the end, to the forint (other currencies: to their decimals): each line is rounded with VAT, the net price of a
     * piece follows from it. Fees (their rows are inferred to be like those of goods) and refunds are lines; the percentage of VAT is derived from the sums. A full refund sets
     * {@code mssys_order_status} too.
     *
     * @throws DecodingException if a part is missing, such as the e-mail address, or the sums differ by more than a forint a line
     */
    public WebshopOrder webshopOrder() {
        String currency = fields.text("currency");
        int decimals = Amounts.decimals(currency);
        List<WooLine> lines = Stream.concat(
                        fields.rows("line_items").stream().map(WooLine::item),
                        fields.rowsOrNone("fee_lines").stream().map(WooLine::fee))
                .toList();
        BigDecimal delivery =
                Amounts.rounded(fields.amount("shipping_total").add(fields.amountOrZero("shipping_tax")), decimals);
        BigDecimal whole = Amounts.rounded(total(), decimals).subtract(delivery);
        List<BigDecimal> parts = lines.stream().map(WooLine::gross).toList();
        refuseOtherSum(parts, whole, decimals);
        List<BigDecimal> shares = Amounts.shares(parts, whole, decimals);
        WebshopOrder.Builder order = WebshopOrder.builder();
        for (int i = 0; i < lines.size(); i++) {
            order.addLines(lines.get(i).at(shares.get(i)));
        }
        refunds(lines).forEach(refund -> order.addLines(refund.at(Amounts.rounded(refund.gross(), decimals))));
        fields.find("payment_method_title").ifPresent(order::paymentMethod);
        fields.find("payment_method").ifPresent(order::paymentCode);
        try {
            return order.orderId(number())
                    .fields(buyer())
                    .currency(currency)
                    .grossShippingCost(delivery)
                    .netShippingCost(Amounts.rounded(fields.amount("shipping_total"), decimals))
                    .orderStatusId(status)
                    .integrationType("woocommerce")
                    .build();
        } catch (IllegalArgumentException e) {
            throw fields.failure(String.valueOf(e.getMessage()));
        }
    }

    private List<WooLine> refunds(List<WooLine> lines) {
        List<BigDecimal> percents =
                lines.stream().map(WooLine::percent).distinct().toList();
        BigDecimal percent = percents.size() == 1 ? percents.get(0) : BigDecimal.ZERO;
        List<WooLine> refunds = new ArrayList<>();
        fields.rows("refunds").forEach(row -> refunds.add(WooLine.refund(row, percent)));
        return refunds;
    }

    private RecordFields buyer() {
        Fields billing = fields.object("billing");
        RecordFields.Builder buyer = RecordFields.builder().email(billing.text("email"));
        billing.find("first_name").ifPresent(buyer::firstName);
        billing.find("last_name").ifPresent(buyer::lastName);
        billing.find("phone").ifPresent(buyer::mobile);
        if (status.equals("refunded")) {
            buyer.set(SystemField.ORDER_STATUS, OrderStatus.REFUNDED.value());
        }
        return buyer.build();
    }

    private void refuseOtherSum(List<BigDecimal> parts, BigDecimal whole, int decimals) {
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal allowed = BigDecimal.ONE.movePointLeft(decimals).multiply(BigDecimal.valueOf(parts.size() + 1L));
        if (sum.subtract(whole).abs().compareTo(allowed) > 0) {
            throw fields.failure("lines and delivery do not come to the total");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WooOrder that && fields.json().equals(that.fields.json());
    }

    @Override
    public int hashCode() {
        return Objects.hash(fields.json());
    }

    @Override
    public String toString() {
        return "WooOrder[" + id + ", " + status + "]";
    }
}
