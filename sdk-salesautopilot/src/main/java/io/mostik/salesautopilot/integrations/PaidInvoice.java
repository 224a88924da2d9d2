package io.mostik.salesautopilot.integrations;

import io.mostik.core.json.Json;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.net.URI;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment, as an invoicing program reports it.
 *
 * @param order the shop's own number of the order
 * @param invoice the number of the invoice
 * @param paidOn day of the payment
 * @param pdf where the invoice can be fetched
 */
public record PaidInvoice(String order, String invoice, LocalDate paidOn, Optional<URI> pdf) {

    /** Refuses a payment without its numbers. */
    public PaidInvoice {
        if (order.isBlank()) {
            throw new IllegalArgumentException("order must not be blank");
        }
        if (invoice.isBlank()) {
            throw new IllegalArgumentException("invoice must not be blank");
        }
        Objects.requireNonNull(paidOn, "paidOn");
        Objects.requireNonNull(pdf, "pdf");
    }

    /** Returns a payment whose invoice is not to be fetched. */
    public static PaidInvoice of(String order, String invoice, LocalDate paidOn) {
        return new PaidInvoice(order, invoice, paidOn, Optional.empty());
    }

    /** Returns the columns that are written with the payment. */
    RecordFields columns() {
        RecordFields.Builder columns = RecordFields.builder().set(SystemField.BILLING_NUMBER, invoice);
        pdf.ifPresent(link -> columns.set(SystemField.BILL_PDF_LINK, link.toString()));
        return columns.build();
    }

    Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("order", order);
        map.put("invoice", invoice);
        map.put("paidOn", paidOn.toString());
        pdf.ifPresent(link -> map.put("pdf", link.toString()));
        return map;
    }

    static PaidInvoice of(Json kept) {
        return new PaidInvoice(
                kept.get("order").text().orElse(""),
                kept.get("invoice").text().orElse(""),
                LocalDate.parse(kept.get("paidOn").text().orElse("")),
                kept.get("pdf").text().map(URI::create));
    }
}
