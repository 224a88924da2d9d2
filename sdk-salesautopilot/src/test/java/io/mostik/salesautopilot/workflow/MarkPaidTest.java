package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceResult.How;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.once.WriteState;
import io.mostik.core.test.NodeStore;
import io.mostik.core.test.VendorServer;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkPaidTest extends VendorTest {

    private static final String OPEN =
            "{\"id\":\"70012\",\"mssys_shoprenter_id\":\"W-10077\",\"mssys_order_status\":\"1\",\"mssys_pay_date\":\"0000-00-00\"}";
    private static final String PAID =
            "{\"id\":\"70012\",\"mssys_shoprenter_id\":\"W-10077\",\"mssys_order_status\":\"2\",\"mssys_pay_date\":\"2026-03-01\"}";
    private static final String REFUNDED = "{\"id\":\"70012\",\"mssys_order_status\":\"3\"}";
    private static final OrderRef ORDER = OrderRef.record(RecordId.of(70012));
    private static final OrderRef SHOP_ORDER = OrderRef.shopOrder("W-10077");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

    @Test
    void givenOpenOrder_whenMarkingPaid_thenReadsFirstAndWritesOnce() {
        vendor.answers(200, OPEN).answers(200, "1");

        assertThat(mark(ORDER)).isEqualTo(done(How.SENT));

        assertThat(vendor.received().target()).isEqualTo("/list/5123/record/70012");
        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.target()).isEqualTo("/update/5123/form/20771/record/70012");
        assertThat(sent.body()).isEqualTo("{\"mssys_order_status\":2,\"mssys_pay_date\":\"2026-03-14\"}");
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenShopOrder_whenMarkingPaid_thenWritesByItsRecord() {
        vendor.answers(200, "[" + OPEN + "]").answers(200, "\"1\"");

        assertThat(mark(SHOP_ORDER)).isEqualTo(done(How.SENT));

        assertThat(vendor.received().target()).isEqualTo("/list/5123/field/mssys_shoprenter_id/value/W-10077");
        assertThat(vendor.received().target()).isEqualTo("/update/5123/form/20771/record/70012");
    }

    @Test
    void givenInvoice_whenMarkingPaid_thenWritesItAlong() {
        vendor.answers(200, OPEN).answers(200, "1");

        marketing()
                .orders(LIST)
                .markPaid(
                        FORM,
                        ORDER,
                        DAY,
                        RecordFields.builder()
                                .set(SystemField.BILLING_NUMBER, "INV-7")
                                .build());

        vendor.received();
        assertThat(vendor.received().body()).contains("\"mssys_billing_number\":\"INV-7\"");
    }

    @Test
    void givenPaidOrder_whenMarkingPaid_thenWritesNothing() {
        vendor.answers(200, PAID).answers(200, "[" + PAID + "]");

        assertThat(mark(ORDER)).isEqualTo(done(How.SEEN));
        assertThat(mark(SHOP_ORDER)).isEqualTo(done(How.SEEN));

        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenNoOrder_whenMarkingPaid_thenSaysSo() {
        vendor.answers(200, "[]").answers(200, "null");

        assertThat(refusal(SHOP_ORDER)).isEqualTo(Reason.NO_ORDER);
        assertThat(refusal(ORDER)).isEqualTo(Reason.NO_ORDER);
    }

    @Test
    void givenTwoOrdersOfOneNumber_whenMarkingPaid_thenRefuses() {
        vendor.answers(200, "[" + OPEN + "," + OPEN + "]");

        assertThat(refusal(SHOP_ORDER)).isEqualTo(Reason.SEVERAL_ORDERS);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenAnswerThatIsDropped_whenMarkingPaidAgain_thenWritesOnce() {
        vendor.answers(200, OPEN).dropsAnswer().answers(200, PAID);

        SdkException failure = catchThrowableOfType(SdkException.class, () -> mark(ORDER));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(mark(ORDER)).isEqualTo(done(How.SEEN));
        assertThat(vendor.count()).isEqualTo(3);
    }

    @Test
    void givenLostRequest_whenMarkingTooSoon_thenWaitsItOut() {
        vendor.answers(200, OPEN)
                .dropsAnswer()
                .answers(200, OPEN)
                .answers(200, OPEN)
                .answers(200, "1");
        catchThrowableOfType(SdkException.class, () -> mark(ORDER));

        OnceResult<RecordId> tooSoon = mark(ORDER);
        time.advance(Duration.ofMinutes(2));

        assertThat(tooSoon).isEqualTo(new OnceResult.InProgress<>(time.now().minusSeconds(30)));
        assertThat(mark(ORDER)).isEqualTo(done(How.SENT));
        assertThat(vendor.count()).isEqualTo(5);
    }

    @Test
    void givenOrder_whenMarkingTwice_thenThreeRoundTripsAndThenOne() {
        vendor.answers(200, OPEN).answers(200, "1");
        NodeStore node = new NodeStore(store);
        OrderWorkflow orders = MarketingWorkflows.of(sales, node, time).orders(LIST);

        orders.markPaid(FORM, ORDER, DAY);
        int first = node.trips();
        orders.markPaid(FORM, ORDER, DAY);

        assertThat(first).isEqualTo(3);
        assertThat(node.trips()).isEqualTo(4);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenStatusPaidWithoutADay_whenMarkingPaid_thenWritesNothing() {
        vendor.answers(200, "{\"id\":\"70012\",\"mssys_order_status\":\"2\",\"mssys_pay_date\":\"0000-00-00\"}");

        assertThat(mark(ORDER)).isEqualTo(done(How.SEEN));
    }

    @Test
    void givenRefundedOrder_whenMarkingPaid_thenRefuses() {
        vendor.answers(200, "{\"id\":\"70012\",\"mssys_order_status\":\"3\"}");

        assertThat(refusal(ORDER)).isEqualTo(Reason.REFUNDED);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenAnotherRecord_whenMarkingPaid_thenItIsNotUsed() {
        vendor.answers(200, "{\"id\":\"70013\",\"mssys_order_status\":\"1\"}")
                .answers(200, "[{\"id\":\"70014\",\"mssys_shoprenter_id\":\"w-10077\"}]");

        assertThat(catchThrowableOfType(DecodingException.class, () -> mark(ORDER)))
                .isNotNull();
        assertThat(refusal(SHOP_ORDER)).isEqualTo(Reason.NO_ORDER);
        assertThat(vendor.count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "[]", "{}", "{\"errorCode\":11000}", "Sikertelen"})
    void givenUnreadableAnswer_whenMarkingPaid_thenIsUnknown(String answer) {
        vendor.answers(200, OPEN).answers(200, answer).answers(200, PAID);

        SdkException failure = catchThrowableOfType(SdkException.class, () -> mark(ORDER));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(mark(ORDER)).isEqualTo(done(How.SEEN));
    }

    @Test
    void givenRefusal_whenMarkingPaidAgain_thenMayWriteAtOnce() {
        vendor.answers(200, OPEN)
                .answers(406, "no such form")
                .answers(200, OPEN)
                .answers(200, "1");
        catchThrowableOfType(ApiException.class, () -> mark(ORDER));

        assertThat(mark(ORDER)).isEqualTo(done(How.SENT));
    }

    @Test
    void givenNothingUpdated_whenMarkingPaid_thenSaysRejected() {
        vendor.answers(200, OPEN).answers(200, "0").answers(200, OPEN);

        ApiException failure = catchThrowableOfType(ApiException.class, () -> mark(ORDER));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void givenRefundAfterLostAnswer_whenMarking_thenFiresNoForm() {
        vendor.answers(200, OPEN).dropsAnswer().answers(200, REFUNDED).answers(200, REFUNDED);
        catchThrowableOfType(SdkException.class, () -> mark(ORDER));
        time.advance(Duration.ofDays(1));

        assertThat(refusal(ORDER)).isEqualTo(Reason.REFUNDED);
        assertThat(refusal(ORDER)).isEqualTo(Reason.REFUNDED);
        assertThat(vendor.count()).isEqualTo(4);
        assertThat(marketing().once().pending())
                .extracting(OpenWrite::kind, OpenWrite::state)
                .containsExactly(tuple("salesautopilot/paid", WriteState.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"mssys_order_status\":\"\"", ",\"mssys_order_status\":null"})
    void givenNoStatusAfterLostAnswer_whenMarking_thenIsUnknown(String status) {
        vendor.answers(200, OPEN).dropsAnswer().answers(200, "{\"id\":\"70012\"" + status + "}");
        catchThrowableOfType(SdkException.class, () -> mark(ORDER));
        time.advance(Duration.ofDays(1));

        assertThat(mark(ORDER)).isEqualTo(new OnceResult.Unknown<RecordId>(false));
        assertThat(vendor.count()).isEqualTo(3);
    }

    private OnceResult<RecordId> mark(OrderRef order) {
        return marketing().orders(LIST).markPaid(FORM, order, DAY);
    }

    private Reason refusal(OrderRef order) {
        return catchThrowableOfType(MarketingRefusedException.class, () -> mark(order))
                .reason();
    }

    private static OnceResult<RecordId> done(How how) {
        return new OnceResult.Done<>(Optional.of(RecordId.of(70012)), how);
    }
}
