package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.JsonCodec;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Whatever page and verbs ask, they get an answer in JSON that blames the question or the state of things, never the program.
 * {@code -Dmostik.bridge.questions=10000} sets how many, {@code -Dmostik.seed=7} repeats a campaign.
 */
class PageQuestionsTest {

    private static final int QUESTIONS = Integer.getInteger("mostik.bridge.questions", 400);
    private static final long SEED = Long.getLong("mostik.seed", System.nanoTime());
    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final List<String> READS = List.of(
            "now",
            "person",
            "open",
            "history",
            "documents",
            "intent",
            "decisions",
            "audit",
            "settings",
            "doctor",
            "links",
            "runs",
            "inbox",
            "nothing");
    private static final List<String> CHANGES = List.of(
            "look", "resolve", "retry", "cancel", "show", "hold", "release", "export", "erase", "pause", "replay",
            "dismiss", "reload", "dry-run", "nothing");
    private static final List<String> NAMES = List.of(
            "anew",
            "base",
            "before",
            "choice",
            "dead",
            "document",
            "email",
            "from",
            "happened",
            "id",
            "inbox",
            "last",
            "limit",
            "link",
            "name",
            "of",
            "paused",
            "phone",
            "reason",
            "region",
            "result",
            "sample",
            "sendAgain",
            "show",
            "since");
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "x",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "99999999999999999999",
            "1e9",
            "2026-11-29T03:00",
            "2026-11-29T00:00:00Z",
            "2026-13-45T99:00",
            "null",
            "demo",
            "leavers-lose-cards",
            "cards.dismiss",
            "yes",
            "no",
            "'; drop table mb_intent; --",
            "\u0000",
            "a/b",
            "newsletter/1",
            "a".repeat(5_000),
            "\uD83D\uDE00",
            "\uD83D",
            "{",
            "{\"a\":1}",
            "[]",
            "%00",
            "../../etc/passwd",
            "+36301112233",
            "79161234567",
            "a@b",
            "HU",
            "XX");

    private final Random random = new Random(SEED);

    @Test
    void givenOddQuestions_whenAsked_thenAnsweredInJsonAndNeverAsAFailure() throws Exception {
        try (Demo demo = Demo.start(0, 0)) {
            LocalDoor door = LocalDoor.find(demo.config()).orElseThrow();
            HttpClient http = HttpClient.newHttpClient();
            Map<Integer, Integer> seen = new TreeMap<>();
            for (int i = 0; i < QUESTIONS; i++) {
                String what = random.nextBoolean() ? some(READS) : "!" + some(CHANGES);
                Map<String, String> question = question();

                HttpResponse<String> answer = http.send(request(door, what, question), BodyHandlers.ofString());

                assertThat(answer.statusCode())
                        .as("seed %s, question %s: %s %s: %s", SEED, i, what, question, answer.body())
                        .isIn(200, 400, 403, 404, 405, 409, 422);
                assertThat(LocalDoor.read(answer.body()).isObject()).isTrue();
                seen.merge(answer.statusCode(), 1, Integer::sum);
            }
            assertThat(seen).as("seed %s", SEED).containsKeys(200, 400, 404);
        }
    }

    private Map<String, String> question() {
        Map<String, String> question = new LinkedHashMap<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            question.put(some(NAMES), some(VALUES));
        }
        if (random.nextBoolean()) {
            question.put("reason", "a trial");
        }
        return question;
    }

    private HttpRequest request(LocalDoor door, String what, Map<String, String> question) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + door.key().reveal());
        if (what.startsWith("!")) {
            return request.uri(URI.create(door.page() + "/api/" + what.substring(1)))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(JSON.write(question)))
                    .build();
        }
        String query = question.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request.uri(URI.create(door.page() + "/api/" + what + "?" + query))
                .build();
    }

    private String some(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
