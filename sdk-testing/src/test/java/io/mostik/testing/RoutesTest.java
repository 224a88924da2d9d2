package io.mostik.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoutesTest {

    final Routes routes = new Routes()
            .on("GET", "/orders/{id}", (request, path) -> Answer.text(200, "order " + path.get("id")))
            .on("PUT", "/orders/{id}", (request, path) -> Answer.empty(204));

    @Test
    void givenKnownPath_whenAsked_thenHandlerGetsTheVariables() throws Exception {
        assertThat(routes.answer(request("GET", "/orders/a%2Fb")).body())
                .asString()
                .isEqualTo("order a/b");
        assertThat(routes.answer(request("PUT", "/orders/7")).status()).isEqualTo(204);
    }

    @Test
    void givenOtherVerb_whenAsked_thenNamesTheAllowedOnes() throws Exception {
        Answer answer = routes.answer(request("DELETE", "/orders/7"));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", List.of("GET, PUT"));
    }

    @Test
    void givenUnknownPath_whenAsked_thenAnswersAsSet() throws Exception {
        assertThat(routes.answer(request("GET", "/orders")).status()).isEqualTo(404);

        routes.unknownPath(request -> Answer.text(400, "no"));

        assertThat(routes.answer(request("GET", "/orders/7/x")).status()).isEqualTo(400);
    }

    private static RecordedRequest request(String method, String rawPath) {
        return new RecordedRequest(1, method, rawPath, "", Map.of(), new byte[0]);
    }
}
