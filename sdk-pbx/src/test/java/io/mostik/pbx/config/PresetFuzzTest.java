package io.mostik.pbx.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.webhook.WebhookAuthentication;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.pbx.webhooks.PbxWebhooks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pushes of vendors with mistakes in them. {@code -Dmostik.fuzz.pushes} says how many, {@code -Dmostik.fuzz.seed} which.
 */
@Tag("faults")
class PresetFuzzTest {

    private static final int PUSHES = Integer.getInteger("mostik.fuzz.pushes", 3_000);
    private static final long SEED = Long.getLong("mostik.fuzz.seed", 20_260_302L);
    private static final List<String> SAMPLES = List.of(
            "zadarma zadarma-end",
            "zadarma zadarma-record",
            "binotel binotel-completed",
            "mango mango-call",
            "uis uis-end",
            "ringostat ringostat-after",
            "mobilon mobilon-ring",
            "mcn mcn-end",
            "mcn mcn-close",
            "placetel placetel-hungup",
            "sipgate sipgate-newcall",
            "aircall aircall-ended",
            "asterisk-cdr asterisk-cdr-row",
            "kazoo kazoo-destroy",
            "twilio twilio-completed",
            "3cx 3cx-incoming",
            "camara camara-disconnected",
            "vuxa vuxa-hangup");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ",",
            "=",
            "&",
            "%",
            "[]",
            "[0]",
            "\u0000",
            "null",
            "-1",
            "1e99999",
            "{{x}}",
            "<",
            "<r>",
            "<!DOCTYPE r>",
            "+",
            "sip:",
            "@",
            ";ext=",
            "\u202E",
            "\uD83D",
            "ő",
            "99999999999999999999",
            "%F5",
            "true",
            "(",
            "NOTIFY_IVR");

    private static final Logger REFUSALS = Logger.getLogger("io.mostik.webhook");

    private final Random random = new Random(SEED);

    /** Each refusal is told; thousands of lines cost more than the test. */
    @BeforeAll
    static void silence() {
        REFUSALS.setLevel(Level.OFF);
    }

    @AfterAll
    static void speak() {
        REFUSALS.setLevel(null);
    }

    @Test
    void givenPushesWithMistakes_whenReceiving_thenEachIsAnswered() {
        Map<String, WebhookEndpoint> signed = new TreeMap<>();
        Map<String, WebhookEndpoint> open = new TreeMap<>();
        Map<String, WebhookRequest> requests = new TreeMap<>();
        Map<Integer, Integer> replies = new TreeMap<>();
        List<String> told = new ArrayList<>();
        for (String sample : SAMPLES) {
            String name = sample.split(" ", 2)[0];
            requests.put(sample, PbxCheck.request(PresetsTest.resource(sample.split(" ", 2)[1] + ".http")));
            PbxConfig config = PbxConfig.presets().contains(name)
                    ? PbxConfig.preset(name)
                    : PbxConfig.fromJson(PresetsTest.resource(name + ".json"));
            PbxWebhooks proven =
                    config.webhooks(PresetsTest.environment(config)).build();
            PbxWebhooks anybody = config.webhooks(PresetsTest.environment(config))
                    .authentication(WebhookAuthentication.none())
                    .build();
            signed.put(sample, proven.callData().endpoint(data -> told.add(String.valueOf(data.calls()))));
            open.put(sample, anybody.callData("call").endpoint(data -> told.add(String.valueOf(data.calls()))));
        }

        for (int i = 0; i < PUSHES; i++) {
            String sample = SAMPLES.get(random.nextInt(SAMPLES.size()));
            WebhookRequest request = mutated(requests.get(sample));
            WebhookEndpoint endpoint = (random.nextInt(3) == 0 ? signed : open).get(sample);
            WebhookReply reply = endpoint.handle(request);
            replies.merge(reply.status(), 1, Integer::sum);
            assertThat(reply.status())
                    .as("push %d of seed %d: %s", i, SEED, sample)
                    .isIn(200, 400, 401);
            assertThat(told).allSatisfy(call -> assertThat(call).doesNotContain("pbx-secret-42"));
            told.clear();
        }

        System.out.println("fuzzed pushes of vendors: " + PUSHES + ", seed " + SEED + ", replies " + replies);
        assertThat(replies).containsKeys(200, 400, 401);
    }

    private WebhookRequest mutated(WebhookRequest request) {
        StringBuilder body = new StringBuilder(new String(request.body(), StandardCharsets.UTF_8));
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(body.length() + 1);
            int to = Math.min(body.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> body.delete(at, to);
                case 1 -> body.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> body.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
                default -> body.insert(at, body.substring(at, to));
            }
        }
        return request.withBody(body.toString().getBytes(StandardCharsets.UTF_8))
                .remoteAddress("217.116.118.254");
    }
}
