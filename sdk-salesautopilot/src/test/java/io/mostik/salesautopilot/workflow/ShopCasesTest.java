package io.mostik.salesautopilot.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.HmacSignature;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.salesautopilot.SimulatorTest;
import io.mostik.salesautopilot.ids.FormId;
import io.mostik.salesautopilot.orders.WebshopOrder;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shops that the SDK has no client for, on the neutral model: a notice names an order, which is read and brought. */
class ShopCasesTest extends SimulatorTest {

    private static final FormId STATUS = FormId.of(SalesAutopilotSimulator.STATUS_FORM);
    private static final HmacSignature SIGNATURE = HmacSignature.of(Secret.of("app-secret"))
            .header("X-Shop-Hmac-Sha256")
            .base64();
    private static final JsonCodec JSON = JsonCodec.snakeCase();

    private final Map<String, WebshopOrder> shop = new TreeMap<>();
    private Inbox<Json> inbox;
    private WebhookEndpoint endpoint;
    private int deliveries;

    @BeforeEach
    void embed() {
        PurchaseHistory history = marketing().purchaseHistory(ORDERS, ORDER).following(STATUS);
        WebhookReceiver<Json> receiver = WebhookReceiver.of(
                        "shop",
                        WebhookAuthentication.hmac(SIGNATURE),
                        request -> JSON.read(JsonType.of(Json.class), request.body()))
                .identity(notice -> notice.get("delivery").text().orElseThrow());
        inbox = receiver.inbox(Once.over(store, time)).open(notice -> {
            HistoryReport report =
                    history.sync(List.of(shop.get(notice.get("id").text().orElseThrow())));
            assertThat(report.failed()).isEmpty();
        });
        endpoint = receiver.endpoint(inbox);
    }

    private void put(String id, String status) {
        shop.put(
                id,
                WebshopOrder.builder().from(shopOrder(id)).orderStatusId(status).build());
    }

    /** Delivers a notice with the order as it was when the notice was made. */
    private int deliver(String id, String status) {
        deliveries++;
        String body = "{\"delivery\":\"" + deliveries + "\",\"id\":\"" + id + "\",\"status\":\"" + status + "\"}";
        WebhookRequest request = new WebhookRequest("POST", "", Map.of(), body.getBytes(StandardCharsets.UTF_8));
        int answer = endpoint.handle(SIGNATURE.sign(request)).status();
        inbox.run();
        return answer;
    }

    private String status(String id) {
        List<Map<String, String>> records = vendor.orders(id);
        assertThat(records).hasSize(1);
        return records.get(0).getOrDefault("mssys_webshop_status", "");
    }

    /** Case 17: a number that is used again after a deletion is another order by its id. */
    @Test
    void givenNumberUsedAgain_whenOtherIdComes_thenTwoOrders() {
        put("id-1/NR-7", "new");
        deliver("id-1/NR-7", "new");
        shop.remove("id-1/NR-7");
        put("id-2/NR-7", "new");

        int answer = deliver("id-2/NR-7", "new");

        assertThat(answer).isEqualTo(200);
        assertThat(status("id-1/NR-7")).isEqualTo("new");
        assertThat(status("id-2/NR-7")).isEqualTo("new");
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(2);
    }

    /** Case 18: the order that was merged into another ends as merged, not as cancelled. */
    @Test
    void givenMergedOrder_whenRead_thenEndsAsMerged() {
        put("1", "new");
        put("2", "new");
        deliver("1", "new");
        deliver("2", "new");
        put("1", "merged");

        deliver("1", "cancelled");

        assertThat(status("1")).isEqualTo("merged");
        assertThat(status("2")).isEqualTo("new");
        assertThat(vendor.timesFired(ORDER.value())).isEqualTo(2);
    }

    /** Case 20: the body is older than the state that was acted on; what is read decides. */
    @Test
    void givenOldBodyAfterHours_whenRepeated_thenNothingIsDone() {
        put("1", "new");
        deliver("1", "new");
        put("1", "refunded");
        deliver("1", "refunded");
        int requests = vendor.journal().all().size();
        int fired = vendor.timesFired(STATUS.value());
        time.advance(Duration.ofHours(3));

        int answer = deliver("1", "new");

        assertThat(answer).isEqualTo(200);
        assertThat(inbox.pending()).isEmpty();
        assertThat(status("1")).isEqualTo("refunded");
        assertThat(vendor.journal().all()).hasSize(requests);
        assertThat(vendor.timesFired(STATUS.value())).isEqualTo(fired);
    }
}
