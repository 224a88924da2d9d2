package io.mostik.bridge.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bankcards.tbank.webhooks.TBankWebhooks;
import io.mostik.bridge.store.StoredJson;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.core.test.MortalStore.Point;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookListener.Result;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.vcclive.links.AudienceWebhooks;
import io.mostik.pbx.vcclive.webhooks.VccWebhooks;
import io.mostik.pbx.vipex.Vipex;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import io.mostik.salesautopilot.external.ExternalActions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HookRoutesTest {

    private static final Secret SECRET = Secret.of("hook-secret-0123456789");

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final List<BridgeEvent> told = new ArrayList<>();
    private final List<String> woken = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer server;
    private Hooks hooks;
    private boolean isFailing;

    @BeforeEach
    void open() throws IOException {
        open(store);
    }

    private void open(StateStore over) throws IOException {
        hooks = Hooks.open(
                routes(),
                Once.over(over, time),
                time,
                new Hooks.Receivers(this::take, (triggers, connection) -> woken.add(connection + triggers)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hooks.endpoints()
                .forEach((address, endpoint) -> server.createContext("/" + address, WebhookHttpHandler.of(endpoint)));
        server.start();
    }

    private static HookRoutes routes() {
        return HookRoutes.none()
                .vcc("callcentre", VccWebhooks.builder().secret("key", SECRET).build())
                .vipex("pbx", Vipex.webhooks().secret(SECRET).build())
                .remonline(
                        "workshop", RemOnlineWebhooks.builder().secret(SECRET).build())
                .salesautopilot(
                        "letters", ExternalActions.builder().basic("u", SECRET).build())
                .tbank("bank", TBankWebhooks.builder().bearer(SECRET).build())
                .mailchimp(
                        "newsletter",
                        AudienceWebhooks.builder().secret("key", SECRET).build());
    }

    private void take(BridgeEvent event) {
        if (isFailing) {
            throw new IllegalStateException("not now");
        }
        told.add(event);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        hooks.close();
    }

    @Test
    void anAudienceLooksWhetherTheAddressIsThere() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(uri("newsletter/subscriber")).build());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(hooks.run()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void whatAnAudienceTellsIsNestedAndComesOnce() throws Exception {
        String body =
                "type=upemail&fired_at=2026-11-29+10:00:00&data[new_email]=a%40example.hu&data[old_email]=b%40example.hu"
                        + "&data[merges][FNAME]=N%C3%B3ra&data[merges][GROUPS][]=x&data[merges][GROUPS][]=y";

        int first = form("newsletter/subscriber?key=hook-secret-0123456789", body);
        int again = form("newsletter/subscriber?key=hook-secret-0123456789", body);
        int stranger = form("newsletter/subscriber?key=guess", body);
        hooks.run();

        assertThat(List.of(first, again, stranger)).containsExactly(200, 200, 401);
        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.trigger()).isEqualTo("mailchimp.subscriber");
            assertThat(event.connection()).isEqualTo("newsletter");
            assertThat(event.at()).hasToString("2026-11-29T10:00:00Z");
            assertThat(event.data().get("type").text()).contains("upemail");
            assertThat(event.data().get("email").text()).contains("a@example.hu");
            assertThat(event.data().at("merges", "FNAME").text()).contains("Nóra");
        });
        assertThat(hooks.monitors().get("newsletter/subscriber").count(Result.REFUSED))
                .isEqualTo(1);
    }

    @Test
    void whatIsProvenAndUnreadableIsKeptAndAnswered() throws Exception {
        int status = form("callcentre/disposition?key=hook-secret-0123456789", "no json at all");
        int noType = form("newsletter/subscriber?key=hook-secret-0123456789", "data[email]=a");
        hooks.run();

        assertThat(List.of(status, noType)).containsExactly(200, 200);
        assertThat(told).isEmpty();
        assertThat(hooks.deadLetters()).hasSize(2);
        assertThat(hooks.monitors().get("callcentre/disposition").count(Result.KEPT_UNREADABLE))
                .isEqualTo(1);
    }

    @Test
    void anEventWhoseLinkFailsComesAgainUnderTheSameId() throws Exception {
        isFailing = true;
        json("callcentre/sms?key=hook-secret-0123456789", "{\"text\":\"no id and no time\"}");
        hooks.run();
        isFailing = false;
        time.advance(Duration.ofMinutes(2));
        hooks.run();
        json("callcentre/sms?key=hook-secret-0123456789", "{\"text\":\"no id and no time\"}");
        hooks.run();

        assertThat(told).hasSize(2).extracting(BridgeEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void oneCaptureOfRemOnlineIsOneEventHoweverItsBodyIsChanged() throws Exception {
        String signed =
                "{\"id\":\"e-1\",\"event_name\":\"Order.Created\",\"context\":{\"object_id\":7,\"object_type\":\"order\"}}";
        String signature = signature(signed);
        for (int i = 0; i < 100; i++) {
            assertThat(remonline(signed.replace("7", Integer.toString(i)), signature, "e-1"))
                    .isEqualTo(200);
        }
        int otherId = remonline(signed.replace("e-1", "e-2"), signature, "e-1");
        int otherHeader = remonline(signed, signature, "e-2");
        hooks.run();

        assertThat(told).hasSize(1);
        assertThat(List.of(otherId, otherHeader)).containsExactly(401, 401);
        assertThat(woken).containsExactly("workshop[ro.order.changed, ro.person.changed]");
    }

    @Test
    void aCallEndsOnceHoweverOftenThatIsPushed() throws Exception {
        String call =
                "{\"call_id\":\"c-1\",\"direction\":\"inbound\",\"caller\":\"+36301112233\",\"status\":\"missed\","
                        + "\"start\":\"2026-11-29T10:00:00Z\",\"end\":\"2026-11-29T10:00:20Z\"}";
        json(
                "pbx/calls?key=hook-secret-0123456789",
                call.replace(",\"end\":\"2026-11-29T10:00:20Z\"", "").replace("missed", "ringing"));
        json("pbx/calls?key=hook-secret-0123456789", call);
        json("pbx/calls?key=hook-secret-0123456789", call.replace("}", ",\"more\":1}"));
        hooks.run();

        assertThat(told).extracting(BridgeEvent::id).containsOnly("call/c-1");
        assertThat(told.get(0).data().get("missed").text()).contains("true");
        assertThat(told.get(0).data().get("caller_kind").text()).contains("public");
    }

    @Test
    void anInboxThatCannotStoreAsksToComeAgain() throws Exception {
        server.stop(0);
        MortalStore down = MortalStore.over(store);
        for (int trip = 1; trip < 20; trip++) {
            down.at(Point.before(trip), () -> {
                throw new StateStoreException("down");
            });
        }
        hooks.close();
        open(down);

        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri("callcentre/sms?key=hook-secret-0123456789"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("10");
    }

    @Test
    void aUserEventNeverCarriesAPassword() throws Exception {
        json(
                "callcentre/user?key=hook-secret-0123456789",
                "{\"new\":{\"userid\":5,\"username\":\"anna\",\"password\":\"secret-word\"},\"old\":null,\"timestamp\":\"2026-11-29T10:00:00+01:00\"}");
        hooks.run();

        assertThat(told).singleElement().satisfies(event -> {
            assertThat(event.trigger()).isEqualTo("vcc.user.created");
            assertThat(StoredJson.write(event.data())).contains("anna").doesNotContain("secret-word");
        });
    }

    private static String signature(String body) {
        return RemOnlineWebhooks.sign(
                        SECRET, new WebhookRequest("POST", "", Map.of(), body.getBytes(StandardCharsets.UTF_8)))
                .header("X-Signature")
                .orElseThrow();
    }

    private int remonline(String body, String signature, String id) throws Exception {
        return send(HttpRequest.newBuilder(uri("workshop/events"))
                        .header("X-Signature", signature)
                        .header("X-Webhook-Id", id)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    private int form(String address, String body) throws Exception {
        return post(address, "application/x-www-form-urlencoded", body);
    }

    private int json(String address, String body) throws Exception {
        return post(address, "application/json", body);
    }

    private int post(String address, String type, String body) throws Exception {
        return send(HttpRequest.newBuilder(uri(address))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String address) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + address);
    }
}
