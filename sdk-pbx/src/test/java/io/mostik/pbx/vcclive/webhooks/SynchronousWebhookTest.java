package io.mostik.pbx.vcclive.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Async;
import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynchronousWebhookTest {

    private static final String LOGIN = "{\"userId\":17,\"username\":\"nora_op\",\"groupId\":4,\"projectId\":134,"
            + "\"secondaryProjectIds\":[201,207],\"customData\":[]}";
    private static final String ALL = "{\"134\":true,\"201\":true,\"207\":true}";
    private static final String NONE = "{\"134\":false,\"201\":false,\"207\":false}";

    private final Async async = Async.create();
    private final VccWebhooks webhooks = VccWebhooks.builder()
            .secret("secret-key", Secret.of(VccRequests.SECRET))
            .build();

    @AfterEach
    void end() {
        async.close();
    }

    @Test
    void givenRefusedProject_whenAnswering_thenNamesEveryProject() {
        WebhookReply reply = login(FallbackDecision.ALLOW, login -> LoginDecision.refusing(List.of(207L, 999L)));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith("application/json");
        assertThat(reply.body()).isEqualTo("{\"134\":true,\"201\":true,\"207\":false}");
    }

    @Test
    void givenDecisions_whenAnswering_thenSaysThem() {
        assertThat(login(FallbackDecision.DENY, login -> LoginDecision.allow()).body())
                .isEqualTo(ALL);
        assertThat(login(FallbackDecision.ALLOW, login -> LoginDecision.deny()).body())
                .isEqualTo(NONE);
    }

    @Test
    void givenHandlerThatFails_whenAnswering_thenSaysWhatWasChosen() {
        Function<ProjectLogin, LoginDecision> broken = login -> {
            throw new IllegalStateException("database is down");
        };

        assertThat(login(FallbackDecision.ALLOW, broken).body()).isEqualTo(ALL);
        assertThat(login(FallbackDecision.DENY, broken).body()).isEqualTo(NONE);
        assertThat(login(FallbackDecision.DENY, login -> null).body()).isEqualTo(NONE);
    }

    @Test
    void givenTalkativeFailure_whenAnswering_thenIsLoggedByItsClass() {
        List<String> logged = Collections.synchronizedList(new ArrayList<>());
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger("io.mostik.webhook");
        log.addHandler(listening);

        try {
            login(FallbackDecision.DENY, login -> {
                throw new Talkative();
            });
        } finally {
            log.removeHandler(listening);
        }

        assertThat(logged).anyMatch(line -> line.contains("DENY") && line.contains(Talkative.class.getName()));
        assertThat(logged).noneMatch(line -> line.contains("36301112233"));
    }

    @Test
    void givenSlowHandler_whenAnswering_thenSaysWhatWasChosen() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        SynchronousWebhook<ProjectLogin, LoginDecision> webhook = webhooks.projectLogin(
                TimeoutPolicy.of(FallbackDecision.DENY, async).within(Duration.ofMillis(50)));

        WebhookReply reply = webhook.answer(VccRequests.post(LOGIN), login -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return LoginDecision.allow();
        });

        assertThat(reply.body()).isEqualTo(NONE);
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenBadRequest_whenAnswering_thenHandlerIsNotAsked() {
        SynchronousWebhook<ProjectLogin, LoginDecision> webhook =
                webhooks.projectLogin(TimeoutPolicy.of(FallbackDecision.ALLOW, async));
        Function<ProjectLogin, LoginDecision> never = login -> {
            throw new AssertionError("asked");
        };

        assertThat(webhook.answer(VccRequests.post("secret-key=x", LOGIN), never)
                        .status())
                .isEqualTo(401);
        assertThat(webhook.answer(VccRequests.post("{\"userId\":17}"), never).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secondaryProjectIds=201,207",
                "secondaryProjectIds=201&secondaryProjectIds=207",
                "secondaryProjectIds[]=201&secondaryProjectIds[]=207",
                "secondaryProjectIds%5B0%5D=201&secondaryProjectIds%5B1%5D=207",
                "secondaryProjectIds=201%2C207"
            })
    void givenListInQuery_whenAnswering_thenReadsAnySpelling(String list) {
        SynchronousWebhook<ProjectLogin, LoginDecision> webhook =
                webhooks.projectLogin(TimeoutPolicy.of(FallbackDecision.DENY, async));

        WebhookReply reply =
                webhook.answer(VccRequests.get("userId=17&projectId=134&" + list), login -> LoginDecision.allow());

        assertThat(reply.body()).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void givenFormOrJson_whenAnsweringIvr_thenReadsVariables(String method) {
        IvrRequest form = ask(method, "x=1", "application/x-www-form-urlencoded", "source=36301112233&pin=12%2034");
        IvrRequest json = ask(method, "", "application/json", "{\"source\":\"36301112233\",\"projectid\":134}");

        assertThat(form.source()).contains("36301112233");
        assertThat(form.variable("pin")).contains("12 34");
        assertThat(form.variable("x")).contains("1");
        assertThat(form.variables()).doesNotContainKey("secret-key");
        assertThat(json.source()).contains("36301112233");
        assertThat(json.projectId()).hasValue(134);
        assertThat(json.toString()).doesNotContain("36301112233");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void givenQueryOnly_whenAnsweringIvr_thenReadsVariables(String method) {
        IvrRequest asked =
                ask(method, "customer=mycc&projectid=x&destination=3615550100&uuid=u-1&vccsys_shortid=s", "", "");

        assertThat(asked.customer()).contains("mycc");
        assertThat(asked.projectId()).isEmpty();
        assertThat(asked.destination()).contains("3615550100");
        assertThat(asked.uuid()).contains("u-1");
        assertThat(asked.shortId()).contains("s");
    }

    @Test
    void givenAnswers_whenAnsweringIvr_thenTheirTypeSaysHowToReadThem() {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("name", "Nóra");
        variables.put("balance", 12);

        assertReply(IvrResponse.json(variables), "application/json", "{\"name\":\"Nóra\",\"balance\":12}");
        assertReply(IvrResponse.ini(Map.of("name", "Nóra")), "text/x-ini", "name=Nóra");
        assertReply(IvrResponse.text("Nóra"), "text/plain", "Nóra");
    }

    @Test
    void givenIvrHandlerThatFails_whenAnswering_thenSaysWhatWasChosen() {
        Function<IvrRequest, IvrResponse> broken = asked -> {
            throw new IllegalStateException();
        };
        WebhookRequest request = VccRequests.get("source=1");

        WebhookReply allowed = webhooks.ivr(TimeoutPolicy.of(FallbackDecision.ALLOW, async), IvrResponse.text("0"))
                .answer(request, broken);
        WebhookReply denied = webhooks.ivr(TimeoutPolicy.of(FallbackDecision.DENY, async), IvrResponse.text("0"))
                .answer(request, broken);

        assertThat(allowed.status()).isEqualTo(200);
        assertThat(allowed.body()).isEqualTo("0");
        assertThat(denied.status()).isEqualTo(500);
    }

    @Test
    void givenEncryptedQuestion_whenAnsweringIvr_thenDecryptsIt() {
        WebhookRequest request = VccRequests.post(
                "secret-key=" + VccRequests.SECRET + "&iv=" + WebhookCipherTest.IV, WebhookCipherTest.CTR);

        assertThat(ask(encrypted("sdk-pbx test key"), request).variable("direction"))
                .contains("out");
        assertThat(encrypted("another key")
                        .ivr(TimeoutPolicy.of(FallbackDecision.ALLOW, async), IvrResponse.text(""))
                        .answer(request, asked -> IvrResponse.text("x"))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void givenAnswersThatVendorCannotRead_whenMakingThem_thenRefuses() {
        assertThatThrownBy(() -> IvrResponse.json(Map.of("a", List.of(1)))).hasMessageContaining("variable a");
        assertThatThrownBy(() -> IvrResponse.ini(Map.of("a", "b\nc=d"))).hasMessageContaining("one line");
        assertThatThrownBy(() -> IvrResponse.text("x".repeat(4_096))).hasMessageContaining("4096");
        assertThatThrownBy(() -> TimeoutPolicy.of(FallbackDecision.DENY, async).within(Duration.ZERO))
                .hasMessageContaining("within");
    }

    private WebhookReply login(FallbackDecision onFailure, Function<ProjectLogin, LoginDecision> handler) {
        return webhooks.projectLogin(TimeoutPolicy.of(onFailure, async)).answer(VccRequests.post(LOGIN), handler);
    }

    private IvrRequest ask(String method, String query, String contentType, String body) {
        return ask(
                webhooks,
                new WebhookRequest(
                        method,
                        "secret-key=" + VccRequests.SECRET + "&" + query,
                        Map.of("Content-Type", List.of(contentType)),
                        body.getBytes(StandardCharsets.UTF_8)));
    }

    private IvrRequest ask(VccWebhooks receiver, WebhookRequest request) {
        IvrRequest[] asked = new IvrRequest[1];
        receiver.ivr(TimeoutPolicy.of(FallbackDecision.DENY, async), IvrResponse.text(""))
                .answer(request, question -> {
                    asked[0] = question;
                    return IvrResponse.text("");
                });
        return asked[0];
    }

    private void assertReply(IvrResponse response, String type, String body) {
        WebhookReply reply = webhooks.ivr(TimeoutPolicy.of(FallbackDecision.DENY, async), IvrResponse.text(""))
                .answer(VccRequests.get("source=1"), asked -> response);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).startsWith(type);
        assertThat(reply.body()).isEqualTo(body);
    }

    private static VccWebhooks encrypted(String key) {
        return VccWebhooks.builder()
                .secret("secret-key", Secret.of(VccRequests.SECRET))
                .encryption(WebhookCipher.of("aes-256-ctr", Secret.of(key)))
                .build();
    }

    /** A failure that tells a number wherever it is printed. */
    private static final class Talkative extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return "36301112233";
        }
    }
}
