package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.core.once.OnceResult;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import io.mostik.salesautopilot.workflow.OrderBalance.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the ledger answers without sending anything, whom it tells, and how long it waits. */
class LedgerEdgesTest extends SimulatorTest {

    private static final Instant READ = Instant.parse("2026-03-14T10:00:00Z");
    private static final BigDecimal SUM = new BigDecimal(25_400);

    private final List<OrderBalance> reversed = new ArrayList<>();
    private final List<OrderBalance> unclear = new ArrayList<>();
    private final List<OrderBalance> dead = new ArrayList<>();
    private PaymentLedger payments;

    @BeforeEach
    void embed() {
        payments = marketing().payments(ORDERS, PAID, "invoices");
        payments.listen(new LedgerListener() {
            @Override
            public void reversed(OrderBalance order) {
                reversed.add(order);
            }

            @Override
            public void unclear(OrderBalance order) {
                unclear.add(order);
            }

            @Override
            public void deadLetter(OrderBalance order) {
                dead.add(order);
            }
        });
    }

    @Test
    void givenUnpaidOrder_whenAsked_thenAnswersWithoutSending() {
        payments.report(List.of(unpaid("2"), unpaid("1")));

        OrderBalance retried = payments.retry(" W-1 ");

        assertThat(payments.documents(" W-1 ")).containsExactly("1", "2");
        assertThat(payments.documents("W-2")).isEmpty();
        assertThat(payments.find(" W-1 ")).contains(retried);
        assertThat(payments.find("W-2")).isEmpty();
        assertThat(retried.state()).isEqualTo(State.OPEN);
        assertThat(retried.order()).isEqualTo("W-1");
        assertThat(retried.due()).isEqualByComparingTo("50800");
        assertThat(retried.currency()).contains("HUF");
        assertThat(retried.record()).isEmpty();
        assertThat(payments.pending()).isEmpty();
        assertThat(vendor.journal().all()).isEmpty();
    }

    @Test
    void givenWhatIsImpossible_whenAsked_thenIsRefused() {
        Invoice other = Invoice.of("9", "W-9", InvoiceKind.INVOICE, SUM, "HUF", READ);

        assertThatIllegalArgumentException().isThrownBy(() -> payments.report(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> payments.report(List.of(unpaid("1"), other)));
        assertThatIllegalArgumentException().isThrownBy(() -> payments.retry("W-1"));
        assertThat(payments.find("W-1")).isEmpty();
        assertThat(payments.find("W-9")).isEmpty();
    }

    @Test
    void givenTwoCurrencies_whenTheyStay_thenAPersonIsToldOnce() {
        payments.report(unpaid("1"));

        OrderBalance mixed = payments.report(inEuro("2"));
        payments.report(inEuro("3"));

        assertThat(unclear).containsExactly(mixed);
        assertThat(mixed.due()).isZero();
        assertThat(mixed.paid()).isZero();
        assertThat(mixed.currency()).isEmpty();
    }

    @Test
    void givenUnpaidInvoice_whenReversed_thenNobodyIsTold() {
        payments.report(unpaid("1"));

        payments.report(Invoice.of("2", "W-1", InvoiceKind.STORNO, SUM.negate(), "HUF", READ)
                .withRefersTo("1"));

        assertThat(reversed).isEmpty();
        assertThat(payments.find("W-1").orElseThrow().state()).isEqualTo(State.NOTHING_DUE);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "24, 48", "167, 334", "168, 336", "400, 336"})
    void givenOrderThatIsLate_whenRun_thenIsAskedForAfterTwiceItsAge(long hours, long pause) {
        payments.report(paid());
        time.advance(Duration.ofHours(hours));

        int settled = payments.runDue();

        OrderBalance waiting = payments.find("W-1").orElseThrow();
        assertThat(settled).isZero();
        assertThat(waiting.reason()).contains(Reason.NO_ORDER);
        assertThat(waiting.form())
                .contains(new OnceResult.InProgress<>(time.now().plus(Duration.ofHours(pause))));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "6, 6", "30, 6"})
    void givenRefusedKey_whenRun_thenIsTriedWithinHours(long hours, long pause) {
        placeOrder();
        out();
        payments.report(paid());
        time.advance(Duration.ofHours(hours));

        payments.runDue();

        assertThat(payments.find("W-1").orElseThrow().form())
                .contains(new OnceResult.InProgress<>(time.now().plus(Duration.ofHours(pause))));
        assertThat(dead).isEmpty();
    }

    @Test
    void givenRefusedKey_whenSixtyDaysAreOver_thenIsADeadLetter() {
        placeOrder();
        out();
        payments.report(paid());
        time.advance(Duration.ofDays(60).minusMillis(1));
        payments.runDue();
        boolean early = dead.isEmpty();
        time.advance(Duration.ofHours(6));

        payments.runDue();

        assertThat(early).isTrue();
        assertThat(dead).singleElement().satisfies(order -> {
            assertThat(order.reason()).contains(Reason.NO_ANSWER);
            assertThat(order.form()).containsInstanceOf(OnceResult.Refused.class);
            assertThat(order.isMarked()).isFalse();
        });
    }

    @Test
    void givenRefusedKey_whenExactlySixtyDaysAreOver_thenIsADeadLetter() {
        placeOrder();
        out();
        payments.report(paid());
        time.advance(Duration.ofDays(60));

        payments.runDue();

        assertThat(dead).hasSize(1);
    }

    @Test
    void givenLateOrder_whenReadAgain_thenReasonStaysUntilItIsReversed() {
        payments.report(paid());

        OrderBalance again = payments.report(paid().withAsOf(READ.plusSeconds(60)));
        OrderBalance over = payments.report(Invoice.of("2", "W-1", InvoiceKind.STORNO, SUM.negate(), "HUF", READ)
                .withRefersTo("1"));

        assertThat(again.reason()).contains(Reason.NO_ORDER);
        assertThat(over.reason()).isEmpty();
    }

    @Test
    void givenPlanWithoutReading_whenRun_thenWaitsADayForTheReading() {
        placeOrder();
        MortalStore dying = MortalStore.over(store).dieAt(Point.before(3));
        Throwable death = catchThrowable(() -> MarketingWorkflows.of(sales, dying, time)
                .payments(ORDERS, PAID, "invoices")
                .report(paid()));

        int settled = payments.runDue();

        assertThat(death).isNotNull();
        assertThat(settled).isZero();
        assertThat(payments.find("W-1")).isEmpty();
        assertThat(payments.pending())
                .extracting(write -> write.next().orElseThrow())
                .containsExactly(time.now().plus(Duration.ofDays(1)));
        assertThat(payments.report(paid()).isMarked()).isTrue();
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    private void out() {
        vendor.credentials("key", "another");
    }

    private static Invoice unpaid(String number) {
        return Invoice.of(number, "W-1", InvoiceKind.INVOICE, SUM, "HUF", READ);
    }

    private static Invoice inEuro(String number) {
        return Invoice.of(number, "W-1", InvoiceKind.INVOICE, BigDecimal.TEN, "EUR", READ);
    }

    private static Invoice paid() {
        return unpaid("1").withPayments(List.of(InvoicePayment.of(LocalDate.of(2026, 3, 14), SUM)));
    }

    private void placeOrder() {
        sales.orders(ORDERS).process(ORDER, shopOrder("W-1"));
    }
}
