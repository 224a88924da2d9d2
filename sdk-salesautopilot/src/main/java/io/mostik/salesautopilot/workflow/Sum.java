package io.mostik.salesautopilot.workflow;

import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.workflow.OrderBalance.State;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the documents of one order come to.
 *
 * @param counted the documents that count
 */
record Sum(List<Invoice> counted) {

    /** What cash in forint can lack because it is rounded to 5. */
    private static final BigDecimal CASH_REST = new BigDecimal(2);

    /**
     * Returns the sum of these documents. A storno ends the document that it names, and both count no more. Proformas count
     * as long as there is no other document.
     */
    static Sum of(List<Invoice> all) {
        List<Invoice> invoices =
                all.stream().filter(each -> each.kind() != InvoiceKind.PROFORMA).toList();
        if (invoices.isEmpty()) {
            return new Sum(all);
        }
        Set<String> ended = invoices.stream()
                .filter(each -> each.kind() == InvoiceKind.STORNO)
                .flatMap(each -> each.refersTo().stream())
                .collect(Collectors.toSet());
        return new Sum(invoices.stream()
                .filter(each -> !ended.contains(each.number()))
                .filter(each ->
                        each.kind() != InvoiceKind.STORNO || each.refersTo().isEmpty())
                .toList());
    }

    BigDecimal due() {
        return counted.stream().map(Invoice::gross).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal paid() {
        return counted.stream().map(Invoice::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isUnclear() {
        return currencies().size() > 1;
    }

    Optional<String> currency() {
        return isUnclear() ? Optional.empty() : currencies().stream().findFirst();
    }

    boolean isCovered() {
        return !isUnclear()
                && counted.stream().anyMatch(this::saysTheSum)
                && due().signum() > 0
                && paid().add(rest()).compareTo(due()) >= 0;
    }

    State state(boolean marked) {
        if (isUnclear()) {
            return State.MIXED_CURRENCIES;
        }
        if (isCovered()) {
            return State.COVERED;
        }
        if (marked) {
            return State.REVERSED;
        }
        if (paid().signum() > 0) {
            return State.PARTLY;
        }
        return due().signum() > 0 ? State.OPEN : State.NOTHING_DUE;
    }

    /** Returns the day of the last payment. */
    Optional<LocalDate> paidOn() {
        return counted.stream()
                .flatMap(invoice -> invoice.payments().stream())
                .filter(payment -> payment.amount().signum() > 0)
                .map(InvoicePayment::day)
                .max(Comparator.naturalOrder());
    }

    /** Returns the columns that are written with the payment: all numbers, and the link of the document that says the sum. */
    RecordFields columns() {
        boolean isProforma = counted.stream().allMatch(each -> each.kind() == InvoiceKind.PROFORMA);
        String numbers = counted.stream().map(Invoice::number).collect(Collectors.joining(", "));
        RecordFields.Builder columns = RecordFields.builder()
                .set(isProforma ? SystemField.PROFORM_NUMBER : SystemField.BILLING_NUMBER, numbers);
        counted.stream()
                .filter(this::saysTheSum)
                .max(Comparator.comparing(Invoice::number))
                .flatMap(Invoice::pdf)
                .ifPresent(link -> columns.set(
                        isProforma ? SystemField.PROFORM_PDF_LINK : SystemField.BILL_PDF_LINK, link.toString()));
        return columns.build();
    }

    private Set<String> currencies() {
        return counted.stream().map(Invoice::currency).collect(Collectors.toSet());
    }

    private BigDecimal rest() {
        boolean isCash = currency().filter("HUF"::equals).isPresent()
                && counted.stream().flatMap(each -> each.payments().stream()).anyMatch(InvoicePayment::cash);
        return isCash ? CASH_REST : BigDecimal.ZERO;
    }

    /** A final invoice says what is left after the deposit, which has to be known too. */
    private boolean saysTheSum(Invoice invoice) {
        return switch (invoice.kind()) {
            case INVOICE, PROFORMA -> true;
            case FINAL -> counted.stream().anyMatch(each -> each.kind() == InvoiceKind.DEPOSIT);
            case DEPOSIT, CORRECTION, STORNO -> false;
        };
    }
}
