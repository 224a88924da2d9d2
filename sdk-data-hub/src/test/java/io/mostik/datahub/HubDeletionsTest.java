package io.mostik.datahub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.datahub.report.HubRecord;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders are deleted at the vendor, which no change tells. */
class HubDeletionsTest {

    private static final String SECRET = "demo-webhook-secret-01";

    private final HubEnv place = new HubEnv().withExample();
    private final MemoryTable table = new MemoryTable();

    @BeforeEach
    void fill() {
        place.configured(
                HubSettings.builder().from(HubEnv.SETTINGS).filter(List.of()).build());
        for (int i = 0; i < 2; i++) { // the second finds that none has changed again within the second of the first
            place.hub.refresh(table);
            place.vendor.clock().advance(Duration.ofHours(1));
        }
    }

    @AfterEach
    void close() {
        place.close();
    }

    private List<Long> held() {
        return table.records().stream().map(HubRecord::orderId).toList();
    }

    @Test
    void givenDeletedOrder_whenNoted_thenNextRefreshRemovesIt() {
        List<Long> before = held();
        place.vendor.deleteOrder(before.get(1));
        place.hub.refresh(table);
        assertThat(held()).isEqualTo(before);

        place.hub.lookAgain(before.get(1));
        place.hub.refresh(table);

        assertThat(held()).hasSize(3).doesNotContain(before.get(1));
    }

    @Test
    void givenDeletionDuringTheLook_whenNoted_thenIsNotForgotten() {
        long order = held().get(0);
        place.hub.lookAgain(order);

        place.hub.refresh(new ListeningTable(id -> {
            place.vendor.deleteOrder(id);
            place.hub.lookAgain(id);
        }));
        assertThat(held()).contains(order);
        place.hub.refresh(table);

        assertThat(held()).hasSize(3).doesNotContain(order);
    }

    @Test
    void givenIdOfNoOrder_whenNoted_thenTheTableStays() {
        List<Long> before = held();
        place.hub.lookAgain(7);

        place.hub.refresh(table);

        assertThat(held()).isEqualTo(before);
    }

    @Test
    void givenDeletedOrders_whenSwept_thenTheirRecordsGo() {
        place.vendor.seedOrders(120);
        place.hub.refresh(table);
        List<Long> before = held();
        List<Long> deleted = List.of(before.get(0), before.get(49), before.get(50), before.get(123));
        deleted.forEach(place.vendor::deleteOrder);
        int asked = place.vendor.journal().all().size();

        OptionalLong removed = place.hub.sweep(table, before);

        assertThat(removed).hasValue(4);
        assertThat(held()).hasSize(120).doesNotContainAnyElementsOf(deleted);
        assertThat(place.vendor.journal().all().size() - asked).isEqualTo(3 + 4);
        assertThat(place.hub.sweep(table, held())).hasValue(0);
    }

    @Test
    void givenHiddenOrders_whenSwept_thenFailsAndTheyStay() {
        List<Long> before = held();
        place.vendor.setup().allowLocations(HubEnv.TVER);

        assertThatThrownBy(() -> place.hub.sweep(table, before)).isInstanceOf(SdkException.class);

        assertThat(held()).isEqualTo(before);
    }

    @Test
    void givenRefreshUnderWay_whenSwept_thenDoesNothing() {
        List<OptionalLong> swept = new ArrayList<>();
        place.hub.lookAgain(held().get(0));

        place.hub.refresh(new ListeningTable(id -> swept.add(place.hub.sweep(table, held()))));

        assertThat(swept).isNotEmpty().containsOnly(OptionalLong.empty());
    }

    @Test
    void givenDeletionWebhook_whenHandled_thenRecordGoes() throws Exception {
        long order = held().get(2);
        WebhookReceiver<RemOnlineEvent> receiver =
                RemOnlineWebhooks.builder().secret(Secret.of(SECRET)).build();
        Inbox<RemOnlineEvent> inbox = receiver.inbox(Once.over(place.store))
                .open(event -> event.objectId().ifPresent(place.hub::lookAgain));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/remonline", WebhookHttpHandler.of(receiver, inbox));
        server.start();
        try {
            place.vendor.webhook(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/remonline"), SECRET);
            place.vendor.deleteOrder(order);
            assertThat(place.vendor.deliveries())
                    .singleElement()
                    .satisfies(told -> assertThat(told.last().status()).hasValue(200));

            int handled = inbox.run();
            place.hub.refresh(table);

            assertThat(handled).isEqualTo(1);
            assertThat(held()).hasSize(3).doesNotContain(order);
        } finally {
            server.stop(0);
        }
    }

    /** Takes records, and tells of each. */
    private final class ListeningTable implements HubTable {

        private final LongConsumer told;

        ListeningTable(LongConsumer told) {
            this.told = told;
        }

        @Override
        public void put(HubRecord order) {
            told.accept(order.orderId());
            table.put(order);
        }

        @Override
        public void remove(long orderId) {
            table.remove(orderId);
        }
    }
}
