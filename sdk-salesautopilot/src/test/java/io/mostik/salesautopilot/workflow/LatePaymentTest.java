package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.http.Transport;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.test.ManualTime;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.usage.CostMeter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Payments whose call lasts long, or reaches the vendor after its caller has gone. */
class LatePaymentTest extends SimulatorTest {

    private static final String UPDATE_RECORD = "/update/{nl}/form/{ns}/record/{id}";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

    private final ManualTime asleep = new ManualTime();
    private final SdkRuntime otherProcess = SdkRuntime.create();

    @AfterEach
    void endOtherProcess() {
        otherProcess.close();
    }

    @Test
    void givenLongerDeadlineOnOneNode_whenAnotherMarks_thenWaitsForIt() {
        OrderRef order = addOrder();
        List<OnceResult<RecordId>> other = new ArrayList<>();
        SalesAutopilot patient = pausing(() -> {
                    time.advance(Duration.ofMinutes(5));
                    other.add(mark(marketing(), order));
                })
                .with(CallOptions.builder().deadline(Duration.ofMinutes(10)).build());

        OnceResult<RecordId> first = mark(marketing(patient), order);

        assertThat(patient.longestCall()).isEqualTo(Duration.ofMinutes(10));
        assertThat(other).hasSize(1).allMatch(OnceResult.InProgress.class::isInstance);
        assertThat(first).isInstanceOf(OnceResult.Done.class);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @Test
    void givenLateRequest_whenAskedMeanwhile_thenTheFormFiresOnce() {
        OrderRef order = addOrder();
        vendor.faults().actLater(Duration.ofHours(1)).on("PUT", UPDATE_RECORD);

        SdkException lost = catchThrowableOfType(SdkException.class, () -> mark(marketing(), order));
        time.advance(Duration.ofSeconds(80));
        OnceResult<RecordId> meanwhile = mark(marketing(), order);
        vendor.faults().deliverLate();
        time.advance(Duration.ofMinutes(10));

        assertThat(lost.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(meanwhile).isInstanceOf(OnceResult.InProgress.class);
        assertThat(mark(marketing(), order)).isInstanceOf(OnceResult.Done.class);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @Test
    void givenSleepingNode_whenBothHaveMarked_thenTellsAPerson() {
        OrderRef order = addOrder();
        SalesAutopilot slow = pausing(() -> {
            time.advance(Duration.ofMinutes(10));
            mark(marketing(), order);
        });

        OnceResult<RecordId> late = mark(marketing(slow), order);

        assertThat(late).isEqualTo(new OnceResult.Unknown<RecordId>(true));
        assertThat(marketing().once().pending())
                .extracting(OpenWrite::kind, OpenWrite::duplicated)
                .containsExactly(tuple("salesautopilot/paid", true));
    }

    @Test
    void givenDoubledPayment_whenReported_thenIsUnknownUntilResolved() {
        OrderRef order = addOrder();
        Throwable unused = catchThrowable(() -> mark(
                marketing(pausing(() -> {
                    time.advance(Duration.ofMinutes(10));
                    mark(marketing(), order);
                })),
                order));
        PaymentLedger ledger = marketing().payments(ORDERS, PAID, "invoices");

        OrderBalance open = ledger.report(PaymentLedgerTest.paid("W-1", "2026/118"));
        Once once = marketing().once();
        once.pending()
                .filter(OpenWrite::duplicated)
                .toList()
                .forEach(write -> assertThat(once.resolve(write, true)).isTrue());
        OrderBalance settled = ledger.retry("W-1");

        assertThat(open.form()).contains(new OnceResult.Unknown<>(true));
        assertThat(settled.isMarked()).isTrue();
    }

    private OrderRef addOrder() {
        return OrderRef.record(RecordId.of(vendor.addRecord(
                ORDERS.value(),
                Map.of("email", "k@example.hu", "mssys_shoprenter_id", "W-1", "mssys_order_status", "1"))));
    }

    private static OnceResult<RecordId> mark(MarketingWorkflows marketing, OrderRef order) {
        return marketing.orders(ORDERS).markPaid(PAID, order, DAY);
    }

    /** Returns a client of another process whose thread sleeps once right before its update leaves. */
    private SalesAutopilot pausing(Runnable meanwhile) {
        boolean[] slept = {false};
        UnaryOperator<Transport> around = next -> request -> {
            if (request.operation().equals("subscribers.update") && !slept[0]) {
                slept[0] = true;
                meanwhile.run();
            }
            return next.send(request);
        };
        return SalesAutopilot.builder()
                .keyPair(vendor.username(), Secret.of(vendor.password()))
                .baseUri(vendor.uri().toString())
                .costMeter(CostMeter.over(store))
                .http(http -> http.time(asleep).runtime(otherProcess).around(around))
                .build();
    }
}
