package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.bridge.gateway.FlatCaller.Answer;
import io.mostik.bridge.gateway.OpenApiDescription.Operation;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Requests made from the description that a gateway gives of itself, and answers held against it.
 * {@code -Dmostik.openapi.requests=100000} sets how many, {@code -Dmostik.openapi.seed=7} repeats a campaign, and
 * {@code -Dmostik.prism=node_modules/.bin/prism} sends it through Stoplight's Prism, which holds answers against it too.
 */
@Timeout(3600)
class OpenApiRequestsTest {

    private static final int REQUESTS = Integer.getInteger("mostik.openapi.requests", 300);
    private static final long SEED = Long.getLong("mostik.openapi.seed", System.nanoTime());
    private static final List<String> KEYS =
            List.of(GatewayServer.ZUP, GatewayServer.OLD, GatewayServer.CARDS, GatewayServer.APPROVER);
    private static final List<String> ODD = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "999999999999999999999999",
            "[]",
            "{}",
            "[1]",
            "\"\"",
            "\" \"",
            "\"null\"",
            "\"0\"",
            "\"0001-01-01T00:00:00\"",
            "\"2026-02-30\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"a\\nb\"",
            "\"Zażółć gęślą, І ї, \\ud83d\\ude00\"",
            "\"<script>'; --\"",
            "\"" + "x".repeat(5_000) + "\"");

    @Order(1)
    @RegisterExtension
    static final SimulatedVendors VENDORS = SimulatedVendors.start();

    @Order(2)
    @RegisterExtension
    static final GatewayServer GATEWAY = GatewayServer.with(VENDORS::with);

    private static OpenApiDescription description;
    private static Optional<Prism> prism = Optional.empty();

    private final Random random = new Random(SEED);
    private final List<String> intents = new ArrayList<>(List.of("nobody"));

    @BeforeAll
    static void read() throws Exception {
        VENDORS.repair().unlimited();
        String text = GATEWAY.gateway().openApi();
        description = OpenApiDescription.read(text);
        String program = System.getProperty("mostik.prism", "");
        if (!program.isEmpty()) {
            prism = Optional.of(Prism.before(GATEWAY.uri(), text, program));
        }
    }

    @AfterAll
    static void close() throws IOException {
        if (prism.isPresent()) {
            prism.get().close();
        }
    }

    @Test
    void givenOddRequests_whenAsked_thenAnsweredAsDescribed() throws Exception {
        List<Operation> operations = description.operations();
        Map<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            Operation operation = next(operations);
            String path = path(operation);
            String body = operation.hasBody() ? odd(operation) : "";
            String what = "seed " + SEED + ", request " + i + ": " + operation.method() + " " + path + " " + body;

            Answer answer = ask(operation, path, body, KEYS.get(random.nextInt(KEYS.size())));
            if (prism.isPresent() && Prism.isOwn(answer)) {
                continue;
            }
            assertThat(description.objections(operation, answer.status(), answer.raw()))
                    .as("%s%n%s", what, answer)
                    .isEmpty();
            assertThat(Prism.objections(answer)).as("%s%n%s", what, answer).isEmpty();
            assertThat(answer.text("code")).as("%s%n%s", what, answer).isNotEqualTo("bridge_error");
            assertThat(answer.header("Content-Type")).as(what).startsWith("application/json");
            if (!answer.text("intent").isEmpty()) {
                intents.add(answer.text("intent"));
            }
            seen.merge(String.valueOf(answer.status()), 1, Integer::sum);
        }

        assertThat(seen).as("seed %s", SEED).containsKeys("200", "202", "400", "404");
    }

    /** RemOnline permits three calls a second, so it is asked less often. */
    private Operation next(List<Operation> operations) {
        Operation any = operations.get(random.nextInt(operations.size()));
        boolean isSlow = any.path().contains("/ro.");
        return isSlow && random.nextInt(4) > 0 ? next(operations) : any;
    }

    @ParameterizedTest
    @MethodSource("actions")
    void givenExamples_whenAsked_thenTaken(String action) throws Exception {
        Map<String, String> examples = examples(description.operation(action));

        Answer answer = GATEWAY.caller(GatewayServer.ZUP).post("/v1/actions/" + action, written(examples));

        assertThat(answer.status()).as(answer.toString()).isIn(200, 202, 422);
        assertThat(answer.text("intent")).as(answer.toString()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("actions")
    void givenNoRequiredField_whenAsked_thenItIsNamed(String action) throws Exception {
        Operation operation = description.operation(action);
        for (String name : operation.required()) {
            Map<String, String> examples = examples(operation);
            examples.remove(name);

            Answer answer = GATEWAY.caller(GatewayServer.ZUP).post("/v1/actions/" + action, written(examples));

            assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
            assertThat(answer.text("field")).as(answer.toString()).isEqualTo(name);
        }
    }

    static Stream<String> actions() throws IOException {
        return OpenApiDescription.read(GATEWAY.gateway().openApi()).operations().stream()
                .filter(operation -> operation.path().startsWith("/v1/actions/"))
                .map(Operation::id);
    }

    /** Returns the example of each field of an action; the account is named where there are two. */
    private Map<String, String> examples(Operation operation) {
        Map<String, String> examples = new LinkedHashMap<>();
        operation.fields().forEach(field -> examples.put(field.getKey(), example(field.getValue())));
        examples.keySet().removeAll(List.of("organisation", "connection", "dated"));
        examples.put("document", "\"example-" + operation.id() + "\"");
        examples.put("wait", "0");
        if (operation.id().startsWith("cards.")) {
            examples.put("connection", "\"north\"");
        }
        return examples;
    }

    private String odd(Operation operation) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : operation.fields()) {
            boolean isRequired = operation.required().contains(field.getKey());
            if (random.nextInt(20) > 0 && (isRequired || random.nextInt(3) > 0)) {
                fields.put(field.getKey(), random.nextInt(12) > 0 ? example(field.getValue()) : odd());
            }
        }
        if (fields.containsKey("document") && random.nextInt(10) > 0) {
            fields.put("document", "\"document " + random.nextInt(REQUESTS) + "\"");
        }
        if (fields.containsKey("connection") && random.nextInt(10) > 0) {
            fields.remove("connection");
            fields.remove("organisation");
            if (operation.id().startsWith("cards.")) {
                fields.put("connection", "\"north\"");
            }
        }
        fields.put("wait", random.nextInt(10) > 0 ? "0" : "\"soon\"");
        if (!operation.path().startsWith("/v1/actions")) {
            fields.remove("wait");
        }
        if (random.nextInt(20) == 0) {
            fields.put("field_" + random.nextInt(3), odd());
        }
        String text = written(fields);
        return random.nextInt(30) > 0 ? text : text.substring(random.nextInt(text.length()));
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private static String example(JsonNode field) {
        return field.has("example") ? field.get("example").toString() : "\"yes\"";
    }

    private static String written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + field.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String path(Operation operation) {
        String path = operation
                .path()
                .replace(
                        "{intent}",
                        encoded(random.nextInt(8) > 0 ? intents.get(random.nextInt(intents.size())) : odd()))
                .replace("{signal}", encoded(random.nextInt(8) > 0 ? "order.paid" : odd()));
        String query = operation.parameters("query").stream()
                .filter(parameter -> parameter.path("required").asBoolean() || random.nextInt(4) == 0)
                .filter(parameter -> !parameter.get("name").asText().equals("wait"))
                .map(parameter -> parameter.get("name").asText() + "="
                        + encoded(
                                random.nextInt(8) > 0
                                        ? parameter.path("example").asText("1")
                                        : odd()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** Returns a text as part of an address; one that would be no part at all is replaced. */
    private static String encoded(String text) {
        return text.isEmpty()
                ? "none"
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Answer ask(Operation operation, String path, String body, String key) throws Exception {
        FlatCaller caller = new FlatCaller(prism.map(Prism::uri).orElse(GATEWAY.uri()), key);
        return operation.method().equals("GET")
                ? caller.get(path)
                : caller.send(caller.request(path)
                        .header("Content-Type", "application/json")
                        .POST(body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }
}
