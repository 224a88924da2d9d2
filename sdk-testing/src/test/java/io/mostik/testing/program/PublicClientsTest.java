package io.mostik.testing.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients in public send, at the program: findings B24 and R28; S27 is in {@link PublicAutopilotClientsTest}. */
class PublicClientsTest {

    private static final String LIMITS = "/api/v1/card/1100200301/limits";

    @RegisterExtension
    final Desk desk = new Desk("tbank", "remonline", "salesautopilot", "--port", "0", "--clock", "frozen");

    @Test
    void givenDisputedMethods_whenMoved_thenOrdinaryHostHasThem() {
        String before = bank("ordinary", LIMITS) + " " + bank("secured", LIMITS);
        desk.control("POST", "/tbank/actions/disputed-methods-on", "{\"hosts\":\"ORDINARY\"}");
        String after = bank("ordinary", LIMITS) + " " + bank("secured", LIMITS);

        assertThat(before).isEqualTo("404 200");
        assertThat(after).isEqualTo("200 404");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ?api_key=KEY, ''",
        "POST, ?api_key=KEY, ''",
        "POST, '', api_key=KEY",
        "POST, '', {\"api_key\":\"KEY\"}"
    })
    void givenKeyAnywhere_whenLoggingIn_thenGetsATokenAndTheJournalHidesIt(String verb, String query, String body) {
        String key = text("/keys/apiKey");

        JsonNode answer = json(form(verb, "/token/new" + query.replace("KEY", key), body.replace("KEY", key)));

        String token = answer.path("token").asText();
        assertThat(token).matches("[0-9a-f]{40}");
        assertThat(desk.get("/remonline/journal").toString()).doesNotContain(key, token);
    }

    @Test
    void givenForms_whenOrderingAndAddingClient_thenBothAreThere() {
        desk.control("POST", "/remonline/actions/requests-per-second", "{\"requests\":0}");
        String order = "token=" + token() + "&branch_id=3301&order_type=411&client_id=88001&malfunction=no+power";
        String client = "token=" + token() + "&first_name=Ann&phone%5B%5D=%2B3801&phone[]=%2B3802";

        long id = json(form("POST", "/order/", order)).at("/data/id").asLong();
        long person = json(form("POST", "/clients/", client)).at("/data/id").asLong();

        assertThat(desk.get("/remonline/holds").path("orders").findValuesAsText("id"))
                .contains(Long.toString(id));
        assertThat(json(bearer("/v2/contacts/people/" + person)).path("phones")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "/orders/statuses",
                "/contacts/people",
                "/contacts/organizations",
                "/estimates",
                "/bookings"
            })
    void givenPathWithoutVersion_whenAsked_thenAnswersAsVersion2(String path) {
        assertThat(bearer(path).statusCode()).isEqualTo(200);
        assertThat(json(bearer(path))).isEqualTo(json(bearer("/v2" + path)));
    }

    @Test
    void givenOlderPath_whenAskedForStatuses_thenTheSame() {
        String token = token();

        JsonNode statuses = json(form("GET", "/statuses/?token=" + token, ""));

        assertThat(statuses.path("data")).isNotEmpty();
        assertThat(statuses).isEqualTo(json(form("GET", "/statuses/orders/?token=" + token, "")));
    }

    @Test
    void givenBare429_whenSet_thenHasNoBodyAndNoRetryAfter() {
        for (String vendor : List.of("tbank", "salesautopilot")) {
            desk.control("POST", "/" + vendor + "/faults", "{\"fault\":\"answer\",\"status\":429}");
        }

        HttpResponse<String> answer = autopilot("GET", "/getlists", "");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
        assertThat(autopilot("GET", "/getlists", "").statusCode()).isEqualTo(200);
        assertThat(bank("secured", LIMITS) + " " + bank("secured", LIMITS)).isEqualTo("429 200");
    }

    private HttpResponse<String> autopilot(String method, String path, String body) {
        JsonNode vendor = desk.get("/salesautopilot");
        String curl = vendor.path("snippets").path("curl").asText();
        return Desk.send(HttpRequest.newBuilder(
                        URI.create(vendor.path("addresses").path("base").asText() + path))
                .header("Authorization", curl.replaceAll("(?s).*Authorization: ([^']*)'.*", "$1"))
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private int bank(String host, String path) {
        JsonNode vendor = desk.get("/tbank");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(vendor.path("addresses").path(host).asText() + path))
                .header(
                        "Authorization",
                        "Bearer " + vendor.path("keys").path("token").asText())
                .build();
        return Desk.send(request).statusCode();
    }

    private String token() {
        return json(form("GET", "/token/new?api_key=" + text("/keys/apiKey"), ""))
                .path("token")
                .asText();
    }

    private HttpResponse<String> bearer(String path) {
        return Desk.send(HttpRequest.newBuilder(URI.create(text("/addresses/base") + path))
                .header("Authorization", "Bearer " + text("/keys/apiKey"))
                .build());
    }

    private HttpResponse<String> form(String method, String path, String body) {
        return Desk.send(HttpRequest.newBuilder(URI.create(text("/addresses/base") + path))
                .header("Content-Type", body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private String text(String pointer) {
        return desk.get("/remonline").at(pointer).asText();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return SimJson.read(answer.body().getBytes(UTF_8));
    }
}
