package io.mostik.testing.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What live clients send and the vendor accepts, though its documents do not say so. */
@Timeout(30)
class RemOnlineHabitsTest {

    final RemOnlineSimulator remonline = RemOnlineSimulator.startFrozen();
    final RemOnlineCaller caller = new RemOnlineCaller(remonline.uri(), Optional.empty());
    final RemOnlineCaller bearer = new RemOnlineCaller(remonline.uri(), Optional.of(remonline.apiKey()));

    @BeforeEach
    void unlimited() {
        remonline.unlimited();
    }

    @AfterEach
    void stop() {
        remonline.close();
    }

    private String login() throws Exception {
        return caller.json("/token/new?api_key=" + remonline.apiKey())
                .path("token")
                .asText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void givenKeyInTheAddress_whenLoggingIn_thenGetsAToken(String verb) throws Exception {
        JsonNode answer = caller.json(verb, "/token/new?api_key=" + remonline.apiKey(), "");

        assertThat(answer.path("token").asText()).matches("[0-9a-f]{40}");
        assertThat(caller.send(verb, "/token/new?api_key=wrong", "").statusCode())
                .isEqualTo(401);
    }

    @Test
    void givenFormWithToken_whenCreatingOrder_thenIsCreated() throws Exception {
        String form = "token=" + login() + "&branch_id=3301&order_type=411&client_id=88001&urgent=true"
                + "&malfunction=no+power&custom_fields=%7B%227010001%22%3A%22red%22%7D";

        long id = caller.json("POST", "/order/", form).at("/data/id").asLong();

        JsonNode order = bearer.json("/v2/orders/" + id);
        assertThat(order.path("malfunction").asText()).isEqualTo("no power");
        assertThat(order.path("urgent").asBoolean()).isTrue();
        assertThat(order.path("custom_fields").path("f7010001").asText()).isEqualTo("red");
        assertThat(remonline.ignored()).isEmpty();
    }

    @Test
    void givenFormWithArray_whenCreatingClient_thenAllPhonesAreKept() throws Exception {
        String form = "token=" + login() + "&first_name=Ann&phone%5B%5D=%2B3801&phone[]=%2B3802";

        long id = caller.json("POST", "/clients/", form).at("/data/id").asLong();

        assertThat(bearer.json("/v2/contacts/people/" + id).path("phones")).hasSize(2);
    }

    @Test
    void givenFormWithWrongValue_whenCreatingOrder_thenIsRefused() throws Exception {
        HttpResponse<String> answer =
                caller.send("POST", "/order/", "token=" + login() + "&branch_id=x&order_type=411&client_id=88001");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("branch_id");
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
    void givenKey_whenAskedWithoutVersion_thenAnswersAsVersion2(String path) throws Exception {
        remonline.seedOrder();

        assertThat(bearer.json(path)).isEqualTo(bearer.json("/v2" + path));
        assertThat(caller.get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void givenRetiredGeneration_whenAskedWithoutVersion_thenIsGone() throws Exception {
        remonline.retireGenerationsBefore(410);

        assertThat(bearer.get("/orders").statusCode()).isEqualTo(410);
        assertThat(bearer.get("/v2/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void givenOlderPath_whenAskedForStatuses_thenTheSame() throws Exception {
        String token = login();

        assertThat(caller.json("/statuses/?token=" + token)).isEqualTo(caller.json("/statuses/orders/?token=" + token));
    }

    @Test
    void givenLimit_whenListing_thenCountsWhereSet() throws Exception {
        remonline.seedOrders(130);

        assertThat(bearer.json("/v2/orders?limit=200").path("data")).hasSize(50);
        assertThat(remonline.ignored()).containsExactly("GET /v2/orders limit");
        remonline.heedPageSize(100);
        JsonNode page = bearer.json("/v2/orders?limit=200&page=2");

        assertThat(page.path("data")).hasSize(30);
        assertThat(page.at("/paging/total_pages").asInt()).isEqualTo(2);
        assertThatThrownBy(() -> remonline.heedPageSize(201)).hasMessageContaining("most");
    }

    @Test
    void givenSortOfEstimates_whenListing_thenCountsWhereSet() throws Exception {
        String first = estimate();
        String second = estimate();
        remonline.clock().advance(Duration.ofSeconds(5));
        bearer.json("PATCH", "/v2/estimates/" + first, "{\"malfunction\":\"x\"}");

        assertThat(firstListed()).isEqualTo(second);
        remonline.sortEverything();
        bearer.json("PATCH", "/v2/estimates/" + second, "{\"malfunction\":\"x\"}");
        remonline.clock().advance(Duration.ofSeconds(5));
        bearer.json("PATCH", "/v2/estimates/" + second, "{\"malfunction\":\"y\"}");

        assertThat(firstListed()).isEqualTo(first);
    }

    private String estimate() throws Exception {
        return bearer.json("POST", "/v2/estimates", RemOnlineOrdersTest.NEW_ORDER)
                .path("id")
                .asText();
    }

    private String firstListed() throws Exception {
        return bearer.json("/v2/estimates?sort=modified_at").at("/data/0/id").asText();
    }
}
