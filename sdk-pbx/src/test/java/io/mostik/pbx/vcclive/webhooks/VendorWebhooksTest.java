package io.mostik.pbx.vcclive.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.Secret;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.AddressRanges;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.vcclive.VccLive;
import io.mostik.pbx.vcclive.users.NewUser;
import io.mostik.testing.vcclive.VccCall;
import io.mostik.testing.vcclive.VccHook;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The webhooks as the simulator sends them over HTTP, and the answers that it acts on. */
@Timeout(60)
class VendorWebhooksTest {

    private static final Secret SECRET = Secret.of("hook-secret-1");
    private static final long PROJECT = 134;

    final VccLiveSimulator vendor = VccLiveSimulator.startFrozen();
    final SdkRuntime runtime = SdkRuntime.create();
    final TimeoutPolicy closed = TimeoutPolicy.of(FallbackDecision.DENY, runtime.async());
    final VccWebhooks webhooks =
            VccWebhooks.builder().secret("secret-key", SECRET).build();
    HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
        runtime.close();
        vendor.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "GET"})
    void givenPayment_whenVendorTells_thenBeginningAndOutcomeCome(String method) {
        List<PaymentTransaction> events = new CopyOnWriteArrayList<>();
        server.createContext("/payment", WebhookHttpHandler.of(webhooks.paymentTransaction(), events::add));
        long record = vendor.addRecord(PROJECT, Map.of("name", "x", "phone1", "36301112233"));
        VccCall call = vendor.call(PROJECT, record, 17, 12, "");

        vendor.events().pay(hook("/payment").method(method), call, new BigDecimal("1450.50"), true);

        assertThat(events)
                .extracting(event -> event.payment().status().orElseThrow())
                .containsExactly(PaymentStatus.of("in_progress"), PaymentStatus.of("successful"));
        assertThat(events).extracting(PaymentTransaction::deliveryKey).doesNotHaveDuplicates();
        assertThat(events.get(1).payment().amount()).contains(new BigDecimal("1450.50"));
        assertThat(events.get(1).uuid()).contains(call.uuid());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenNewUser_whenVendorTells_thenPasswordIsEncrypted(boolean encrypted) {
        List<UserEvent> events = new CopyOnWriteArrayList<>();
        Secret key = Secret.of("hook key");
        VccWebhooks.Builder protection = VccWebhooks.builder().secret("secret-key", SECRET);
        VccWebhooks users = encrypted
                ? protection.encryption(WebhookCipher.of("aes-256-ctr", key)).build()
                : protection.build();
        server.createContext("/users", WebhookHttpHandler.of(users.userEvents(), events::add));
        vendor.events().onUser(encrypted ? hook("/users").encrypted("aes-256-ctr", key.reveal()) : hook("/users"));
        try (VccLive vcc = VccLive.builder()
                .customer(vendor.customer())
                .token(Secret.of(vendor.token()))
                .baseUri(vendor.uri().toString())
                .http(http -> http.time(new ManualTime()))
                .build()) {
            vcc.users()
                    .add(NewUser.builder()
                            .name("Kiss Pál")
                            .username("pal")
                            .password(Secret.of("long-enough-1"))
                            .isAgent(true)
                            .roleId(4)
                            .build());
        }

        vendor.events().renameUser(17, "Kovács-Nagy Nóra");

        assertThat(events).extracting(UserEvent::isCreated).containsExactly(true, false);
        assertThat(events.get(0).current().password().map(sent -> sent.reveal()))
                .isEqualTo(encrypted ? Optional.of("long-enough-1") : Optional.empty());
        assertThat(events.get(1).current().name()).contains("Kovács-Nagy Nóra");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "GET"})
    void givenAgentLogin_whenOneProjectIsRefused_thenIsNamed(String method) {
        answers(
                "/login",
                request ->
                        webhooks.projectLogin(closed).answer(request, login -> LoginDecision.refusing(List.of(207L))));

        List<Long> refused = vendor.events().logIn(hook("/login").method(method), 17, PROJECT, 201L, 207L);

        assertThat(refused).containsExactly(207L);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void givenFailingHandler_whenAgentLogsIn_thenChosenAnswerHolds(boolean open) {
        TimeoutPolicy rules = TimeoutPolicy.of(open ? FallbackDecision.ALLOW : FallbackDecision.DENY, runtime.async());
        answers(
                "/login",
                request -> webhooks.projectLogin(rules).answer(request, login -> {
                    throw new IllegalStateException("database is down");
                }));

        List<Long> refused = vendor.events().logIn(hook("/login"), 17, PROJECT, 201L);

        assertThat(refused).isEqualTo(open ? List.of() : List.of(PROJECT, 201L));
    }

    @Test
    void givenStepOfIvr_whenAnswered_thenVendorReadsVariablesByType() {
        Map<String, String> question = Map.of("source", "36301112233", "destination", "3615550100");
        IvrResponse otherwise = IvrResponse.text("operator");
        answers(
                "/json",
                request ->
                        webhooks.ivr(closed, otherwise).answer(request, asked -> IvrResponse.json(Map.of("vip", "1"))));
        answers(
                "/ini",
                request -> webhooks.ivr(closed, otherwise)
                        .answer(
                                request,
                                asked -> IvrResponse.ini(
                                        Map.of("caller", asked.source().orElse("?")))));
        answers("/text", request -> webhooks.ivr(closed, otherwise).answer(request, asked -> otherwise));

        assertThat(vendor.events().ivr(hook("/json"), question)).containsEntry("vip", "1");
        assertThat(vendor.events().ivr(hook("/ini").method("GET"), question)).containsEntry("caller", "36301112233");
        assertThat(vendor.events().ivr(hook("/text").method("PUT"), question)).containsEntry("text", "operator");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, true", "192.0.2.0/24, false"})
    void givenAllowedAddresses_whenTheVendorTells_thenOnlyThoseCount(String range, boolean taken) {
        VccWebhooks guarded = VccWebhooks.builder()
                .secret("secret-key", SECRET)
                .onlyFrom(AddressRanges.of(range))
                .build();
        server.createContext("/sms", WebhookHttpHandler.of(guarded.sms(), event -> {}));
        answers("/login", request -> guarded.projectLogin(closed).answer(request, login -> LoginDecision.allow()));

        assertThat(vendor.events().send(hook("/sms"), Map.of("text", "hello")).accepted())
                .isEqualTo(taken);
        assertThat(vendor.events().logIn(hook("/login"), 17, PROJECT).isEmpty()).isEqualTo(taken);
    }

    @Test
    void givenUnpublishedShape_whenVendorTells_thenEventIsRaw() {
        List<String> texts = new CopyOnWriteArrayList<>();
        server.createContext(
                "/sms",
                WebhookHttpHandler.of(
                        webhooks.sms(),
                        event -> texts.add(event.get("text").text().orElse(""))));

        vendor.events().send(hook("/sms"), Map.of("text", "hello"));

        assertThat(texts).containsExactly("hello");
    }

    private VccHook hook(String path) {
        return VccHook.post("http://127.0.0.1:" + server.getAddress().getPort() + path)
                .secretKey(SECRET.reveal());
    }

    private void answers(String path, WebhookEndpoint hook) {
        server.createContext(path, WebhookHttpHandler.of(hook));
    }
}
