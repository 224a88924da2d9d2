package io.mostik.remonline.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.RemOnline;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrdersApiTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    RemOnline remonline;

    @BeforeEach
    void connect() {
        remonline = RemOnline.builder()
                .apiKey(Secret.of("test-key"))
                .baseUri(vendor.uri())
                .http(http -> http.time(time))
                .build();
    }

    @AfterEach
    void close() {
        remonline.close();
    }

    @Test
    void givenOrder_whenGettingIt_thenReadsWhatTheVendorSends() {
        vendor.answers(200, "orders.get.json");

        Order order = remonline.orders().get(90412001);

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.target()).isEqualTo("/orders/90412001");
        assertThat(order.total()).contains(new BigDecimal("1450.00"));
        assertThat(order.createdAt()).contains(Instant.parse("2026-02-03T08:15:00Z"));
        assertThat(order.closedAt()).isEmpty();
        assertThat(order.assigneeId()).isEmpty();
        assertThat(order.status().orElseThrow().name()).contains("In progress");
        assertThat(order.customFields().get("f7010001").text()).contains("red");
        assertThat(order.unknown()).containsKey("some_future_field");
    }

    @Test
    void givenOrder_whenPrintingIt_thenShowsNothingPersonal() {
        vendor.answers(200, "orders.get.json");

        Order order = remonline.orders().get(90412001);

        assertThat(order.toString()).doesNotContain("Ira", "380500000001", "red");
    }

    @Test
    void givenTwoPages_whenWalkingTheList_thenAsksForEachWhenNeeded() {
        vendor.answers(200, "{\"data\":[{\"id\":1},{\"id\":2}],\"paging\":{\"page\":1,\"total_pages\":2,\"count\":3}}")
                .answers(
                        200,
                        "{\"data\":[{\"id\":2},{\"id\":3}],\"paging\":{\"page\":2,\"total_pages\":2,\"count\":3}}");
        OrderQuery query = OrderQuery.builder()
                .addStatuses(5, 6)
                .modifiedSince(Instant.parse("2026-02-01T00:00:00.123Z"))
                .build();

        assertThat(remonline.orders().list(query)).extracting(Order::id).containsExactly(1L, 2L, 3L);

        assertThat(vendor.received().target())
                .isEqualTo("/orders?page=1&statuses=5&statuses=6&modified_at=2026-02-01T00%3A00%3A00Z");
        assertThat(vendor.received().target()).startsWith("/orders?page=2&statuses=5");
    }

    @Test
    void givenStatuses_whenListingThem_thenReadsTheGroups() {
        vendor.answers(200, "orders.statuses.json");

        assertThat(remonline.orders().statuses())
                .extracting(status -> status.group().orElseThrow().type())
                .containsExactly(1, 4);
    }

    @Test
    void givenOrder_whenSettingItsStatus_thenSendsStatusAndComment() {
        vendor.answers(200, "OK");

        remonline.orders().setStatus(7, 5100205, "ready");

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/orders/7/status");
        assertThat(sent.body()).contains("\"status_id\":5100205", "\"comment\":\"ready\"");
    }

    @Test
    void givenLostAnswer_whenSettingStatus_thenIsUnknownAndSentOnce() {
        vendor.dropsAnswer().answers(200, "{}");

        TransportException failure = catchThrowableOfType(
                TransportException.class, () -> remonline.orders().setStatus(7, 5100205, ""));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(vendor.count()).isEqualTo(1);
    }
}
