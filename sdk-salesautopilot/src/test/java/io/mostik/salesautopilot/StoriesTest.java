package io.mostik.salesautopilot;

import static io.mostik.testing.salesautopilot.SalesAutopilotSimulator.RECAPTCHA_FORM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.once.Feed;
import io.mostik.core.once.OnceResult;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.subscribers.Subscription;
import io.mostik.salesautopilot.workflow.Change;
import io.mostik.salesautopilot.workflow.Contact;
import io.mostik.salesautopilot.workflow.RecordFeedSettings;
import io.mostik.testing.FaultInjector;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people do with SalesAutopilot, against the vendor's simulator, and what becomes of it when answers are cut. */
class StoriesTest extends SimulatorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final RecordFields KATA =
            RecordFields.builder().email("kata@example.hu").firstName("Kata").build();

    @ParameterizedTest
    @MethodSource("cuts")
    void givenCutAnswer_whenSigningUpAgain_thenOneWelcomeLetter(Consumer<FaultInjector> cut) {
        cut.accept(vendor.faults());

        SdkException failure = catchThrowableOfType(
                SdkException.class,
                () -> marketing().contacts(NEWSLETTER, UPDATE).subscribeOrUpdate(SIGN_UP, KATA));
        Contact again = marketing().contacts(NEWSLETTER, UPDATE).subscribeOrUpdate(SIGN_UP, KATA);

        assertThat(failure.outcome()).isIn(Outcome.UNKNOWN, Outcome.APPLIED);
        assertThat(again.change()).isIn(Change.CREATED, Change.UNCHANGED);
        assertThat(vendor.timesFired(SIGN_UP.value())).isEqualTo(1);
        assertThat(vendor.timesFired(UPDATE.value())).isZero();
    }

    @Test
    void givenVisitors_whenSigningUp_thenEachEndsInItsResult() {
        assertThat(subscribe(SIGN_UP.value(), "kata@example.hu")).isInstanceOf(Subscription.Subscribed.class);
        assertThat(subscribe(SIGN_UP.value(), "kata@example.hu")).isInstanceOf(Subscription.AlreadySubscribed.class);
        assertThat(subscribe(SIGN_UP.value(), "kata")).isInstanceOf(Subscription.InvalidEmail.class);
        assertThat(subscribe(RECAPTCHA_FORM, "pal@example.hu")).isInstanceOf(Subscription.Refused.class);
        assertThat(catchThrowableOfType(ApiException.class, () -> subscribe(999, "pal@example.hu"))
                        .outcome())
                .isEqualTo(Outcome.REJECTED);
        assertThat(sales.subscribers(NEWSLETTER).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void givenCutAnswer_whenReportingPaymentAgain_thenOneInvoice(Consumer<FaultInjector> cut) {
        placeOrder();
        OrderRef byNumber = OrderRef.shopOrder("W-1");
        spoilUpdate(cut);

        SdkException failure = catchThrowableOfType(SdkException.class, () -> pay(byNumber));
        time.advance(Duration.ofMinutes(2));
        OnceResult<RecordId> again = pay(byNumber);

        assertThat(failure.operation()).isEqualTo("subscribers.update");
        assertThat(failure.outcome()).isIn(Outcome.UNKNOWN, Outcome.APPLIED);
        assertThat(again).isInstanceOf(OnceResult.Done.class);
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
        assertThat(vendor.orders("W-1").get(0)).containsEntry("mssys_pay_date", "2026-03-02");
    }

    @Test
    void givenTwoNodes_whenBothReportPayment_thenInvoiceIsMadeOnce() throws InterruptedException {
        RecordId order = placeOrder();
        vendor.parallelRefused(false);
        vendor.faults().delay(Duration.ofMillis(500)).times(4).on("GET", "/list/{nl}/record/{id}");
        ConcurrentLinkedQueue<Object> results = new ConcurrentLinkedQueue<>();
        List<Thread> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            nodes.add(new Thread(() -> {
                try (SdkRuntime runtime = SdkRuntime.create();
                        SalesAutopilot node = client(runtime)) {
                    results.add(marketing(node).orders(ORDERS).markPaid(PAID, OrderRef.record(order), DAY));
                }
            }));
        }
        nodes.forEach(Thread::start);
        for (Thread node : nodes) {
            node.join();
        }

        assertThat(results).hasSize(4).containsOnlyOnce(new OnceResult.Done<>(Optional.of(order), OnceResult.How.SENT));
        assertThat(vendor.timesFired(PAID.value())).isEqualTo(1);
    }

    @Test
    void givenCutAnswer_whenHandingOverTheOrderAgain_thenThereIsOne() {
        vendor.faults().actThenDrop().on("POST", "/processWebshopOrder/{nl}/ns_id/{ns}");

        catchThrowableOfType(SdkException.class, this::process);

        assertThat(process())
                .isInstanceOfSatisfying(
                        OnceResult.Done.class, done -> assertThat(done.how()).isEqualTo(OnceResult.How.SEEN));
        assertThat(vendor.orders("W-1")).hasSize(1);
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(1);
    }

    @Test
    void givenQuotedNumbersAndOtherVerbs_whenWorking_thenAllGoesOn() {
        vendor.quoteScalars(true);
        vendor.refuseVerb("GET", "/listtotalcount/{nl}");
        vendor.refuseVerb("PUT", "/update/{nl}/form/{ns}/record/{id}");
        RecordId order = placeOrder();

        assertThat(sales.subscribers(NEWSLETTER).count()).isZero();
        assertThat(pay(OrderRef.record(order)))
                .isEqualTo(new OnceResult.Done<>(Optional.of(order), OnceResult.How.SENT));
    }

    @Test
    void givenArrivingRecords_whenPolling_thenEachComesOnce() {
        List<Long> handed = new ArrayList<>();
        Feed<ContactRecord> feed = marketing()
                .newRecords(
                        NEWSLETTER, "crm", RecordFeedSettings.builder().chunk(3).build());
        List<Long> added = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < 5; i++) {
                added.add(vendor.addRecord(NEWSLETTER.value(), Map.of("email", round + "-" + i + "@example.hu")));
            }
            feed.poll(record -> handed.add(record.id().value()));
            vendor.clock().advance(Duration.ofSeconds(1));
            time.set(vendor.clock().now());
        }

        assertThat(handed).containsExactlyElementsOf(added);
    }

    private void spoilUpdate(Consumer<FaultInjector> cut) {
        // The update comes after one look-up.
        vendor.faults().delay(Duration.ZERO).on("GET", "/list/{nl}/field/{field}/value/{value}");
        cut.accept(vendor.faults());
    }

    private Subscription subscribe(long form, String email) {
        return sales.subscribers(NEWSLETTER)
                .subscribe(FormId.of(form), RecordFields.builder().email(email).build());
    }

    private OnceResult<RecordId> pay(OrderRef order) {
        return marketing().orders(ORDERS).markPaid(PAID, order, DAY);
    }

    private RecordId placeOrder() {
        return ((OnceResult.Done<RecordId>) process()).result().orElseThrow();
    }

    private OnceResult<RecordId> process() {
        return marketing().orders(ORDERS).place(ORDER, webshopOrder("W-1", KATA));
    }
}
