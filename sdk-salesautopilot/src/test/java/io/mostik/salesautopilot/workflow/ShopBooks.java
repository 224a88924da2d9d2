package io.mostik.salesautopilot.workflow;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The books of one order in an invoicing program. Its balance is carried on with each booking, in whole forint, and knows nothing
 * of how the ledger adds up.
 */
class ShopBooks {

    private final String order;
    private final Map<String, Document> documents = new LinkedHashMap<>();
    private int due;
    private int paid;
    private boolean settles;
    private boolean everCovered;

    ShopBooks(String order) {
        this.order = order;
    }

    String order() {
        return order;
    }

    List<String> numbers() {
        return List.copyOf(documents.keySet());
    }

    int due() {
        return due;
    }

    int paid() {
        return paid;
    }

    boolean isCovered() {
        return settles && due > 0 && paid >= due;
    }

    boolean wasEverCovered() {
        return everCovered;
    }

    void issue(String number, InvoiceKind kind, int gross) {
        documents.put(number, new Document(kind, gross, "", new ArrayList<>()));
        due += gross;
        settles |= kind != InvoiceKind.DEPOSIT;
        look();
    }

    /** Makes an invoice of a proforma, with what is paid so far. */
    void invoice(String proforma, String number) {
        Document from = documents.get(proforma);
        documents.put(number, new Document(InvoiceKind.INVOICE, from.gross, proforma, new ArrayList<>(from.payments)));
        look();
    }

    void correct(String number, String original, int difference) {
        documents.put(number, new Document(InvoiceKind.CORRECTION, difference, original, new ArrayList<>()));
        due += difference;
        look();
    }

    /** Reverses an invoice: its payments are gone, as at Számlázz.hu. */
    void reverse(String number, String original) {
        Document reversed = documents.get(original);
        due -= reversed.gross;
        paid -= reversed.paid();
        settles = false;
        reversed.payments.clear();
        documents.put(number, new Document(InvoiceKind.STORNO, -reversed.gross, original, new ArrayList<>()));
    }

    void pay(String number, int amount, LocalDate day) {
        documents.get(number).payments.add(InvoicePayment.of(day, new BigDecimal(amount)));
        paid += amount;
        look();
    }

    /** Gives back a half of what was paid. */
    void refund(String number, LocalDate day) {
        pay(number, -paid / 2, day);
    }

    /** Returns a document as the program shows it now. */
    Invoice read(String number, Instant now) {
        Document document = documents.get(number);
        Invoice read = Invoice.of(number, order, document.kind, new BigDecimal(document.gross), "HUF", now)
                .withPayments(document.payments);
        return document.refersTo.isEmpty() ? read : read.withRefersTo(document.refersTo);
    }

    private void look() {
        everCovered |= isCovered();
    }

    private record Document(InvoiceKind kind, int gross, String refersTo, List<InvoicePayment> payments) {

        int paid() {
            return payments.stream()
                    .mapToInt(payment -> payment.amount().intValueExact())
                    .sum();
        }
    }
}
