package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import io.mostik.testing.vipex.VipexSimulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class AnswerMutatorTest {

    static final Map<String, Object> ROW = Map.of("id", 5);

    final HttpClient client = HttpClient.newHttpClient();
    final SimulatorServer server = SimulatorServer.start(new Routes()
            .on("GET", "/orders/{id}", (request, path) -> Answer.json(200, ROW))
            .on("GET", "/rows", (request, path) -> Answer.json(200, List.of(ROW, ROW, ROW, ROW)))
            .on("GET", "/text", (request, path) -> Answer.text(200, "OK"))
            .errors(Answer.json(409, Map.of("problem", "yes"))));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void givenMutation_whenAskedTwice_thenOnlyTheFirstIsMutated() throws Exception {
        server.answers().apply(AnswerMutation.NUMBER_AS_TEXT);

        List<String> answers = List.of(ask("/orders/5"), ask("/orders/5"));

        assertThat(answers).containsExactly("{\"id\":\"5\"}", "{\"id\":5}");
        assertThat(server.answers().applied()).hasToString("[NUMBER_AS_TEXT /id]");
        assertThat(server.journal().acted()).hasSize(2);
    }

    @Test
    void givenPath_whenOthersAreAsked_thenTheyPass() throws Exception {
        server.answers().apply(AnswerMutation.NUMBER_AS_TEXT).times(2).on("GET", "/orders/{id}");

        String other = ask("/rows");
        List<String> mutated = List.of(ask("/orders/1"), ask("/orders/2"), ask("/orders/3"));

        assertThat(other).doesNotContain("\"5\"");
        assertThat(mutated).containsExactly("{\"id\":\"5\"}", "{\"id\":\"5\"}", "{\"id\":5}");
    }

    @Test
    void givenAlways_whenTurnedOff_thenPasses() throws Exception {
        server.answers().apply(AnswerMutation.EMPTY_BODY).always();
        List<String> mutated = List.of(ask("/text"), ask("/orders/5"), ask("/rows"));

        server.answers().off();

        assertThat(mutated).containsExactly("", "", "");
        assertThat(ask("/text")).isEqualTo("OK");
    }

    @Test
    void givenMutationThatDoesNotFit_whenAsked_thenWaits() throws Exception {
        server.answers().apply(AnswerMutation.NULL_VALUE).property("id");

        String text = ask("/text");

        assertThat(text).isEqualTo("OK");
        assertThat(ask("/orders/5")).isEqualTo("{\"id\":null}");
    }

    @Test
    void givenPlace_whenNothingWasThere_thenNullIsAdded() throws Exception {
        server.answers().apply(AnswerMutation.NULL_VALUE).at("/2/errorMessage");

        String answer = ask("/rows");

        assertThat(answer).isEqualTo("[{\"id\":5},{\"id\":5},{\"id\":5,\"errorMessage\":null},{\"id\":5}]");
    }

    @Test
    void givenPlace_whenAnswerLacksIt_thenWaits() throws Exception {
        server.answers().apply(AnswerMutation.NUMBER_AS_TEXT).at("/3/id");

        String other = ask("/orders/5");

        assertThat(other).isEqualTo("{\"id\":5}");
        assertThat(ask("/rows")).endsWith("{\"id\":\"5\"}]");
    }

    @Test
    void givenOneSeed_whenPlayedAgain_thenTheSameRowIsOdd() throws Exception {
        List<String> first = odd(7);

        List<String> again = odd(7);

        assertThat(again).isEqualTo(first);
        assertThat(odd(8)).isNotEqualTo(first);
    }

    @Test
    void givenErrorShape_whenAsked_thenStatus200AndTheVendorsBody() throws Exception {
        server.answers().apply(AnswerMutation.ERROR_WITH_200);

        HttpResponse<String> answer = get(server.uri() + "/orders/5");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"problem\":\"yes\"}");
    }

    @Test
    void givenLostAnswer_whenItWouldBeMutated_thenTheNextOneIs() throws Exception {
        server.answers().apply(AnswerMutation.EMPTY_BODY);
        server.faults().actThenAnswer(500);

        int lost = get(server.uri() + "/orders/5").statusCode();

        assertThat(lost).isEqualTo(500);
        assertThat(ask("/orders/5")).isEmpty();
    }

    @Test
    void givenNoAnswers_whenTimesIsSet_thenRefused() {
        assertThatThrownBy(
                        () -> server.answers().apply(AnswerMutation.EMPTY_BODY).times(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void givenVendor_whenErrorComesWith200_thenInItsOwnShape(Supplier<Simulator> start, String path, String shape) {
        try (Simulator vendor = start.get()) {
            Answer error = vendor.server().errorOf(path);

            Answer mutated = AnswerMutation.ERROR_WITH_200
                    .variants(Answer.text(200, ""), error)
                    .get(0)
                    .answer();

            assertThat(mutated.status()).isEqualTo(200);
            assertThat(mutated.body()).asString().contains(shape);
        }
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                vendor("onec", OnecBaseSimulator::start, "/base", "odata.error"),
                vendor("remonline", RemOnlineSimulator::start, "/order/", "\"success\":false"),
                vendor("remonline v2", RemOnlineSimulator::start, "/v2/orders", "\"errors\":"),
                vendor("salesautopilot", SalesAutopilotSimulator::start, "/subscribe/1", "wrong parameters"),
                vendor("salesautopilot v2", SalesAutopilotSimulator::start, "/v2/lists", "errorCode"),
                vendor("tbank", TBankSimulator::start, "/openapi/api/v1/card", "errorMessage"),
                vendor("vcclive", VccLiveSimulator::start, "/v2/projects", "errormessage"),
                vendor("vipex", VipexSimulator::start, "/call", "ERROR: "));
    }

    private static Arguments vendor(String name, Supplier<Simulator> start, String path, String shape) {
        return Arguments.of(Named.of(name, start), path, shape);
    }

    private List<String> odd(long seed) throws Exception {
        server.answers()
                .apply(AnswerMutation.ODD_ROW)
                .times(5)
                .on("GET", "/rows")
                .seed(seed);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(ask("/rows"));
        }
        return answers;
    }

    private String ask(String path) throws Exception {
        return get(server.uri() + path).body();
    }

    private HttpResponse<String> get(String uri) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofString());
    }
}
