package io.mostik.remonline.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.DecodingException;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.CallOptions;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnreadableOrdersTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final List<Integer> told = new ArrayList<>();
    private final List<CallListener.Unreadable> objects = new ArrayList<>();
    private RemOnline client;
    private RemOnline skipping;
    private OrdersApi orders;

    @BeforeEach
    void connect() {
        CallListener listener = new CallListener() {
            @Override
            public void onUnreadable(Unreadable object) {
                objects.add(object);
            }
        };
        client = RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(vendor.uri())
                .http(http -> http.retry(RetryPolicy.none()).listener(listener))
                .build();
        skipping = client.with(CallOptions.builder()
                .skippingUnreadable(rows -> told.add(rows.count()))
                .build());
        orders = skipping.orders();
    }

    @AfterEach
    void close() {
        client.close();
    }

    private static String page(String... rows) {
        return "{\"data\":[" + String.join(",", rows) + "],\"paging\":{\"page\":1,\"total_pages\":1,\"count\":3}}";
    }

    private static String row(long id) {
        return "{\"id\":" + id + ",\"total\":\"5.00\",\"modified_at\":\"2026-03-01T00:00:0" + id + "Z\"}";
    }

    @Test
    void givenLineThatTellsLittle_whenReconciling_thenMayBeIt() {
        vendor.answers(
                200,
                "{\"data\":[{\"id\":1,\"entity\":{}},{\"id\":2,\"entity\":{\"id\":9},\"quantity\":null},"
                        + "{\"id\":3,\"entity\":{\"id\":8}},{\"id\":4,\"entity\":{\"id\":9},\"price\":\"6.00\"}]}");
        NewOrderItem sent = NewOrderItem.builder()
                .entityId(9)
                .assigneeId(7)
                .quantity(BigDecimal.ONE)
                .price(new BigDecimal("5"))
                .build();

        List<OrderItem> found = client.orders().reconcileItem(42, sent, Instant.parse("2026-03-02T10:00:00Z"));

        assertThat(found).extracting(OrderItem::id).containsExactly(1L, 2L);
    }

    @Test
    void givenLineLeftOut_whenReconciling_thenFails() {
        vendor.answers(200, "{\"data\":[{\"id\":1,\"entity\":{\"id\":8}},7]}");
        NewOrderItem sent = NewOrderItem.builder()
                .entityId(9)
                .assigneeId(7)
                .quantity(BigDecimal.ONE)
                .price(new BigDecimal("5"))
                .build();

        assertThatThrownBy(() -> orders.reconcileItem(42, sent, Instant.parse("2026-03-02T10:00:00Z")))
                .isInstanceOf(DecodingException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void givenBadRows_whenListed_thenTheOthersComeAndTheBadAreTold() {
        vendor.answers(200, page(row(1), "{\"total\":\"1.00\"}", "{\"id\":2,\"total\":\"lots\"}", "null", row(3)));

        List<Long> ids = orders.list(OrderQuery.all()).stream().map(Order::id).toList();

        assertThat(ids).containsExactly(1L, 3L);
        assertThat(told).containsExactly(3);
    }

    @Test
    void givenRowWithoutTime_whenPolling_thenTellsItAndOthersCome() {
        vendor.answers(200, page(row(1), "{\"id\":2}", row(3)));
        List<Long> ids = new ArrayList<>();

        RemOnlineFeeds.of(skipping, StateStore.inMemory()).orders("main").poll(order -> ids.add(order.id()));

        assertThat(ids).containsExactly(1L, 3L);
        assertThat(told).containsExactly(1);
    }

    @Test
    void givenBadRowInAFullPage_whenListed_thenTheNextIsAskedFor() {
        String rows =
                LongStream.range(1, 50).mapToObj(id -> "{\"id\":" + id + "}").collect(Collectors.joining(","));
        vendor.answers(200, "{\"data\":[{}," + rows + "]}").answers(200, "{\"data\":[{\"id\":51}]}");

        assertThat(orders.list(OrderQuery.all()).toList()).hasSize(50);
        assertThat(told).containsExactly(1);
    }

    @Test
    void givenBadRowAndOddObject_whenListed_thenOnlyTheseAreLost() {
        vendor.answers(200, page("{}", "{\"id\":2,\"client\":{\"name\":\"Ann\"}}", "{\"id\":3}"));

        List<Order> rows = orders.list(OrderQuery.all()).toList();

        assertThat(rows).extracting(Order::id).containsExactly(2L, 3L);
        assertThat(rows.get(0).unknown()).containsOnlyKeys("client");
        assertThat(objects).containsExactly(new CallListener.Unreadable("orders.list", "/data/1/client"));
        assertThat(told).containsExactly(1);
    }

    @Test
    void givenListThatIsNotPaged_whenARowIsBad_thenTheOthersCome() {
        vendor.answers(200, "{\"data\":[{\"id\":1,\"name\":\"New\"},7]}");

        assertThat(orders.statuses()).extracting(OrderStatus::id).containsExactly(1L);
        assertThat(told).containsExactly(1);
    }

    @Test
    void givenPageWithoutAReadableRow_whenListed_thenFails() {
        vendor.answers(200, page("{\"no\":1}", "7"));

        assertThatThrownBy(() -> orders.list(OrderQuery.all()).toList()).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenListThatIsNone_whenListed_thenFails() {
        vendor.answers(200, "{\"data\":{\"id\":1}}");

        assertThatThrownBy(() -> orders.list(OrderQuery.all()).toList()).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenPlainView_whenARowIsBad_thenFailsAsBefore() {
        vendor.answers(200, page(row(1), "{}"));

        assertThatThrownBy(() -> client.orders().list(OrderQuery.all()).toList())
                .isInstanceOf(DecodingException.class);
    }
}
