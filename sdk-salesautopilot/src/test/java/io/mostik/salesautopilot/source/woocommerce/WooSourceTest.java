package io.mostik.salesautopilot.source.woocommerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.DecodingException;
import io.mostik.core.Secret;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.OrderItem;
import io.mostik.testing.Answer;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.SimulatorExtension;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.woocommerce.WooCommerceSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A shop with its webhook, read into the purchase history at the simulated SalesAutopilot. */
class WooSourceTest extends SimulatorTest {

    private static final FormId STATUS = FormId.of(SalesAutopilotSimulator.STATUS_FORM);
    private static final String SECRET = "kulcs&amp;zár";

    @RegisterExtension
    final SimulatorExtension<WooCommerceSimulator> extension = SimulatorExtension.of(WooCommerceSimulator::start);

    private WooCommerceSimulator shop;
    private WooCommerce woo;
    private WooSource source;
    private Inbox<WooNotice> inbox;
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        shop = extension.simulator();
        time.set(shop.clock().now().plusSeconds(1));
        woo = WooCommerce.builder()
                .shop(shop.uri().toString())
                .keyPair(shop.consumerKey(), Secret.of(shop.consumerSecret()))
                .http(http -> http.time(time).runtime(runtime))
                .build();
        source = WooSource.of(woo, marketing().purchaseHistory(ORDERS, ORDER).following(STATUS), store);
        WebhookReceiver<WooNotice> receiver =
                WooWebhooks.builder().secret(Secret.of(SECRET)).build();
        inbox = receiver.inbox(Once.over(store, time))
                .ordered(WooNotice::subject)
                .open(source::accept);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/shop", WebhookHttpHandler.of(receiver, inbox));
        server.start();
        shop.saveWebhook(hookUri(), SECRET);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        woo.close();
    }

    /** Case 15. */
    @Test
    void givenPing_whenWebhookIsSaved_thenNothingIsStored() {
        HookDelivery ping = shop.deliveries().get(0);

        assertThat(ping.last().status()).hasValue(200);
        assertThat(inbox.pending()).isEmpty();
    }

    /** Case 13. */
    @Test
    void givenTwoOrdersInOneSecond_whenDelivered_thenBothComeIn() {
        long one = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        long other = shop.place("anna@example.hu", 1, "10000.00", "2700.00");

        deliver();

        assertThat(records(one)).hasSize(1);
        assertThat(records(other)).hasSize(1);
    }

    /** Case 14. */
    @Test
    void givenBurstOfEqualBodies_whenDelivered_thenOneAction() {
        long id = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        deliver();
        shop.change(id, "status", "on-hold");
        shop.change(id, "status", "processing");
        shop.change(id, "status", "completed");

        List<HookDelivery> sent = deliver();

        assertThat(sent).hasSize(3);
        assertThat(records(id))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("mssys_webshop_status", "completed"));
        assertThat(vendor.timesFired(STATUS.value())).isEqualTo(1);
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(1);
    }

    /** Case 16. */
    @Test
    void givenPartialRefund_whenDelivered_thenTheDifferenceOnce() {
        long id = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        deliver();
        shop.refund(id, "1000");
        deliver();
        int requests = vendor.journal().all().size();
        shop.change(id, "customer_id", 0);

        deliver();

        assertThat(vendor.journal().all()).hasSize(requests);
        assertThat(gross(id)).isEqualTo("24400");
        assertThat(items(id)).hasSize(2);
    }

    @Test
    void givenFullRefund_whenDelivered_thenIsToldByStatus() {
        long id = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        deliver();
        shop.refund(id, "25400");

        deliver();

        assertThat(gross(id)).isEqualTo("0");
        assertThat(records(id).get(0)).containsEntry("mssys_order_status", "3");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1181.10, 318.90, 1500",
        "7, 786.61, 212.39, 999",
        "1, 0.79, 0.21, 1",
        "2, 20000.00, 5400.00, 25400",
        "1000, 393700.79, 106299.21, 500000"
    })
    void givenNetPrices_whenBrought_thenGrossIsToTheForint(int pieces, String net, String tax, String gross) {
        long id = shop.place("kata@example.hu", pieces, net, tax);

        deliver();

        assertThat(gross(id)).isEqualTo(gross);
    }

    @Test
    void givenForgedNotice_whenPosted_thenChangesNothing() throws Exception {
        long id = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        String body = "{\"id\":" + id + ",\"total\":\"1\"}";
        HttpRequest forged = HttpRequest.newBuilder(hookUri())
                .header("X-WC-Webhook-Topic", "order.updated")
                .header("X-WC-Webhook-Signature", "AAAA")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();

        int status = HttpClient.newHttpClient()
                .send(forged, BodyHandlers.discarding())
                .statusCode();

        assertThat(status).isEqualTo(401);
        assertThat(inbox.pending()).isEmpty();
        assertThat(shop.journal().all()).isEmpty();
    }

    @Test
    void givenLostNotices_whenSwept_thenAreFoundOnce() {
        long one = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        long other = shop.place("anna@example.hu", 1, "10000.00", "2700.00");
        shop.loseDeliveries();

        int first = source.sweep().delivered();
        int requests = vendor.journal().all().size();
        int second = source.sweep().delivered();

        assertThat(first).isEqualTo(2);
        assertThat(second).isZero();
        assertThat(records(one)).hasSize(1);
        assertThat(records(other)).hasSize(1);
        assertThat(vendor.journal().all()).hasSize(requests);
    }

    @Test
    void givenOddOrder_whenSwept_thenOthersComeInAndItWaits() {
        long odd = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        long other = shop.place("anna@example.hu", 1, "10000.00", "2700.00");
        shop.change(odd, "billing", Map.of("first_name", "Anna"));
        source.sweep();
        List<Long> waiting = source.waiting();
        shop.change(odd, "billing", Map.of("email", "kata@example.hu"));

        source.sweep();

        assertThat(waiting).containsExactly(odd);
        assertThat(source.waiting()).isEmpty();
        assertThat(records(odd)).hasSize(1);
        assertThat(records(other)).hasSize(1);
    }

    @Test
    void givenDeletedOrder_whenDelivered_thenTrashFollows() {
        long id = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        long gone = shop.place("anna@example.hu", 1, "10000.00", "2700.00");
        deliver();
        shop.trash(id);
        shop.delete(gone);

        deliver();

        assertThat(records(id).get(0)).containsEntry("mssys_webshop_status", "trash");
        assertThat(records(gone)).hasSize(1);
        assertThat(inbox.pending()).isEmpty();
    }

    @Test
    void givenOutage_whenDelivered_thenInboxTriesAgain() {
        long id = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        shop.faults().answer(503).times(10).on("GET", "/wp-json/wc/v3/orders/{id}");
        deliver();
        shop.faults().off();
        time.advance(Duration.ofMinutes(2));

        inbox.run();

        assertThat(records(id)).hasSize(1);
        assertThat(inbox.pending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>maintenance</html>",
                "null",
                "[]",
                "{}",
                "{\"id\":null,\"status\":\"processing\",\"date_modified_gmt\":\"2026-09-04T08:20:00\"}",
                "{\"id\":1,\"status\":\"processing\",\"date_modified_gmt\":\"yesterday\"}",
                "{\"id\":2,\"status\":\"processing\",\"date_modified_gmt\":\"2026-09-04T08:20:00\"}"
            })
    void givenHostileAnswer_whenRead_thenFailureIsTyped(String body) {
        shop.faults()
                .answer(Answer.bytes(200, "text/html", body.getBytes(StandardCharsets.UTF_8)))
                .times(5);

        assertThatThrownBy(() -> woo.find(1)).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenFewerOrdersThanCounted_whenRead_thenFails() {
        Answer none = Answer.bytes(200, "application/json", "[]".getBytes(StandardCharsets.UTF_8))
                .with("X-WP-Total", "1");
        shop.faults().answer(none).times(5);

        assertThatThrownBy(() -> woo.changed(Instant.EPOCH, time.now())).isInstanceOf(DecodingException.class);
    }

    @ParameterizedTest
    @CsvSource({"total, 25400 Ft", "total,", "currency,", "number,", "line_items, none", "total, 99999"})
    void givenOddField_whenTaken_thenFailureNamesIt(String field, String value) {
        long id = shop.place("kata@example.hu", 2, "20000.00", "5400.00");
        shop.change(id, field, value == null ? "" : value);
        WooOrder order = woo.find(id).orElseThrow();

        assertThatThrownBy(order::webshopOrder)
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining(field.equals("number") ? "number" : field);
    }

    private List<HookDelivery> deliver() {
        List<HookDelivery> sent = shop.deliver();
        assertThat(sent).allMatch(HookDelivery::accepted);
        inbox.run();
        shop.clock().advance(Duration.ofSeconds(1));
        time.advance(Duration.ofSeconds(1));
        return sent;
    }

    private URI hookUri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/shop");
    }

    private List<Map<String, String>> records(long id) {
        return vendor.orders(Long.toString(id));
    }

    private List<OrderItem> items(long id) {
        RecordId record = RecordId.of(Long.parseLong(records(id).get(0).get("id")));
        return sales.orders(ORDERS).find(record).orElseThrow().order().items();
    }

    /** What SalesAutopilot makes of the net prices; whole forints, or it fails. */
    private String gross(long id) {
        return new BigDecimal(records(id).get(0).getOrDefault("mssys_order_brutto_sum", ""))
                .setScale(0)
                .toPlainString();
    }
}
