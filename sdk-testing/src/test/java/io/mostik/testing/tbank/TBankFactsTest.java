package io.mostik.testing.tbank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.SimulatorExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator against the facts in {@code META-INF/mostik/tbank.json}: routing, access, pace, what is checked. */
class TBankFactsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonNode FACTS = facts();

    @RegisterExtension
    final SimulatorExtension<TBankSimulator> bank = SimulatorExtension.of(TBankSimulator::startFrozen);

    static Stream<JsonNode> operations() {
        return StreamSupport.stream(FACTS.path("operations").spliterator(), false);
    }

    @Test
    void givenFacts_whenCompared_thenTheSimulatorHasTheseMethods() {
        Map<String, String> played = new TreeMap<>();
        bank.simulator().ordinaryMethods().forEach(method -> played.put(name(method), "ordinary " + described(method)));
        bank.simulator().securedMethods().forEach(method -> played.put(name(method), "secured " + described(method)));
        Map<String, String> facts = new TreeMap<>();
        operations()
                .forEach(fact -> facts.put(
                        text(fact, "verb") + " " + text(fact, "path"),
                        text(fact, "host") + " " + text(fact, "scope") + " " + text(fact, "perSecond")));

        assertThat(played).isEqualTo(facts);
    }

    @Test
    void givenFacts_whenCompared_thenTheSameHostsAreDisputed() {
        assertThat(bank.simulator().securedMethods().stream()
                        .filter(Access::isDisputed)
                        .map(TBankFactsTest::name))
                .containsExactlyInAnyOrderElementsOf(operations()
                        .filter(fact -> fact.path("disputedHost").asBoolean())
                        .map(fact -> text(fact, "verb") + " " + text(fact, "path"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenWholeRequest_whenSentToSandbox_thenIs200(JsonNode fact) throws Exception {
        assertThat(send(fact, "", parameter -> true).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenRequiredAlone_whenSentToSandbox_thenIs200(JsonNode fact) throws Exception {
        assertThat(send(fact, "", parameter -> parameter.path("required").asBoolean())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenMissingParameter_whenSentToSandbox_thenIsRefused(JsonNode fact) throws Exception {
        for (JsonNode parameter : fact.path("parameters")) {
            String name = text(parameter, "name");
            if (parameter.path("required").asBoolean() && !text(parameter, "in").equals("path")) {
                refused(fact, name, send(fact, "", each -> !text(each, "name").equals(name)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenWrongParameter_whenSentToSandbox_thenIsRefused(JsonNode fact) throws Exception {
        for (JsonNode parameter : fact.path("parameters")) {
            if (parameter.has("wrong")) {
                refused(fact, text(parameter, "name"), send(fact, text(parameter, "name"), each -> true));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void givenNoAccess_whenSentToBank_thenIs403(JsonNode fact) throws Exception {
        bank.simulator().withdrawScope(text(fact, "scope"));
        String base = text(fact, "host").equals("secured")
                ? bank.simulator().securedUri().toString()
                : bank.simulator().ordinaryUri().toString();

        assertThat(send(fact, base, bank.simulator().token(), "", parameter -> true)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(fact, base, "no-token", "", parameter -> true).statusCode())
                .isEqualTo(401);
    }

    private static void refused(JsonNode fact, String parameter, HttpResponse<String> answer) {
        String what = text(fact, "operation") + " " + parameter + ": " + answer.body();
        assertThat(answer.statusCode()).as(what).isEqualTo(400);
        assertThat(answer.body()).as(what).contains("INVALID_DATA");
        assertThat(StreamSupport.stream(FACTS.path("errors").spliterator(), false)
                        .map(JsonNode::asInt))
                .contains(answer.statusCode());
    }

    private HttpResponse<String> send(JsonNode fact, String wrong, Predicate<JsonNode> sent) throws Exception {
        String base = text(fact, "host").equals("secured")
                ? bank.simulator().sandboxSecuredUri().toString()
                : bank.simulator().sandboxUri().toString();
        return send(fact, base, bank.simulator().sandboxToken(), wrong, sent);
    }

    /** Sends the examples of the parameters that are to be sent, one of them wrong. */
    private static HttpResponse<String> send(
            JsonNode fact, String base, String token, String wrong, Predicate<JsonNode> sent) throws Exception {
        String path = text(fact, "path");
        StringBuilder query = new StringBuilder();
        ObjectNode body = JSON.createObjectNode();
        for (JsonNode parameter : fact.path("parameters")) {
            String name = text(parameter, "name");
            JsonNode value = parameter.path(name.equals(wrong) ? "wrong" : "example");
            if (!sent.test(parameter)) {
                continue;
            }
            switch (text(parameter, "in")) {
                case "path" -> path = path.replace("{" + name + "}", value.asText());
                case "query" ->
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(name)
                            .append('=')
                            .append(URLEncoder.encode(value.asText(), UTF_8));
                default -> put(body, List.of(name.split("\\.")), value);
            }
        }
        byte[] bytes =
                body.isEmpty() && !text(fact, "verb").equals("GET") ? new byte[] {1} : JSON.writeValueAsBytes(body);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(text(fact, "verb"), BodyPublishers.ofByteArray(bytes))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void put(ObjectNode object, List<String> name, JsonNode value) {
        if (name.size() == 1) {
            object.set(name.get(0), value);
        } else {
            put(object.withObject("/" + name.get(0)), name.subList(1, name.size()), value);
        }
    }

    private static String name(TBankMethod method) {
        return method.verb() + " " + method.path();
    }

    private static String described(TBankMethod method) {
        return method.scope() + " " + (method.perSecond() == Integer.MAX_VALUE ? 0 : method.perSecond());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    private static JsonNode facts() {
        try (InputStream in = TBankSimulator.class.getResourceAsStream("/META-INF/mostik/tbank.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
