package io.mostik.salesautopilot.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The columns that a record has in an order list. Amounts are in {@link #currency()}. A view; immutable. Empty texts
 * and zero dates are absent.
 */
public final class OrderData {

    private final Columns columns;

    OrderData(Columns columns) {
        this.columns = columns;
    }

    /** Returns the linked contact record. */
    public OptionalLong contactId() {
        return columns.whole("mssys_contact_id");
    }

    /** Returns the provider of an online payment. */
    public Optional<String> onlinePaymentMethod() {
        return columns.text("mssys_online_payment_method");
    }

    /** Returns the net total; whether delivery is in it is not documented. */
    public Optional<BigDecimal> netTotal() {
        return columns.decimal("mssys_order_netto_sum");
    }

    /** Returns the gross total; whether delivery is in it is not documented. */
    public Optional<BigDecimal> grossTotal() {
        return columns.decimal("mssys_order_brutto_sum");
    }

    /** Returns the currency, as ISO 4217. */
    public Optional<String> currency() {
        return columns.text("mssys_bill_currency");
    }

    /** Returns the day of fulfilment. */
    public Optional<LocalDate> executeDate() {
        return columns.date("mssys_execute_date");
    }

    /** Returns the day until which it has to be paid. */
    public Optional<LocalDate> payDueDate() {
        return columns.date("mssys_pay_due_date");
    }

    /** Returns the day on which it was paid. */
    public Optional<LocalDate> payDate() {
        return columns.date("mssys_pay_date");
    }

    /** Returns the id of the shipping method. */
    public OptionalLong shippingModeId() {
        return columns.whole("mssys_shipping_modetype");
    }

    /** Returns the name of the shipping method. */
    public Optional<String> shippingMode() {
        return columns.text("mssys_shipping_mode");
    }

    /** Returns the net cost of delivery. */
    public Optional<BigDecimal> netShippingCost() {
        return columns.decimal("mssys_netto_shipping_cost");
    }

    /** Returns the gross cost of delivery. */
    public Optional<BigDecimal> grossShippingCost() {
        return columns.decimal("mssys_shipping_cost");
    }

    /** Returns the number of the pro-forma invoice. */
    public Optional<String> proformaNumber() {
        return columns.text("mssys_proform_number");
    }

    /** Returns the link of the pro-forma invoice. */
    public Optional<String> proformaPdfLink() {
        return columns.text("mssys_proform_pdf_link");
    }

    /** Returns the number of the invoice. */
    public Optional<String> invoiceNumber() {
        return columns.text("mssys_billing_number");
    }

    /** Returns the link of the invoice. */
    public Optional<String> invoicePdfLink() {
        return columns.text("mssys_bill_pdf_link");
    }

    /** Returns the remark on the invoice. */
    public Optional<String> invoiceComment() {
        return columns.text("mssys_bill_comment");
    }

    /** Returns when the invoicing system last synchronised. */
    public Optional<LocalDateTime> invoicingSyncedAt() {
        return columns.dateTime("mssys_billing_system_syncdate");
    }

    /** Returns the bank's number of the transaction. */
    public Optional<String> bankTransactionNumber() {
        return columns.text("mssys_trnum");
    }

    /** Returns the bank's number of the authorisation. */
    public Optional<String> bankAuthorisationNumber() {
        return columns.text("mssys_anum");
    }

    /** Returns the bank's message. */
    public Optional<String> bankMessage() {
        return columns.text("mssys_rt");
    }

    /** Returns the coupon used. */
    public Optional<String> coupon() {
        return columns.text("mssys_coupon");
    }

    /** Returns the id of the coupon. */
    public OptionalLong couponId() {
        return columns.whole("mssys_coupon_id");
    }

    /** Returns the type of the coupon. */
    public OptionalLong couponType() {
        return columns.whole("mssys_coupon_type");
    }

    /** Returns the net discount. */
    public Optional<BigDecimal> couponNetDiscount() {
        return columns.decimal("mssys_coupon_discount_amount_netto");
    }

    /** Returns the gross discount. */
    public Optional<BigDecimal> couponGrossDiscount() {
        return columns.decimal("mssys_coupon_discount_amount_brutto");
    }

    /** Returns the shop's own number of the order, of any shop; the vendor's name for it is historical. */
    public Optional<String> shopOrderId() {
        return columns.text("mssys_shoprenter_id");
    }

    /** Returns the shop's word for the status. */
    public Optional<String> webshopStatus() {
        return columns.text("mssys_webshop_status");
    }

    /** Returns the lines in words. */
    public Optional<String> orderedItems() {
        return columns.text("mssys_ordered_items");
    }

    /** Returns the buyer's note. */
    public Optional<String> comment() {
        return columns.text("mssys_comment");
    }

    /** Returns through which integration it came. */
    public Optional<String> integrationType() {
        return columns.text("mssys_integration_type");
    }

    /** Returns its status. */
    public Optional<OrderStatus> status() {
        return columns.text("mssys_order_status").map(OrderStatus::new);
    }

    /** Returns how it is paid. */
    public Optional<PaymentMethod> paymentMethod() {
        return columns.text("mssys_payment_method").map(PaymentMethod::new);
    }

    /** Returns the lines; only records that were read have them. */
    public List<OrderItem> items() {
        return columns.raw("products").elements().stream().map(OrderItem::new).toList();
    }

    /** Returns the kind only: the content is personal. */
    @Override
    public String toString() {
        return "OrderData";
    }
}
