package io.mostik.remonline.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.DecodingException;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.once.Feed;
import io.mostik.core.once.FeedSource;
import io.mostik.core.test.VendorServer;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnreadableOrdersTest {

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    private final List<Integer> told = new ArrayList<>();
    private RemOnline client;
    private OrdersApi orders;

    @BeforeEach
    void connect() {
        client = RemOnline.builder()
                .apiKey(Secret.of("key-1"))
                .baseUri(vendor.uri())
                .http(http -> http.retry(RetryPolicy.none()))
                .build();
        orders = client.orders().skippingUnreadable(told::add);
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
    void givenBadRows_whenListed_thenTheOthersComeAndTheBadAreTold() {
        vendor.answers(200, page(row(1), "{\"total\":\"1.00\"}", "{\"id\":2,\"total\":\"lots\"}", "null", row(3)));

        List<Long> ids = orders.list(OrderQuery.all()).stream().map(Order::id).toList();

        assertThat(ids).containsExactly(1L, 3L);
        assertThat(told).containsExactly(3);
    }

    @Test
    void givenRowWithoutTime_whenPollingChanges_thenTheOthersComeAndItIsTold() {
        vendor.answers(200, page(row(1), "{\"id\":2}", row(3)));
        List<Long> ids = new ArrayList<>();

        FeedSource<Order> changes = RemOnlineFeeds.orderChanges(
                client, orders -> orders.skippingUnreadable(told::add), TimeSource.system());
        Feed.of(StateStore.inMemory(), TimeSource.system(), "main", changes).poll(order -> ids.add(order.id()));

        assertThat(ids).containsExactly(1L, 3L);
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
