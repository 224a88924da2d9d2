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

/** What clients in public send, at the program: findings B24, R28 and S27. */
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

    @Test
    void givenKeyInAddressAndForm_whenOrdering_thenIsCreated() {
        JsonNode vendor = desk.get("/remonline");
        String base = vendor.path("addresses").path("base").asText();
        String key = vendor.path("keys").path("apiKey").asText();
        String token = json(form("GET", base + "/token/new?api_key=" + key, ""))
                .path("token")
                .asText();
        String order = "token=" + token + "&branch_id=3301&order_type=411&client_id=88001&malfunction=no+power";

        long id = json(form("POST", base + "/order/", order)).at("/data/id").asLong();

        assertThat(desk.get("/remonline/holds").path("orders").findValuesAsText("id"))
                .contains(Long.toString(id));
        assertThat(desk.get("/remonline/journal").toString()).doesNotContain(key);
    }

    @Test
    void givenUnversionedPath_whenAsked_thenAnswers() {
        JsonNode vendor = desk.get("/remonline");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(vendor.path("addresses").path("base").asText() + "/orders/statuses"))
                .header(
                        "Authorization",
                        "Bearer " + vendor.path("keys").path("apiKey").asText())
                .build();

        assertThat(Desk.send(request).statusCode()).isEqualTo(200);
    }

    @Test
    void givenDaysWithHyphens_whenAsked_thenAnswers() {
        assertThat(autopilot("GET", "/sentemailids/2026-03-01/2026-03-31", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void givenOrderAnswerSet_whenOrdering_thenThatIsAnswered() {
        desk.control("POST", "/salesautopilot/actions/order-answer", "{\"body\":\"false\"}");
        String order = "{\"order_id\":\"W-1\",\"email\":\"kata@example.test\",\"currency\":\"HUF\",\"products\":"
                + "[{\"prod_id\":\"1\",\"prod_name\":\"Yarn\",\"prod_price\":\"1000\",\"qty\":1,\"tax\":27}]}";

        HttpResponse<String> answer = autopilot("POST", "/processWebshopOrder/6200/ns_id/21400", order);

        assertThat(answer.body()).isEqualTo("false");
        assertThat(desk.get("/salesautopilot/holds").path("orders").size()).isEqualTo(1);
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

    private static HttpResponse<String> form(String method, String uri, String body) {
        return Desk.send(HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return SimJson.read(answer.body().getBytes(UTF_8));
    }
}
