package io.mostik.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.EnvironmentVariables;
import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.CallRecord;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.RecordingRef;
import io.mostik.pbx.webhooks.PbxWebhooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One push and more of each vendor, as its documents show it, through the file for the vendor. */
class PresetsTest {

    static final String SECRET = "pbx-secret-42";

    private final List<CallRecord> calls = new ArrayList<>();

    static List<String> presets() {
        return PbxConfig.presets();
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(PresetsTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every secret of a file is the same, but for Mango's key and Twilio's account, which its golden signatures hold. */
    static EnvironmentVariables environment(PbxConfig config) {
        return EnvironmentVariables.of(config.variables().values().stream()
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> switch (name) {
                    case "MANGO_KEY" -> "mango-key-1";
                    case "MOSTIK_PBX_URL", "MCN_URL" -> "https://pbx.example";
                    default -> SECRET;
                })));
    }

    private static PbxConfig config(String name) {
        return PbxConfig.presets().contains(name)
                ? PbxConfig.preset(name)
                : PbxConfig.fromJson(resource(name + ".json"));
    }

    private WebhookReply receive(String file, String event, WebhookRequest request) {
        PbxConfig config = config(file);
        PbxWebhooks webhooks = config.webhooks(environment(config)).build();
        WebhookEndpoint hook = (event.isEmpty() ? webhooks.callData() : webhooks.callData(event))
                .endpoint(data -> calls.addAll(data.calls()));
        return hook.handle(request);
    }

    private static WebhookRequest sample(String name) {
        WebhookRequest request = PbxCheck.request(resource(name + ".http"));
        String sender = name.startsWith("binotel") ? "194.88.218.7" : "217.116.118.254";
        return request.remoteAddress(sender);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "vipex, vipex-data, , 20260302-101500-000417, ENDED, INBOUND, ANSWERED, +36301112233, +3615550100, 101",
                "zadarma, zadarma-end, , in_0a1b2c, ENDED, INBOUND, ANSWERED, +36301112233, +3615550100, 101",
                "zadarma, zadarma-out, , out_0a1b2c, STARTED, OUTBOUND, UNKNOWN, -, +36301112233, 101",
                "zadarma, zadarma-record, , in_0a1b2c, STARTED, UNKNOWN, UNKNOWN, -, -, -",
                "binotel, binotel-completed, , 7000001, ENDED, INBOUND, ANSWERED, +380441234567, +380441230000, 901",
                "mango, mango-call, call, E7, ANSWERED, INBOUND, UNKNOWN, +74955550100, +74955550199, 101",
                "mango, mango-summary, summary, E7, ENDED, INBOUND, ANSWERED, +74955550100, +74955550199, 101",
                "uis, uis-end, , 7000007, ENDED, INBOUND, ANSWERED, +74955550100, 101, -",
                "uis, uis-quoted, , 7000007, ANSWERED, INBOUND, UNKNOWN, +74955550100, -, -",
                "ringostat, ringostat-after, , ua1-1772442900.7, ENDED, INBOUND, ANSWERED, +380441234567, +380441230000, -",
                "mobilon, mobilon-ring, , -, STARTED, INBOUND, UNKNOWN, +74955550100, -, -",
                "mcn, mcn-end, , mcn-77, ENDED, INBOUND, ANSWERED, +36301112233, +3615550100, 101",
                "mcn, mcn-close, , mcn-77, STARTED, INBOUND, UNKNOWN, +36301112233, +3615550100, -",
                "placetel, placetel-hungup, , 2a97516c354b68848cdbd8f54a226a0a55b21ed138e207ad6c5cbb9c00aa5aea, ENDED, INBOUND,"
                        + " ANSWERED, +493023125001, +493023125002, -",
                "sipgate, sipgate-newcall, , sg-7, STARTED, INBOUND, UNKNOWN, +493023125001, +493023125002, -",
                "sipgate, sipgate-hangup, , sg-7, ENDED, INBOUND, ANSWERED, +493023125001, +493023125002, -",
                "aircall, aircall-created, , 7000007, STARTED, INBOUND, UNKNOWN, withheld, +3615550100, -",
                "aircall, aircall-ended, , 7000007, ENDED, INBOUND, ANSWERED, +442079460018, +3615550100, -",
                "asterisk-cdr, asterisk-cdr-row, , 1772442900.71, ENDED, INBOUND, ANSWERED, +36301112233, 600, 101",
                "kazoo, kazoo-destroy, , leg-a7, ENDED, INBOUND, ANSWERED, +36301112233, +3615550100, -",
                "twilio, twilio-completed, , CA00000000000000000000000000000007, ENDED, INBOUND, ANSWERED, +36301112233,"
                        + " +3615550100, -",
                "3cx, 3cx-incoming, , 260302101500_9, ENDED, INBOUND, ANSWERED, +420601234567, +420225550100, 102",
                "camara, camara-disconnected, , call-7, ENDED, UNKNOWN, UNKNOWN, +3615550100, +36301112233, -",
                "telavox, telavox-hangup, , tv-7, ENDED, INBOUND, UNKNOWN, +36301112233, +3615550100, -",
                "vuxa, vuxa-hangup, , vx-7, ENDED, INBOUND, UNKNOWN, +36301112233, -, -",
            })
    void givenPushOfVendor_whenReceiving_thenIsRead(
            String file,
            String sample,
            String event,
            String id,
            String phase,
            String direction,
            String outcome,
            String caller,
            String called,
            String extension) {
        WebhookReply reply = receive(file, event == null ? "" : event, sample(sample));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(calls).hasSize(1);
        CallRecord call = calls.get(0);
        assertThat(call.callId()).isEqualTo(Optional.ofNullable(id));
        assertThat(call.phase()).hasToString(phase);
        assertThat(call.direction()).hasToString(direction);
        assertThat(call.outcome()).hasToString(outcome);
        assertThat(call.caller().map(PresetsTest::told)).isEqualTo(Optional.ofNullable(caller));
        assertThat(call.called().map(PresetsTest::told)).isEqualTo(Optional.ofNullable(called));
        assertThat(call.extension()).isEqualTo(Optional.ofNullable(extension));
        assertThat(call.unreadable()).isEmpty();
        assertThat(String.valueOf(call.raw().value())).doesNotContain(SECRET);
    }

    private static String told(PhoneNumber number) {
        return number.e164().orElseGet(number::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "zadarma, zadarma-end, duration=173, duration=174",
        "zadarma, zadarma-end, caller_id=36301112233, caller_id=36301112244",
        "zadarma, zadarma-record, NOTIFY_RECORD, NOTIFY_OTHER",
        "mango, mango-summary, vpbx_api_key, json=%7B%7D&vpbx_api_key",
        "placetel, placetel-hungup, duration=173, duration=174",
        "uis, uis-end, pbx-secret-42, pbx-secret-43",
        "mcn, mcn-end, pbx-secret-42, pbx-secret-43",
        "aircall, aircall-ended, pbx-secret-42, pbx-secret-43",
        "ringostat, ringostat-after, pbx-secret-42, pbx-secret-43",
        "twilio, twilio-completed, CallDuration=173, CallDuration=174",
        "camara, camara-disconnected, pbx-secret-42, pbx-secret-43",
    })
    void givenForgedPush_whenReceiving_thenIsRefused(String file, String sample, String from, String to) {
        WebhookRequest forged = PbxCheck.request(resource(sample + ".http").replace(from, to));
        boolean isUnsigned = to.equals("duration=174") && file.equals("zadarma");

        WebhookReply reply = receive(file, "", forged);

        assertThat(reply.status()).isEqualTo(isUnsigned ? 200 : 401);
    }

    @Test
    void givenStranger_whenPushing_thenIsRefused() {
        WebhookRequest push = sample("binotel-completed").remoteAddress("203.0.113.9");

        assertThat(receive("binotel", "", push).status()).isEqualTo(401);
        assertThat(calls).isEmpty();
    }

    @Test
    void givenPushesWithMore_whenReceiving_thenTimesAndRecordingsAreRead() {
        receive("mango", "summary", sample("mango-summary"));
        receive("kazoo", "", sample("kazoo-destroy"));
        receive("3cx", "", sample("3cx-incoming"));
        receive("binotel", "", sample("binotel-completed"));
        receive("ringostat", "", sample("ringostat-after"));

        assertThat(calls.get(0).answeredAt()).contains(Instant.ofEpochSecond(1_772_442_912));
        assertThat(calls.get(1).endedAt()).contains(Instant.parse("2026-03-02T09:18:05Z"));
        assertThat(calls.get(2).duration()).contains(Duration.ofSeconds(173));
        assertThat(calls.get(2).legId()).contains("260302101500_9-1");
        assertThat(calls.get(2).recording().flatMap(RecordingRef::url))
                .hasValueSatisfying(url -> assertThat(url).endsWith("9-1-1.mp3"));
        assertThat(calls.get(3).legs()).hasSize(1);
        assertThat(calls.get(3).raw().names()).doesNotContain("attemptsCounter");
        assertThat(calls.get(4).recording().flatMap(RecordingRef::url)).contains("https://rec.example/7.mp3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binotel | binotel-completed | application/json | {\"status\":\"success\"}",
                "sipgate | sipgate-newcall | application/xml | <Response onAnswer=\"https://crm.example/hooks/sipgate\""
                        + " onHangup=\"https://crm.example/hooks/sipgate\"/>",
                "vipex | vipex-data | text/plain | OK"
            })
    void givenVendorThatWantsAReply_whenPushing_thenGetsIt(String file, String sample, String type, String body) {
        WebhookReply reply = receive(file, "", sample(sample));

        assertThat(reply.contentType()).startsWith(type);
        assertThat(reply.body()).isEqualTo(body);
    }

    @Test
    void givenZadarmaThatChecksTheAddress_whenAsked_thenEchoes() {
        WebhookRequest check = new WebhookRequest("GET", "zd_echo=a1%3Cb2", Map.of(), new byte[0]);

        assertThat(receive("zadarma", "", check).body()).isEqualTo("a1<b2");
    }

    @Test
    void givenEventNobodyDescribed_whenPushing_thenIsTakenAndTellsNothing() {
        WebhookRequest push = PbxCheck.request(resource("mcn-end.http").replace("onInCallingEnd", "onSomethingNew"));

        assertThat(receive("mcn", "", push).status()).isEqualTo(200);
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void givenPreset_whenBuildingItsParts_thenNothingIsMissing(String name) {
        PbxConfig config = PbxConfig.preset(name);
        EnvironmentVariables env = environment(config);

        assertThat(config.webhooks(env).build()).isNotNull();
        config.clientProfile().ifPresent(profile -> assertThat(profile.region()).hasSize(2));
        assertThat(PbxConfig.presetText(name)).doesNotContain(SECRET);
        PbxWebhooks open = PbxWebhooks.builder()
                .profile(config.webhookProfile())
                .authentication(WebhookAuthentication.none())
                .build();
        assertThat(open.callData()).isNotNull();
    }
}
