package io.mostik.salesautopilot.workflow;

import static io.mostik.salesautopilot.workflow.PaymentLedgerTest.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.workflow.OrderBalance.State;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which documents and payments of an order count, and when they cover it. */
class LedgerSumTest extends SimulatorTest {

    private static final Instant READ = Instant.parse("2026-03-14T10:00:00Z");
    private static final BigDecimal SUM = new BigDecimal(25_400);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

    private PaymentLedger payments;

    @BeforeEach
    void embed() {
        payments = marketing().payments(ORDERS, PAID, "invoices");
    }

    @Test
    void givenPartPayment_whenReported_thenFiresOnlyWhenWhole() {
        placeOrder("W-1");

        OrderBalance part = payments.report(invoice("W-1", "2026/118", 0, 1_000));
        int firedForPart = vendor.timesFired(PAID.value());
        OrderBalance whole = payments.report(invoice("W-1", "2026/118", 1, 1_000, 24_400));

        assertThat(part.state()).isEqualTo(State.PARTLY);
        assertThat(part.paid()).isEqualByComparingTo("1000");
        assertThat(part.form()).isEmpty();
        assertThat(firedForPart).isZero();
        assertThat(whole.state()).isEqualTo(State.COVERED);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @Test
    void givenOlderReading_whenItComesLast_thenChangesNothing() {
        placeOrder("W-1");
        payments.report(invoice("W-1", "2026/118", 5, 25_400));

        OrderBalance late = payments.report(invoice("W-1", "2026/118", 1, 10_000));

        assertThat(late.state()).isEqualTo(State.COVERED);
        assertThat(late.paid()).isEqualByComparingTo("25400");
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @Test
    void givenDepositAndFinal_whenBothArePaid_thenFiresAtTheFinal() {
        placeOrder("W-1");
        Invoice deposit = document("ELO-1", InvoiceKind.DEPOSIT, 5_000, 5_000);
        Invoice rest = document("VEG-2", InvoiceKind.FINAL, 20_400, 20_400)
                .withPdf(URI.create("https://invoices.example/veg-2.pdf"));

        OrderBalance first = payments.report(deposit);
        OrderBalance whole = payments.report(rest);

        assertThat(first.state()).isEqualTo(State.PARTLY);
        assertThat(whole.due()).isEqualByComparingTo("25400");
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(vendor.orders("W-1").get(0))
                .containsEntry("mssys_billing_number", "ELO-1, VEG-2")
                .containsEntry("mssys_bill_pdf_link", "https://invoices.example/veg-2.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        "25400, 25400, true, COVERED",
        "25402, 25400, true, COVERED",
        "25402, 25400, false, PARTLY",
        "25403, 25400, true, PARTLY",
        "25400, 26000, false, COVERED"
    })
    void givenSums_whenCompared_thenOnlyCashMayLackTwo(int due, int paid, boolean cash, State expected) {
        Invoice invoice = Invoice.of("1", "W-1", InvoiceKind.INVOICE, new BigDecimal(due), "Ft", READ)
                .withPayments(List.of(new InvoicePayment(DAY, new BigDecimal(paid), cash)));

        assertThat(payments.report(invoice).state()).isEqualTo(expected);
    }

    @Test
    void givenReversedInvoice_whenNewOneIsPaid_thenFiresOnce() {
        placeOrder("W-1");
        payments.report(document("1", InvoiceKind.INVOICE, 25_400));
        payments.report(document("2", InvoiceKind.STORNO, -25_400).withRefersTo("1"));

        OrderBalance between = payments.find("W-1").orElseThrow();
        OrderBalance again = payments.report(document("3", InvoiceKind.INVOICE, 20_000, 20_000));

        assertThat(between.state()).isEqualTo(State.NOTHING_DUE);
        assertThat(again.state()).isEqualTo(State.COVERED);
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_billing_number", "3");
    }

    @Test
    void givenPaidInvoice_whenReversedAndPaidAnew_thenTellsAndFiresNoMore() {
        placeOrder("W-1");
        List<OrderBalance> told = new ArrayList<>();
        payments.listen(new LedgerListener() {
            @Override
            public void reversed(OrderBalance order) {
                told.add(order);
            }
        });
        payments.report(document("1", InvoiceKind.INVOICE, 25_400, 25_400));

        OrderBalance reversed =
                payments.report(document("2", InvoiceKind.STORNO, -25_400).withRefersTo("1"));
        OrderBalance anew = payments.report(document("3", InvoiceKind.INVOICE, 25_400, 25_400));

        assertThat(reversed.state()).isEqualTo(State.REVERSED);
        assertThat(told).containsExactly(reversed);
        assertThat(anew.state()).isEqualTo(State.COVERED);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @Test
    void givenPaidProforma_whenItsInvoiceComes_thenItCountsOnce() {
        Invoice proforma = document("D-44", InvoiceKind.PROFORMA, 25_400, 25_400);
        Invoice invoice = document("118", InvoiceKind.INVOICE, 25_400, 10_000).withRefersTo("D-44");

        OrderBalance first = payments.report(proforma);
        OrderBalance second = payments.report(invoice);

        assertThat(first.state()).isEqualTo(State.COVERED);
        assertThat(second.state()).isEqualTo(State.PARTLY);
        assertThat(second.paid()).isEqualByComparingTo("10000");
        assertThat(payments.pending()).isEmpty();
    }

    @Test
    void givenCorrection_whenTheLowerSumIsPaid_thenFires() {
        placeOrder("W-1");
        payments.report(document("1", InvoiceKind.INVOICE, 25_400, 20_000));

        OrderBalance corrected =
                payments.report(document("2", InvoiceKind.CORRECTION, -5_400).withRefersTo("1"));

        assertThat(corrected.state()).isEqualTo(State.COVERED);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @Test
    void givenTwoCurrencies_whenReported_thenAPersonIsTold() {
        placeOrder("W-1");
        List<OrderBalance> told = new ArrayList<>();
        payments.listen(new LedgerListener() {
            @Override
            public void unclear(OrderBalance order) {
                told.add(order);
            }
        });
        payments.report(document("1", InvoiceKind.INVOICE, 25_400));

        OrderBalance mixed = payments.report(Invoice.of("2", "W-1", InvoiceKind.INVOICE, BigDecimal.TEN, "EUR", READ)
                .withPayments(List.of(InvoicePayment.of(DAY, SUM))));

        assertThat(mixed.state()).isEqualTo(State.MIXED_CURRENCIES);
        assertThat(told).containsExactly(mixed);
        assertThat(vendor.timesFired(PAID.value())).isZero();
    }

    @Test
    void givenFinalBeforeItsDeposit_whenItIsPaid_thenWaitsForTheDeposit() {
        placeOrder("W-1");
        OrderBalance alone = payments.report(document("VEG-2", InvoiceKind.FINAL, 20_400, 20_400));
        OrderBalance open = payments.report(document("ELO-1", InvoiceKind.DEPOSIT, 5_000));

        assertThat(alone.state()).isEqualTo(State.PARTLY);
        assertThat(open.state()).isEqualTo(State.PARTLY);
        assertThat(vendor.timesFired(PAID.value())).isZero();
    }

    @Test
    void givenDocumentsReadTogether_whenReported_thenTheyCountAsOne() {
        placeOrder("W-1");

        OrderBalance both = payments.report(List.of(
                document("1", InvoiceKind.INVOICE, 20_000, 20_000), document("2", InvoiceKind.CORRECTION, 5_400)));

        assertThat(both.state()).isEqualTo(State.PARTLY);
        assertThat(both.due()).isEqualByComparingTo("25400");
        assertThat(vendor.timesFired(PAID.value())).isZero();
    }

    @Test
    void givenCorrectionToNothing_whenReported_thenNothingIsDue() {
        placeOrder("W-1");
        payments.report(document("1", InvoiceKind.INVOICE, 25_400));

        OrderBalance nothing =
                payments.report(document("2", InvoiceKind.CORRECTION, -25_400).withRefersTo("1"));

        assertThat(nothing.state()).isEqualTo(State.NOTHING_DUE);
        assertThat(nothing.form()).isEmpty();
        assertThat(vendor.timesFired(PAID.value())).isZero();
    }

    @Test
    void givenRestPaidBack_whenMarked_thenDayIsThatOfThePayment() {
        placeOrder("W-1");
        Invoice invoice = document("1", InvoiceKind.INVOICE, 25_400)
                .withPayments(List.of(
                        InvoicePayment.of(DAY, new BigDecimal(26_000)),
                        InvoicePayment.of(DAY.plusDays(1), BigDecimal.ZERO),
                        InvoicePayment.of(DAY.plusDays(2), new BigDecimal(-600))));

        OrderBalance balance = payments.report(invoice);

        assertThat(balance.isMarked()).isTrue();
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_pay_date", "2026-03-14");
    }

    private static Invoice invoice(String order, String number, int minute, int... payments) {
        return Invoice.of(number, order, InvoiceKind.INVOICE, SUM, "HUF", READ.plus(Duration.ofMinutes(minute)))
                .withPayments(IntStream.of(payments)
                        .mapToObj(amount -> InvoicePayment.of(DAY, new BigDecimal(amount)))
                        .toList());
    }

    private void placeOrder(String number) {
        sales.orders(ORDERS).process(ORDER, shopOrder(number));
    }
}
