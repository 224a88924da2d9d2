package io.mostik.pbx.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;

/** Requests that no PBX would send. {@code -Dmostik.fuzz.requests} says how many, {@code -Dmostik.fuzz.seed} which. */
@Tag("faults")
class HookFuzzTest {

    private static final int REQUESTS = Integer.getInteger("mostik.fuzz.requests", 5_000);
    private static final long SEED = Long.getLong("mostik.fuzz.seed", 20_260_302L);
    private static final String KEY = "k-1234";
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded; charset=windows-1250",
            "application/json; charset=utf-16",
            "text/plain; charset=\"\u0000\"",
            "multipart/form-data; boundary=x",
            "");
    private static final List<String> SEEDS = List.of(
            Requests.file("call-data.json"),
            "{\"id\":\"1\",\"recording\":{\"data\":\"T2dnUwAA\\/w==\",\"format\":\"wav\"},\"apikey\":\"k-1234\"}",
            "[{\"id\":1e999999999},{\"id\":\"2\",\"duration\":-0.5e3,\"audio\":\"data:audio/ogg;base64,T2dnUw\"}]",
            "call[id]=1&call[legs][0][extension]=101&call[legs][][status]=busy&recording[data]=T2dnUw%3D%3D",
            "data=%7B%22id%22%3A%221%22%2C%22start%22%3A%221772442900%22%7D&x=y",
            "caller=36301112233&called=3615550100&time=2026-03-02+10%3A15%3A00&hivo=%F5",
            "{\"data\":{\"cdr\":{\"call\":[[[]]]}},\"call\":\"{\\\"id\\\":1}\",\"id\":null,\"legs\":{\"0\":1}}");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            ":",
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
            "\\u0000",
            "\"data\":\"",
            "recording",
            "\uD83D",
            "ő",
            "\u202E",
            "../",
            "9999999999999",
            "%F5",
            "%",
            "+",
            "true");

    @TempDir
    Path folder;

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

    private final Map<Integer, Integer> replies = new TreeMap<>();

    @Test
    void givenAnyRequest_whenReceiving_thenRepliesAndLeavesNothing() throws IOException {
        PbxWebhooks hooks = PbxWebhooks.builder()
                .secret(Secret.of(KEY))
                .recordings(RecordingFolder.at(folder))
                .build();
        WebhookEndpoint incoming = hooks.incomingCalls()
                .endpoint(call -> assertThat(call.toString()).doesNotContain(KEY));
        WebhookEndpoint data = hooks.callData()
                .endpoint(call -> assertThat(String.valueOf(call.calls())).doesNotContain(KEY));

        for (int i = 0; i < REQUESTS; i++) {
            StreamingWebhookRequest request = request();
            WebhookReply reply = random.nextInt(4) == 0 ? incoming.handle(request) : data.handle(request);
            replies.merge(reply.status(), 1, Integer::sum);
            assertThat(reply.status()).as("request %d of seed %d", i, SEED).isIn(200, 400, 401, 405, 413);
        }

        System.out.println("fuzzed hook requests: " + REQUESTS + ", seed " + SEED + ", replies " + replies);
        assertThat(replies).containsKeys(200, 400, 401, 405);
        assertThat(folder.toFile().list((at, name) -> name.endsWith(".part"))).isEmpty();
        assertThat(folder.toFile().listFiles())
                .allSatisfy(file -> assertThat(file.getName()).startsWith("recording-"));
    }

    private StreamingWebhookRequest request() {
        String type = pick(TYPES);
        boolean get = random.nextInt(5) == 0;
        byte[] body = mutated(pick(SEEDS).getBytes(StandardCharsets.UTF_8));
        String key = random.nextInt(8) == 0 ? "" : "apikey=" + KEY;
        String query = get
                ? key + "&"
                        + new String(
                                mutated(pick(SEEDS.subList(3, 6)).getBytes(StandardCharsets.UTF_8)),
                                StandardCharsets.ISO_8859_1)
                : key;
        String method = random.nextInt(50) == 0 ? "PATCH" : get ? "GET" : "POST";
        return StreamingWebhookRequest.of(
                new WebhookRequest(
                        method, query, type.isEmpty() ? Map.of() : Map.of("Content-Type", List.of(type)), new byte[0]),
                new ByteArrayInputStream(get ? new byte[0] : body));
    }

    private byte[] mutated(byte[] original) {
        byte[] bytes = original;
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(bytes.length + 1);
            int to = Math.min(bytes.length, at + random.nextInt(12));
            ByteArrayOutputStream changed = new ByteArrayOutputStream();
            changed.write(bytes, 0, at);
            switch (random.nextInt(5)) {
                case 0 -> changed.write(bytes, to, bytes.length - to);
                case 1 -> {
                    changed.writeBytes(pick(PIECES).getBytes(StandardCharsets.UTF_8));
                    changed.write(bytes, at, bytes.length - at);
                }
                case 2 -> {
                    changed.write(random.nextInt(256));
                    changed.write(bytes, to, bytes.length - to);
                }
                case 3 -> {
                    changed.write(bytes, at, to - at);
                    changed.write(bytes, at, bytes.length - at);
                }
                default -> {}
            }
            bytes = changed.toByteArray();
        }
        return bytes;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
