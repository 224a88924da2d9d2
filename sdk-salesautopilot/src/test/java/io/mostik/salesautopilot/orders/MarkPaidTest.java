package io.mostik.salesautopilot.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.ApiException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.test.VendorServer;
import io.mostik.salesautopilot.VendorTest;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.RecordFields;
import io.mostik.salesautopilot.records.SystemField;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MarkPaidTest extends VendorTest {

    private static final String OPEN =
            "{\"id\":\"70012\",\"mssys_order_status\":\"1\",\"mssys_pay_date\":\"0000-00-00\"}";
    private static final String PAID =
            "{\"id\":\"70012\",\"mssys_order_status\":\"2\",\"mssys_pay_date\":\"2026-03-01\"}";
    private static final OrderRef ORDER = OrderRef.record(RecordId.of(70012));
    private static final OrderRef SHOP_ORDER = OrderRef.shopOrder("W-10077");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 14);

    @Test
    void givenOpenOrder_whenMarkingPaid_thenReadsFirstAndWritesOnce() {
        vendor.answers(200, OPEN).answers(200, "1");

        assertThat(mark(ORDER)).isEqualTo(Payment.MARKED);

        assertThat(vendor.received().target()).isEqualTo("/list/5123/record/70012");
        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("PUT");
        assertThat(sent.target()).isEqualTo("/update/5123/form/20771/record/70012");
        assertThat(sent.body()).isEqualTo("{\"mssys_order_status\":2,\"mssys_pay_date\":\"2026-03-14\"}");
        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenShopOrder_whenMarkingPaid_thenWritesByItsRecord() {
        vendor.answers(200, "[" + OPEN + "]").answers(200, OPEN).answers(200, "\"1\"");

        assertThat(mark(SHOP_ORDER)).isEqualTo(Payment.MARKED);

        assertThat(vendor.received().target()).isEqualTo("/list/5123/field/mssys_shoprenter_id/value/W-10077");
        assertThat(vendor.received().target()).isEqualTo("/list/5123/record/70012");
        assertThat(vendor.received().target()).isEqualTo("/update/5123/form/20771/record/70012");
    }

    @Test
    void givenInvoice_whenMarkingPaid_thenWritesItAlong() {
        vendor.answers(200, OPEN).answers(200, "1");

        sales.orders(LIST)
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

        assertThat(mark(ORDER)).isEqualTo(Payment.ALREADY_PAID);
        assertThat(mark(SHOP_ORDER)).isEqualTo(Payment.ALREADY_PAID);

        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenNoOrder_whenMarkingPaid_thenSaysSo() {
        vendor.answers(200, "[]").answers(200, "null");

        assertThat(mark(SHOP_ORDER)).isEqualTo(Payment.NOT_FOUND);
        assertThat(mark(ORDER)).isEqualTo(Payment.NOT_FOUND);
    }

    @Test
    void givenTwoOrdersOfOneNumber_whenMarkingPaid_thenRefuses() {
        vendor.answers(200, "[" + OPEN + "," + OPEN + "]");

        assertThatThrownBy(() -> mark(SHOP_ORDER)).isInstanceOf(IllegalStateException.class);
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenAnswerThatIsDropped_whenMarkingPaidAgain_thenWritesOnce() {
        vendor.answers(200, OPEN).dropsAnswer().answers(200, PAID);

        SdkException failure = catchThrowableOfType(SdkException.class, () -> mark(ORDER));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(mark(ORDER)).isEqualTo(Payment.ALREADY_PAID);
        assertThat(vendor.count()).isEqualTo(3);
    }

    @Test
    void givenLostRequest_whenMarkingPaidAgainTooSoon_thenWaitsUntilItCannotBeUnderWay() {
        vendor.answers(200, OPEN)
                .dropsAnswer()
                .answers(200, OPEN)
                .answers(200, OPEN)
                .answers(200, "1");
        catchThrowableOfType(SdkException.class, () -> mark(ORDER));

        TransportException tooSoon = catchThrowableOfType(TransportException.class, () -> mark(ORDER));
        time.advance(Duration.ofMinutes(2));

        assertThat(tooSoon.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(mark(ORDER)).isEqualTo(Payment.MARKED);
        assertThat(vendor.count()).isEqualTo(5);
    }

    @Test
    void givenRefusal_whenMarkingPaidAgain_thenMayWriteAtOnce() {
        vendor.answers(200, OPEN)
                .answers(406, "no such form")
                .answers(200, OPEN)
                .answers(200, "1");
        catchThrowableOfType(ApiException.class, () -> mark(ORDER));

        assertThat(mark(ORDER)).isEqualTo(Payment.MARKED);
    }

    @Test
    void givenNothingUpdated_whenMarkingPaid_thenSaysRejected() {
        vendor.answers(200, OPEN).answers(200, "0").answers(200, OPEN);

        ApiException failure = catchThrowableOfType(ApiException.class, () -> mark(ORDER));

        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    private Payment mark(OrderRef order) {
        return sales.orders(LIST).markPaid(FORM, order, DAY);
    }
}
