package io.mostik.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.Effect;
import io.mostik.core.NotFoundException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Feed;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.remonline.orders.NewOrder;
import io.mostik.remonline.orders.NewOrderItem;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.orders.OrderUpdate;
import io.mostik.remonline.warehouse.StockQuery;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import io.mostik.remonline.workflow.RemOnlineFeeds;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.remonline.RemOnlineSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stories against the played vendor; {@code -Dmostik.orders=10000} for the long run. */
class RemOnlineStoryTest {

    private final RemOnlineSimulator vendor = RemOnlineSimulator.startFrozen();
    private final VendorTime time = new VendorTime(vendor.clock());
    private RemOnline remonline;

    @BeforeEach
    void connect() {
        remonline = client();
    }

    @AfterEach
    void close() {
        remonline.close();
        vendor.close();
    }

    private RemOnline client() {
        return RemOnline.builder()
                .apiKey(Secret.of(vendor.apiKey()))
                .baseUri(vendor.v2Uri().toString())
                .http(http -> http.time(time))
                .build();
    }

    @Test
    void givenManyOrders_whenReadingAll_thenOnlyOneRequestPerPage() {
        int count = Integer.getInteger("mostik.orders", 1_000);
        List<Long> seeded = vendor.seedOrders(count);

        List<Long> read = remonline.orders().list(OrderQuery.all()).stream()
                .map(Order::id)
                .toList();

        assertThat(read).containsExactlyInAnyOrderElementsOf(seeded);
        assertThat(vendor.journal().all()).hasSizeBetween(count / 50, count / 50 + 1);
        assertThat(vendor.refusals()).isZero();
    }

    @Test
    void givenBothAddresses_whenCalledInARow_thenShareOneLimit() {
        long order = vendor.seedOrder();

        for (int i = 0; i < 5; i++) {
            remonline.orders().get(order);
            remonline.warehouse().list();
        }

        assertThat(time.waited()).isBetween(Duration.ofMillis(2_900), Duration.ofMillis(3_100));
        assertThat(vendor.refusals()).isZero();
        assertThat(vendor.journal().count("GET", "/warehouse/")).isEqualTo(5);
    }

    @Test
    void givenOrder_whenTakenFromDeskToDone_thenVendorKnowsItAll() {
        long client = vendor.seedPerson("Ira", "Lys", "+380500000001");
        long id = remonline
                .orders()
                .create(NewOrder.builder()
                        .branchId(3301)
                        .orderTypeId(411)
                        .clientId(client)
                        .malfunction("No power")
                        .build())
                .id();
        long product = 501;
        remonline
                .orders()
                .addItem(
                        id,
                        NewOrderItem.builder()
                                .entityId(product)
                                .assigneeId(7005)
                                .quantity(new BigDecimal("2"))
                                .price(new BigDecimal("100.00"))
                                .build());
        remonline.orders().update(id, OrderUpdate.builder().resume("replaced").build());
        long done = remonline.orders().statuses().get(1).id();

        remonline.orders().setStatus(id, done, "ready");

        assertThat(remonline.orders().get(id).resume()).contains("replaced");
        assertThat(remonline.orders().get(id).status().orElseThrow().id()).isEqualTo(done);
        assertThat(remonline.orders().items(id)).hasSize(1);
        assertThat(vendor.ignored()).isEmpty();
    }

    @Test
    void givenLostAnswer_whenMakingOrder_thenOneOfUnknownOutcome() {
        vendor.faults().actThenDrop().on("POST", "/v2/orders");
        NewOrder order = NewOrder.builder()
                .branchId(3301)
                .orderTypeId(411)
                .clientId(88001)
                .build();

        assertThatThrownBy(() -> remonline.orders().create(order))
                .isInstanceOfSatisfying(
                        SdkException.class,
                        failure -> assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN));

        assertThat(vendor.ordersCreated()).hasSize(1);
    }

    @Test
    void givenForeignOrMissing_whenReading_thenSaysNotFound() {
        assertThatThrownBy(() -> remonline.orders().get(1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> remonline
                        .raw()
                        .call(Effect.READ, "GET", "/no/such/thing")
                        .send())
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(
                        () -> remonline.warehouse().stock(1, StockQuery.all()).toList())
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("2026-09-01");
    }

    @Test
    void givenEditsBetweenPages_whenPolling_thenLastStatesCome() {
        List<Long> seeded = vendor.seedOrders(180);
        StateStore store = StateStore.inMemory(time);
        List<Long> delivered = new ArrayList<>();

        Feed<Order> feed = RemOnlineFeeds.of(remonline, store).orders("main");
        feed.poll(order -> {
            delivered.add(order.id());
            if (delivered.size() % 40 == 0 && delivered.size() <= 160) {
                vendor.editOrder(seeded.get(delivered.size() / 2), seed -> {});
            }
        });
        feed.poll(order -> delivered.add(order.id()));

        assertThat(delivered).containsAll(seeded);
        assertThat(delivered.size()).isBetween(184, 188);
        assertThat(feed.poll(order -> {}).delivered()).isZero();
        assertThat(vendor.ignored()).isEmpty();
    }

    @Test
    void givenChangedStatus_whenWebhookRepeats_thenReadsOrderOnce() throws IOException {
        long order = vendor.seedOrder();
        long next = remonline.orders().statuses().get(1).id();
        List<Order> current = new ArrayList<>();
        WebhookReceiver<RemOnlineEvent> receiver = RemOnlineWebhooks.builder()
                .secret(Secret.of("demo-webhook-secret-01"))
                .build()
                .once(Once.over(StateStore.inMemory(time)));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                WebhookHttpHandler.of(
                        receiver, event -> remonline.orders().find(event).ifPresent(current::add)));
        server.start();
        vendor.webhook(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"), "demo-webhook-secret-01");

        remonline.orders().setStatus(order, next, "");
        HookDelivery again = vendor.redeliver(vendor.deliveries().get(0));
        server.stop(0);

        assertThat(again.accepted()).isTrue();
        assertThat(current)
                .singleElement()
                .satisfies(
                        found -> assertThat(found.status().orElseThrow().id()).isEqualTo(next));
    }
}
