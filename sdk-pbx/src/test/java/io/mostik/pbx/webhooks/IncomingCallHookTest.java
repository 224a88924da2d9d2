package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.IncomingCall;
import io.mostik.pbx.PhoneNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingCallHookTest {

    private static final String KEY = "canary-key-5d1e";
    private static final String PARTIES = "caller=36301112233&called=3615550100";

    private final List<IncomingCall> calls = new ArrayList<>();
    private final WebhookEndpoint hook = hook(PbxAuthentication.key(Secret.of(KEY), "secret"));

    @Test
    void givenNoProof_whenBuilding_thenNamesTheSetting() {
        assertThatThrownBy(() -> PbxWebhooks.builder().build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret");
    }

    @Test
    void givenCallByGet_whenReceiving_thenReadsIt() {
        WebhookReply reply = hook.handle(
                Requests.get(PARTIES + "&extension=101&call_id=c-1&time=2026-03-02%2010:15:00&line=7&apikey=" + KEY));

        IncomingCall call = calls.get(0);
        assertThat(reply).isEqualTo(WebhookReply.ok());
        assertThat(call.caller().e164()).contains("+36301112233");
        assertThat(call.called()).isEqualTo(PhoneNumber.of("+3615550100"));
        assertThat(call.extension()).contains("101");
        assertThat(call.callId()).contains("c-1");
        assertThat(call.time()).contains(Instant.parse("2026-03-02T09:15:00Z"));
        assertThat(call.raw().get("line").text()).contains("7");
        assertThat(call.raw().names()).doesNotContain("apikey");
        assertThat(call.toString()).doesNotContain("36301112233", KEY, "line");
    }

    @ParameterizedTest
    @CsvSource({
        "callerid, did",
        "caller_number, called_number",
        "from, to",
        "src, dst",
        "Source, Destination",
        "cid, callee",
        "hivo, hivott",
        "HivoSzam, hivott-szam"
    })
    void givenOtherNames_whenReceiving_thenFindsThem(String caller, String called) {
        hook.handle(Requests.get(caller + "=36301112233&" + called + "=3615550100&key=" + KEY));

        assertThat(calls).extracting(call -> call.called().original()).containsExactly("3615550100");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "Rejtett"})
    void givenWithheldCaller_whenReceiving_thenSaysSo(String caller) {
        hook.handle(Requests.get("caller=" + caller + "&called=3615550100&api_key=" + KEY));

        assertThat(calls).extracting(call -> call.caller().isWithheld()).containsExactly(true);
    }

    @Test
    void givenWindows1250_whenReceiving_thenReadsTheLetters() {
        hook.handle(Requests.post(
                "",
                Requests.FORM + "; charset=windows-1250",
                PARTIES + "&nev=%F5r&key=" + KEY,
                StandardCharsets.US_ASCII));
        hook.handle(Requests.form("", PARTIES + "&nev=%F5r&key=" + KEY));
        hook.handle(Requests.form("", PARTIES + "&nev=%C5%91r&key=" + KEY));

        assertThat(calls)
                .extracting(call -> call.raw().get("nev").text().orElseThrow())
                .containsExactly("őr", "őr", "őr");
    }

    @Test
    void givenKeyInEachPlace_whenReceiving_thenAcceptsIt() {
        List<WebhookRequest> requests = List.of(
                Requests.get(PARTIES + "&api_key=" + KEY),
                Requests.get(PARTIES + "&secret=" + KEY),
                Requests.with("X-API-Key", KEY),
                Requests.with("x-api-key", KEY),
                Requests.with("Authorization", "Bearer " + KEY),
                Requests.with("Authorization", "ApiKey " + KEY),
                Requests.form("", PARTIES + "&apikey=" + KEY),
                Requests.json("", "{\"caller\":\"1\",\"called\":\"2\",\"ApiKey\":\"" + KEY + "\"}"),
                Requests.form("", "data={\"caller\":\"1\",\"called\":\"2\"}&apikey=" + KEY));

        assertThat(requests).extracting(hook::handle).containsOnly(WebhookReply.ok());
        assertThat(calls).hasSize(requests.size());
    }

    @Test
    void givenWrongKey_whenReceiving_thenRefusesWithoutSayingWhy() {
        String other = KEY.substring(0, KEY.length() - 1) + "f";
        List<WebhookRequest> requests = List.of(
                Requests.get(PARTIES),
                Requests.get(PARTIES + "&apikey=" + other),
                Requests.get(PARTIES + "&apikey=" + KEY + "&apikey=" + KEY),
                Requests.get(PARTIES + "&password=" + KEY),
                Requests.with("Authorization", "Basic " + KEY),
                Requests.json("", "{\"call\":{\"apikey\":\"" + KEY + "\"}}"),
                Requests.json("", "{broken"));

        assertThat(requests)
                .extracting(hook::handle)
                .extracting(WebhookReply::status)
                .containsOnly(401);
        assertThat(hook.handle(requests.get(1)).body()).doesNotContain(KEY);
        assertThat(calls).isEmpty();
    }

    @Test
    void givenBasic_whenReceiving_thenTakesItFromHeaderOrUrl() {
        WebhookEndpoint basic = PbxWebhooks.builder()
                .basic("pbx", Secret.of("pass:wörd"))
                .build()
                .incomingCalls()
                .endpoint(calls::add);
        String pair = Base64.getEncoder().encodeToString("pbx:pass:wörd".getBytes(StandardCharsets.UTF_8));

        assertThat(basic.handle(Requests.with("Authorization", "Basic " + pair)).status())
                .isEqualTo(200);
        assertThat(basic.handle(Requests.get(PARTIES + "&username=pbx&password=pass:w%C3%B6rd"))
                        .status())
                .isEqualTo(200);
        assertThat(basic.handle(Requests.get(PARTIES + "&username=pbx&password=pass:word"))
                        .status())
                .isEqualTo(401);
        assertThat(basic.handle(Requests.get(PARTIES + "&username=other&password=pass:w%C3%B6rd"))
                        .status())
                .isEqualTo(401);
        assertThat(basic.handle(Requests.get("caller=1")).headers().get("WWW-Authenticate"))
                .startsWith("Basic");
        assertThat(calls.get(1).raw().names()).containsExactly("caller", "called");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_name", "User-Name", "USERNAME", "username"})
    void givenBasicUnderOtherNames_whenReceiving_thenKeepsNeither(String userName) {
        WebhookEndpoint basic = PbxWebhooks.builder()
                .basic("pbx", Secret.of("pass-77"))
                .build()
                .incomingCalls()
                .endpoint(calls::add);

        basic.handle(Requests.get(PARTIES + "&" + userName + "=pbx&pass_word=pass-77"));
        basic.handle(Requests.form("", PARTIES + "&" + userName + "=pbx&pass-word=pass-77"));
        basic.handle(Requests.json(
                userName + "=pbx&password=pass-77",
                "{\"caller\":\"1\",\"called\":\"2\",\"auth\":{\"" + userName + "\":\"pbx\",\"pass\":\"pass-77\"},"
                        + "\"keys\":[\"pass-77\",{\"k\":\"pass-77\"}],\"queue\":\"pbx\"}"));

        assertThat(calls)
                .hasSize(3)
                .allSatisfy(call -> assertThat(String.valueOf(call.raw().value()))
                        .doesNotContainIgnoringCase(userName)
                        .doesNotContain("pass-77"));
        assertThat(calls.get(2).raw().get("queue").text()).contains("pbx");
    }

    @Test
    void givenUnreadableCall_whenReceiving_thenAnswers400() {
        assertThat(List.of(
                        Requests.get("called=3615550100&key=" + KEY),
                        Requests.get("key=" + KEY),
                        Requests.json("key=" + KEY, "17"),
                        Requests.json("key=" + KEY, "[]"),
                        Requests.json("key=" + KEY, "[1]"),
                        Requests.form("key=" + KEY, "data={\"caller\""),
                        Requests.post(
                                "key=" + KEY, "text/plain; charset=nonsense", "caller=1", StandardCharsets.UTF_8)))
                .extracting(request -> hook.handle(request).status())
                .containsOnly(400);
        assertThat(calls).isEmpty();
    }

    @Test
    void givenOtherVerb_whenReceiving_thenAnswers405() {
        assertThat(hook.handle(new WebhookRequest("PUT", PARTIES + "&key=" + KEY, Map.of(), new byte[0]))
                        .status())
                .isEqualTo(405);
    }

    @Test
    void givenTooLarge_whenReceiving_thenAnswers413() {
        assertThat(hook.handle(Requests.form("key=" + KEY, "a".repeat(1024 * 1024 + 1)))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void givenHandlerThatThrows_whenReceiving_thenAnswers500() {
        WebhookEndpoint failing = PbxWebhooks.builder()
                .authentication(WebhookAuthentication.none())
                .build()
                .incomingCalls()
                .endpoint(call -> {
                    throw new IllegalStateException(
                            "no card for " + call.caller().original());
                });

        WebhookReply reply = failing.handle(Requests.get(PARTIES));

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body()).doesNotContain("36301112233");
    }

    private WebhookEndpoint hook(WebhookAuthentication proof) {
        return PbxWebhooks.builder()
                .authentication(proof)
                .build()
                .incomingCalls()
                .endpoint(calls::add);
    }
}
