package io.mostik.salesautopilot.integrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.TransportException;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.orders.Payment;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.testing.FaultInjector;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentReportsTest extends SimulatorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
    private static final PaidInvoice INVOICE =
            new PaidInvoice("W-1", "2026/118", DAY, Optional.of(URI.create("https://invoices.example/2026-118.pdf")));

    private PaymentReports payments;

    @BeforeEach
    void embed() {
        payments = reports();
    }

    @Test
    void givenOrder_whenPaymentIsReportedTwice_thenIsMarkedOnce() {
        placeOrder("W-1");

        Settlement first = payments.report(INVOICE);
        Settlement second = payments.report(INVOICE);

        assertThat(first.payment()).contains(Payment.MARKED);
        assertThat(second.payment()).contains(Payment.ALREADY_PAID);
        assertThat(payments.open()).isEmpty();
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(vendor.orders("W-1").get(0))
                .containsEntry("mssys_order_status", "2")
                .containsEntry("mssys_pay_date", "2026-03-14")
                .containsEntry("mssys_billing_number", "2026/118")
                .containsEntry("mssys_bill_pdf_link", "https://invoices.example/2026-118.pdf");
    }

    @ParameterizedTest
    @MethodSource("cutsAtEachRequest")
    void givenCutAnswer_whenGoingOn_thenTheOrderIsPaidOnce(Consumer<FaultInjector> cut, int before) {
        placeOrder("W-1");
        spoil(cut, before);

        Settlement first = payments.report(INVOICE);
        calmDown();
        List<Settlement> rest = reports().settleOpen();

        assertThat(rest).hasSize(first.isOpen() ? 1 : 0).noneMatch(Settlement::isOpen);
        assertThat(payments.open()).isEmpty();
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_pay_date", "2026-03-14");
    }

    @Test
    void givenLostAnswer_whenGoingOnAtOnce_thenWaitsForTheEarlierTry() {
        placeOrder("W-1");
        vendor.faults().dropBeforeActing().on("PUT", "/update/{nl}/form/{ns}/record/{id}");
        payments.report(INVOICE);

        List<Settlement> rest = payments.settleOpen();

        assertThat(rest)
                .singleElement()
                .satisfies(settlement -> assertThat(settlement.failure()).containsInstanceOf(TransportException.class));
        assertThat(payments.open()).containsExactly(INVOICE);
        assertThat(vendor.timesFired(PAID.value())).isZero();
    }

    @Test
    void givenPaymentBeforeItsOrder_whenTheOrderHasComeIn_thenIsMarked() {
        Settlement early = payments.report(INVOICE);
        placeOrder("W-1");

        List<Settlement> later = payments.settleOpen();

        assertThat(early.payment()).contains(Payment.NOT_FOUND);
        assertThat(early.isOpen()).isTrue();
        assertThat(later).extracting(Settlement::payment).containsExactly(Optional.of(Payment.MARKED));
        assertThat(payments.open()).isEmpty();
    }

    @Test
    void givenSecondInvoiceOfAPaidOrder_whenReported_thenSaysSoAndMarksNothing() {
        placeOrder("W-1");
        payments.report(INVOICE);

        Settlement second = payments.report(PaidInvoice.of("W-1", "2026/119", DAY));

        assertThat(second.payment()).contains(Payment.ALREADY_PAID);
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_billing_number", "2026/118");
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @Test
    void givenTwoOrdersOfOneNumber_whenGoingOn_thenTheOthersAreSettled() {
        placeOrder("W-1");
        placeOrder("W-1");
        Settlement twofold = payments.report(INVOICE);
        payments.report(PaidInvoice.of("W-2", "2026/120", DAY));
        placeOrder("W-2");

        List<Settlement> rest = payments.settleOpen();

        assertThat(twofold.failure()).containsInstanceOf(IllegalStateException.class);
        assertThat(rest)
                .filteredOn(settlement -> !settlement.isOpen())
                .singleElement()
                .satisfies(settlement -> assertThat(settlement.payment()).contains(Payment.MARKED));
        assertThat(payments.open()).containsExactly(INVOICE);
    }

    @Test
    void givenNoNumbers_whenMakingAReport_thenNamesTheParameter() {
        assertThatThrownBy(() -> PaidInvoice.of(" ", "1", DAY)).hasMessageContaining("order");
        assertThatThrownBy(() -> PaidInvoice.of("1", "", DAY)).hasMessageContaining("invoice");
    }

    private PaymentReports reports() {
        return new PaymentReports(sales.orders(ORDERS), PAID, store, "invoices");
    }

    private void placeOrder(String number) {
        sales.orders(ORDERS)
                .process(
                        ORDER,
                        webshopOrder(
                                number,
                                RecordFields.builder().email("kata@example.hu").build()));
    }
}
