package io.mostik.salesautopilot.workflow;

import io.mostik.testing.szamlazz.SzamlazzSimulator;
import java.time.LocalDate;
import java.util.Map;

/** The books of one order, kept at the simulated Számlázz.hu too. */
final class SzamlazzBooks extends ShopBooks {

    private static final Map<InvoiceKind, String> TYPES = Map.of(
            InvoiceKind.INVOICE, "SZ",
            InvoiceKind.PROFORMA, "D",
            InvoiceKind.DEPOSIT, "ES",
            InvoiceKind.FINAL, "VS");

    private final SzamlazzSimulator program;

    SzamlazzBooks(String order, SzamlazzSimulator program) {
        super(order);
        this.program = program;
    }

    @Override
    void issue(String number, InvoiceKind kind, int gross) {
        super.issue(number, kind, gross);
        program.issue(TYPES.get(kind), number, order(), Integer.toString(gross));
    }

    @Override
    void invoice(String proforma, String number) {
        super.invoice(proforma, number);
        program.convert(proforma, number);
    }

    @Override
    void correct(String number, String original, int difference) {
        super.correct(number, original, difference);
        program.correct(original, number, Integer.toString(difference));
    }

    @Override
    void reverse(String number, String original) {
        super.reverse(number, original);
        program.reverse(original, number);
    }

    @Override
    void pay(String number, int amount, LocalDate day) {
        super.pay(number, amount, day);
        program.pay(number, Integer.toString(amount), "átutalás");
    }

    /** Takes all payments away: that the program books negative ones is not known. */
    @Override
    void refund(String number, LocalDate day) {
        super.pay(number, -paid(), day);
        program.unpay(number);
    }
}
