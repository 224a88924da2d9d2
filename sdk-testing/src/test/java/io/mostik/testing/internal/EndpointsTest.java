package io.mostik.testing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    final Table<Long, String> tags =
            Table.byKey(tag -> (long) tag.length(), () -> new Refusal(Answer.text(404, "no tag")));
    final Endpoints<RequestReader> endpoints = new Endpoints<>(
                    (request, path) -> new RequestReader(request, path, new Words()))
            .get("/tags/{id}", ask -> Answer.text(200, tags.get(ask.id("id"))))
            .post("/tags", ask -> Answer.text(200, ask.object().path("name").asText()))
            .get("/tags", this::list);

    Answer list(RequestReader ask) {
        String sort = ask.query("sort", "name"::equals, "must be name").orElse("none");
        return Answer.text(200, sort + tags.all());
    }

    @Test
    void givenRows_whenAskedById_thenOneOrTheTablesRefusal() throws Exception {
        tags.add("red");

        assertThat(text(endpoints.answer(request("GET", "/tags/3", "", "")))).isEqualTo("red");
        assertThatThrownBy(() -> endpoints.answer(request("GET", "/tags/4", "", "")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(text(refusal.answer())).isEqualTo("no tag"));
    }

    @Test
    void givenIdThatIsNoNumber_whenAsked_thenTheVendorsRefusal() {
        assertThatThrownBy(() -> endpoints.answer(request("GET", "/tags/x", "", "")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(text(refusal.answer())).isEqualTo("unknown id"));
    }

    @Test
    void givenBodyThatIsNoObject_whenPosted_thenNamesTheRule() {
        assertThatThrownBy(() -> endpoints.answer(request("POST", "/tags", "", "[]")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(text(refusal.answer())).isEqualTo("body: expected a JSON object"));
    }

    @Test
    void givenParameters_whenRead_thenOnlyTheRightOnesPass() throws Exception {
        assertThat(text(endpoints.answer(request("GET", "/tags", "", "")))).isEqualTo("none[]");
        assertThat(text(endpoints.answer(request("GET", "/tags", "sort=name", ""))))
                .isEqualTo("name[]");
        assertThatThrownBy(() -> endpoints.answer(request("GET", "/tags", "sort=age", "")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(text(refusal.answer())).isEqualTo("sort: must be name"));
    }

    @Test
    void givenEndpoints_whenListed_thenVerbAndPathInTheirOrder() {
        assertThat(endpoints.names()).isEqualTo(List.of("GET /tags/{id}", "POST /tags", "GET /tags"));
    }

    @Test
    void givenTable_whenRowsComeAndGo_thenInTheOrderOfKeys() {
        tags.add("violet");
        tags.add("red");
        tags.add("tan");

        assertThat(tags.all()).isEqualTo(List.of("tan", "violet"));
        assertThat(tags.remove(3L)).isTrue();
        assertThat(tags.remove(3L)).isFalse();
        assertThat(tags.find(3L)).isEmpty();
    }

    @Test
    void givenCredentials_whenChanged_thenOnlyTheNewOnesFit() {
        Credentials credentials = new Credentials("shop", "old");
        RecordedRequest request = new RecordedRequest(
                1, "GET", "/", "", Map.of("Authorization", List.of("Basic c2hvcDpvbGQ=")), new byte[0]);

        assertThat(credentials.isBasicOf(request)).isTrue();

        credentials.set("shop", "new");

        assertThat(credentials.isBasicOf(request)).isFalse();
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static RecordedRequest request(String method, String path, String query, String body) {
        return new RecordedRequest(1, method, path, query, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Words implements Refusals {

        @Override
        public Refusal unknown(String variable) {
            return new Refusal(Answer.text(404, "unknown " + variable));
        }

        @Override
        public Refusal invalid(String name, String rule) {
            return new Refusal(Answer.text(400, name + ": " + rule));
        }
    }
}
