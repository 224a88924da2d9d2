package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.Secret;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.once.WriteState;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.OrderStatus;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import io.mostik.testing.Answer;
import io.mostik.testing.FaultInjector;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentLedgerTest extends SimulatorTest {

    private static final String UPDATE_RECORD = "/update/{nl}/form/{ns}/record/{id}";
    private static final Instant READ = Instant.parse("2026-03-14T10:00:00Z");
    private static final BigDecimal SUM = new BigDecimal(25_400);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);
    private static final Invoice INVOICE =
            paid("W-1", "2026/118").withPdf(URI.create("https://invoices.example/2026-118.pdf"));

    private PaymentLedger payments;

    @BeforeEach
    void embed() {
        payments = ledger();
    }

    @Test
    void givenOrder_whenPaymentIsReportedTwice_thenIsMarkedOnce() {
        placeOrder("W-1");

        OrderBalance first = payments.report(INVOICE);
        long requests = requests();
        OrderBalance second = payments.report(INVOICE);
        OrderBalance late = payments.report(INVOICE.withAsOf(READ.plusSeconds(180)));

        assertThat(first.isMarked()).isTrue();
        assertThat(List.of(second, late)).allMatch(OrderBalance::isMarked);
        assertThat(requests()).isEqualTo(requests);
        assertThat(payments.pending()).isEmpty();
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(vendor.orders("W-1").get(0))
                .containsEntry("mssys_order_status", "2")
                .containsEntry("mssys_pay_date", "2026-03-14")
                .containsEntry("mssys_billing_number", "2026/118")
                .containsEntry("mssys_bill_pdf_link", "https://invoices.example/2026-118.pdf");
    }

    @Test
    void givenLostAnswer_whenReported_thenIsUnknownUntilRetried() {
        placeOrder("W-1");
        vendor.faults().actThenDrop().on("PUT", UPDATE_RECORD);

        OrderBalance lost = payments.report(INVOICE);
        OrderBalance again = payments.retry("W-1");

        assertThat(lost.form()).contains(new OnceResult.Unknown<>(false));
        assertThat(again.isMarked()).isTrue();
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @Test
    void givenLostRequest_whenGoingOnAtOnce_thenWaitsForTheEarlierTry() {
        placeOrder("W-1");
        vendor.faults().dropBeforeActing().on("PUT", UPDATE_RECORD);
        payments.report(INVOICE);

        OrderBalance early = payments.retry("W-1");

        assertThat(early.form()).containsInstanceOf(OnceResult.InProgress.class);
        assertThat(payments.pending()).extracting(OpenWrite::state).containsExactly(WriteState.PLANNED);
        assertThat(vendor.timesFired(PAID.value())).isZero();
    }

    @Test
    void givenEarlyPayment_whenOrderComesIn_thenMarksIt() {
        OrderBalance early = payments.report(INVOICE);
        placeOrder("W-1");
        time.advance(Duration.ofMinutes(1));

        int settled = payments.runDue();

        assertThat(early.form()).containsInstanceOf(OnceResult.InProgress.class);
        assertThat(early.reason()).contains(Reason.NO_ORDER);
        assertThat(settled).isEqualTo(1);
        assertThat(payments.find("W-1").orElseThrow().isMarked()).isTrue();
        assertThat(payments.pending()).isEmpty();
    }

    @Test
    void givenOrderThatNeverComes_whenWaiting_thenAHandfulOfCalls() {
        List<OrderBalance> told = new ArrayList<>();
        payments.listen(new LedgerListener() {
            @Override
            public void deadLetter(OrderBalance order) {
                told.add(order);
            }
        });
        for (int hour = 0; hour < 24 * 100; hour++) {
            payments.report(INVOICE.withAsOf(READ.plusSeconds(hour)));
            payments.runDue();
            time.advance(Duration.ofHours(1));
        }

        assertThat(payments.pending()).extracting(OpenWrite::state).containsExactly(WriteState.REFUSED);
        assertThat(told)
                .singleElement()
                .satisfies(order -> assertThat(order.reason()).contains(Reason.NO_ORDER));
        assertThat(requests()).isLessThanOrEqualTo(12);
    }

    @Test
    void givenDeadLetter_whenRetried_thenIsMarked() {
        deadLetter();
        placeOrder("W-1");

        OrderBalance again = payments.report(INVOICE);
        OrderBalance retried = payments.retry("W-1");

        assertThat(again.form()).containsInstanceOf(OnceResult.Refused.class);
        assertThat(retried.isMarked()).isTrue();
        assertThat(payments.pending()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("points")
    void givenDeathWhileRetrying_whenLookingForIt_thenIsNotLost(Point point) {
        deadLetter();
        MortalStore dying = MortalStore.over(store).dieAt(point);

        Throwable unused = catchThrowable(() -> MarketingWorkflows.of(sales, dying, time)
                .payments(ORDERS, PAID, "invoices")
                .retry("W-1"));
        placeOrder("W-1");
        time.advance(Duration.ofMinutes(10));
        OrderBalance again = payments.retry("W-1");

        assertThat(again.isMarked()).isTrue();
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(payments.pending()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("points")
    void givenDeathWhileReporting_whenItIsReportedAgain_thenFiresOnce(Point point) {
        placeOrder("W-1");
        MortalStore dying = MortalStore.over(store).dieAt(point);

        Throwable death = catchThrowable(() -> MarketingWorkflows.of(sales, dying, time)
                .payments(ORDERS, PAID, "invoices")
                .report(INVOICE));
        for (int i = 0; i < 5; i++) {
            payments.report(INVOICE);
            time.advance(Duration.ofMinutes(10));
            payments.runDue();
        }

        assertThat(payments.find("W-1").orElseThrow().isMarked())
                .as("%s", death)
                .isTrue();
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(payments.pending()).isEmpty();
    }

    @Test
    void givenRefundBeforeTheOrderComes_whenItComes_thenFiresNoForm() {
        payments.report(INVOICE);
        payments.report(document("2", InvoiceKind.STORNO, -25_400).withRefersTo("2026/118"));
        placeOrder("W-1");
        time.advance(Duration.ofDays(1));

        payments.runDue();

        assertThat(vendor.timesFired(PAID.value())).isZero();
        assertThat(payments.pending()).isEmpty();
    }

    @Test
    void givenRefundedOrder_whenReportComesLate_thenFiresNoForm() {
        placeOrder("W-1");
        payments.report(INVOICE);
        refund();
        time.advance(Duration.ofDays(450));

        payments.report(INVOICE.withAsOf(READ.plusSeconds(600)));
        payments.report(paid("W-1", "2026/119"));

        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_order_status", "3");
    }

    @Test
    void givenRefundAfterLostAnswer_whenRun_thenFiresNoForm() {
        placeOrder("W-1");
        vendor.faults().actThenDrop().on("PUT", UPDATE_RECORD);
        OrderBalance lost = payments.report(INVOICE);
        refund();

        for (int i = 0; i < 12; i++) {
            time.advance(Duration.ofMinutes(65));
            payments.runDue();
        }

        assertThat(lost.form()).contains(new OnceResult.Unknown<>(false));
        assertThat(payments.find("W-1").orElseThrow().reason()).contains(Reason.REFUNDED);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_order_status", "3");
        assertThat(payments.pending()).extracting(OpenWrite::state).containsExactly(WriteState.REFUSED);
    }

    @Test
    void givenSlashInAnOrderNumber_whenReported_thenIsMarked() {
        placeOrder("WEB/2026/1");
        placeOrder("WEB/2026/2");

        OrderBalance result = payments.report(paid("WEB/2026/2", "2026/118"));

        assertThat(result.record())
                .contains(RecordId.of(
                        Long.parseLong(vendor.orders("WEB/2026/2").get(0).get("id"))));
        assertThat(vendor.orders("WEB/2026/1").get(0)).containsEntry("mssys_order_status", "1");
    }

    @Test
    void givenStopOfTheMonthRaised_whenRun_thenPaysInMinutes() {
        placeOrder("W-1");
        try (SalesAutopilot stopped = stoppedAt(0)) {
            OrderBalance held =
                    marketing(stopped).payments(ORDERS, PAID, "invoices").report(INVOICE);
            assertThat(held.form())
                    .contains(new OnceResult.InProgress<>(time.now().plus(Duration.ofMinutes(1))));
        }
        time.advance(Duration.ofMinutes(1));

        assertThat(payments.runDue()).isEqualTo(1);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"1800, 1800", "3600, 3600", "3601, 60"})
    void givenWaitAskedByVendor_whenReported_thenAnHourAtMost(int asked, int waited) {
        placeOrder("W-1");
        vendor.faults()
                .answer(Answer.empty(429).with("Retry-After", Integer.toString(asked)))
                .times(10)
                .on("PUT", UPDATE_RECORD);

        assertThat(payments.report(INVOICE).form())
                .contains(new OnceResult.InProgress<>(time.now().plusSeconds(waited)));
    }

    @Test
    void givenBadValues_whenMakingAnInvoice_thenNamesTheParameter() {
        assertThatThrownBy(() -> paid(" ", "1")).hasMessageContaining("order");
        assertThatThrownBy(() -> paid("1", "")).hasMessageContaining("number");
        assertThatThrownBy(() -> Invoice.of("1", "1", InvoiceKind.INVOICE, SUM, "forint", READ))
                .hasMessageContaining("currency");
        assertThatThrownBy(() -> document("1", InvoiceKind.STORNO, 1)).hasMessageContaining("gross");
        assertThatThrownBy(() -> INVOICE.withRefersTo(INVOICE.number())).hasMessageContaining("refersTo");
    }

    @Test
    void givenConfidentialLink_whenPrinting_thenIsLeftOut() {
        assertThat(INVOICE.toString()).contains("W-1", "2026/118").doesNotContain("pdf");
    }

    static Stream<Point> points() {
        return IntStream.rangeClosed(1, 14).boxed().flatMap(trip -> Stream.of(Point.before(trip), Point.after(trip)));
    }

    /** Returns an invoice that is paid. */
    static Invoice paid(String order, String number) {
        return Invoice.of(number, order, InvoiceKind.INVOICE, SUM, "HUF", READ)
                .withPayments(List.of(InvoicePayment.of(DAY, SUM)));
    }

    static Invoice document(String number, InvoiceKind kind, int gross, int... payments) {
        return Invoice.of(number, "W-1", kind, new BigDecimal(gross), "HUF", READ)
                .withPayments(IntStream.of(payments)
                        .mapToObj(amount -> InvoicePayment.of(DAY, new BigDecimal(amount)))
                        .toList());
    }

    private void deadLetter() {
        payments.report(INVOICE);
        for (int i = 0; i < 20; i++) {
            time.advance(Duration.ofDays(15));
            payments.runDue();
        }
        assertThat(payments.pending()).extracting(OpenWrite::state).containsExactly(WriteState.REFUSED);
    }

    private void refund() {
        RecordId order = RecordId.of(Long.parseLong(vendor.orders("W-1").get(0).get("id")));
        sales.orders(ORDERS).setStatus(FormId.of(SalesAutopilotSimulator.STATUS_FORM), order, OrderStatus.REFUNDED);
    }

    @ParameterizedTest
    @MethodSource("cutsAtEachRequest")
    void givenCutAnswer_whenGoingOn_thenTheOrderIsPaidOnce(Consumer<FaultInjector> cut, int before) {
        placeOrder("W-1");
        spoil(cut, before);

        boolean isDone = payments.report(INVOICE).isMarked();
        calmDown();
        int settled = ledger().runDue();

        assertThat(settled).isEqualTo(isDone ? 0 : 1);
        assertThat(payments.pending()).isEmpty();
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_pay_date", "2026-03-14");
    }

    @Test
    void givenReportThatCannotBeSettled_whenRun_thenTheOthersAre() {
        placeOrder("W-1");
        placeOrder("W-1");
        payments.report(INVOICE);
        payments.report(paid("..", "2026/119"));
        payments.report(paid("W-2", "2026/120"));
        placeOrder("W-2");
        time.advance(Duration.ofMinutes(1));

        int settled = payments.runDue();

        assertThat(settled).isEqualTo(1);
        assertThat(vendor.orders("W-2").get(0)).containsEntry("mssys_order_status", "2");
        assertThat(payments.pending()).hasSize(2);
    }

    @Test
    void givenWrongKey_whenRun_thenIsNoDeadLetter() {
        placeOrder("W-1");
        String user = vendor.username();
        String password = vendor.password();
        vendor.credentials("key", "another");
        payments.report(INVOICE);
        vendor.credentials(user, password);
        time.advance(Duration.ofMinutes(1));

        assertThat(payments.runDue()).isEqualTo(1);
    }

    private long requests() {
        return vendor.journal().all().size();
    }

    private SalesAutopilot stoppedAt(long calls) {
        return SalesAutopilot.builder()
                .keyPair(vendor.username(), Secret.of(vendor.password()))
                .baseUri(vendor.uri().toString())
                .costMeter(CostMeter.builder(store)
                        .account("stopped")
                        .hardStop(calls)
                        .build())
                .http(http -> http.time(time).runtime(runtime))
                .build();
    }

    private PaymentLedger ledger() {
        return marketing().payments(ORDERS, PAID, "invoices");
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
