package io.mostik.salesautopilot.workflow;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An invoicing document of an order as an invoicing program shows it at one moment, with all its payments: never only what a
 * notice claims. Whatever program it comes from, this is what the {@link PaymentLedger} counts with.
 *
 * <pre>{@code
 * Invoice read = Invoice.of("2026/118", "W-10077", InvoiceKind.INVOICE, new BigDecimal("25400"), "HUF", readAt)
 *         .withPayments(List.of(InvoicePayment.of(day, new BigDecimal("10000"))));
 * }</pre>
 *
 * @param number its number, unique within the program
 * @param order the shop's own number of the order
 * @param kind what it is
 * @param gross its sum with VAT; negative for a storno
 * @param currency ISO 4217; {@code Ft} is taken for HUF
 * @param payments all payments that are booked on it, in any order
 * @param refersTo the number of the document that it reverses, corrects or was made from
 * @param pdf where it can be fetched; may be confidential
 * @param asOf when the program was asked; an older reading never replaces a newer one
 */
public record Invoice(
        String number,
        String order,
        InvoiceKind kind,
        BigDecimal gross,
        String currency,
        List<InvoicePayment> payments,
        Optional<String> refersTo,
        Optional<URI> pdf,
        Instant asOf) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a number is blank, the currency is no code, a storno has a positive sum or a
     *     document refers to itself
     */
    public Invoice {
        number = filled(number, "number");
        order = filled(order, "order");
        Objects.requireNonNull(kind, "kind");
        gross = plain(gross, "gross");
        currency = code(currency);
        payments = List.copyOf(payments);
        refersTo = refersTo.map(String::strip);
        Objects.requireNonNull(pdf, "pdf");
        Objects.requireNonNull(asOf, "asOf");
        if (kind == InvoiceKind.STORNO && gross.signum() > 0) {
            throw new IllegalArgumentException("gross of a storno must not be positive");
        }
        if (refersTo.filter(number::equals).isPresent()) {
            throw new IllegalArgumentException("refersTo must be another document");
        }
    }

    /** Returns a document without payments, reference and link. */
    public static Invoice of(
            String number, String order, InvoiceKind kind, BigDecimal gross, String currency, Instant asOf) {
        return new Invoice(number, order, kind, gross, currency, List.of(), Optional.empty(), Optional.empty(), asOf);
    }

    /** Returns this document with these payments in the place of any others. */
    public Invoice withPayments(List<InvoicePayment> all) {
        return new Invoice(number, order, kind, gross, currency, all, refersTo, pdf, asOf);
    }

    /** Returns this document with the number of the one that it reverses, corrects or was made from. */
    public Invoice withRefersTo(String other) {
        return new Invoice(number, order, kind, gross, currency, payments, Optional.of(other), pdf, asOf);
    }

    /** Returns this document with the address at which it can be fetched. */
    public Invoice withPdf(URI link) {
        return new Invoice(number, order, kind, gross, currency, payments, refersTo, Optional.of(link), asOf);
    }

    /** Returns what is paid on it. */
    public BigDecimal paid() {
        return payments.stream().map(InvoicePayment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Invoice withAsOf(Instant newer) {
        return new Invoice(number, order, kind, gross, currency, payments, refersTo, pdf, newer);
    }

    /** Returns the numbers and the sums only: the link may be confidential. */
    @Override
    public String toString() {
        return "Invoice[" + number + ", " + order + ", " + kind + ", " + gross + " " + currency + ", paid " + paid()
                + "]";
    }

    /** Returns an amount in the one form that equal amounts share. */
    static BigDecimal plain(BigDecimal amount, String name) {
        BigDecimal stripped = Objects.requireNonNull(amount, name).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static String filled(String text, String name) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return stripped;
    }

    private static String code(String currency) {
        String upper = currency.strip().toUpperCase(Locale.ROOT);
        if (upper.equals("FT")) {
            return "HUF";
        }
        if (!upper.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency must be ISO 4217");
        }
        return upper;
    }
}
