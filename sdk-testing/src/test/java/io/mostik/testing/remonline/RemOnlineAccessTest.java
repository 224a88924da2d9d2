package io.mostik.testing.remonline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RemOnlineAccessTest {

    final RemOnlineSimulator remonline = RemOnlineSimulator.startFrozen();
    final RemOnlineCaller caller = caller(Optional.of(remonline.apiKey()));

    @AfterEach
    void stop() {
        remonline.close();
    }

    @Test
    void givenNoKeyOrAWrongOne_whenAskingV2_then401WithAMessage() throws Exception {
        for (Optional<String> key : List.of(Optional.<String>empty(), Optional.of("wrong"))) {
            HttpResponse<String> answer = caller(key).get("/v2/orders");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        }
        assertThat(caller(Optional.empty()).get("/v2/nothing").statusCode()).isEqualTo(401);
    }

    @Test
    void givenNoOrWrongKey_whenAskingUnversionedApi_then401WithCode() throws Exception {
        for (Optional<String> key : List.of(Optional.<String>empty(), Optional.of("wrong"))) {
            HttpResponse<String> answer = caller(key).get("/warehouse/");

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.body()).contains("\"code\":401", "\"success\":false", "\"message\":");
        }
    }

    @Test
    void givenRevokedKey_whenAsking_then401WhileAnotherKeyWorks() throws Exception {
        remonline.addApiKey("second");
        remonline.revokeApiKey(remonline.apiKey());

        assertThat(caller.get("/v2/company").statusCode()).isEqualTo(401);
        assertThat(caller(Optional.of("second")).get("/v2/company").statusCode())
                .isEqualTo(200);
    }

    @Test
    void givenStandingClock_whenAskingFourTimes_thenFourthRefused() throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(caller.get("/v2/company").statusCode());
        }
        remonline.clock().advance(Duration.ofMillis(999));
        statuses.add(caller.get("/branches/").statusCode());
        remonline.clock().advance(Duration.ofMillis(1));
        statuses.add(caller.get("/branches/").statusCode());

        assertThat(statuses).containsExactly(200, 200, 200, 429, 429, 200);
        assertThat(remonline.refusals()).isEqualTo(2);
    }

    @Test
    void givenTwoKeys_whenAskingFast_thenEachHasItsOwnLimit() throws Exception {
        remonline.addApiKey("second");
        remonline.requestsPerSecond(1);

        assertThat(caller.get("/v2/company").statusCode()).isEqualTo(200);
        assertThat(caller(Optional.of("second")).get("/v2/company").statusCode())
                .isEqualTo(200);
        assertThat(caller.get("/v2/company").statusCode()).isEqualTo(429);
    }

    @Test
    void givenRefusedPost_whenTooFast_thenNothingWasDone() throws Exception {
        remonline.requestsPerSecond(1);
        String order = "{\"branch_id\":3301,\"order_type_id\":411,\"client_id\":88001}";

        assertThat(caller.send("POST", "/v2/orders", order).statusCode()).isEqualTo(200);
        assertThat(caller.send("POST", "/v2/orders", order).statusCode()).isEqualTo(429);

        assertThat(remonline.ordersCreated()).hasSize(1);
    }

    @Test
    void givenUnlimited_whenAskingFast_thenNothingIsRefused() throws Exception {
        remonline.unlimited();

        for (int i = 0; i < 20; i++) {
            assertThat(caller.get("/v2/company").statusCode()).isEqualTo(200);
        }
        assertThat(remonline.refusals()).isZero();
    }

    @Test
    void givenWhatIsNotThere_whenAsking_then404IsPlainTextWithoutBody() throws Exception {
        remonline.unlimited();

        for (String path : List.of("/v2/orders/1", "/v2/orders/x", "/v2/warehouse", "/v2/warehouse/", "/warehouse")) {
            HttpResponse<String> answer = caller.get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/plain");
            assertThat(answer.body()).isEmpty();
        }
        assertThatThrownBy(() -> remonline.order(1)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void givenFewRights_whenAsking_thenListsAreShortAndTheRestIs403() throws Exception {
        remonline.unlimited();
        long here = remonline.seedOrder();
        long there = remonline.seedOrder(order -> order.location(3302));
        remonline
                .setup()
                .warehouse(902, "Far store", 3302)
                .allowLocations(3301L)
                .allowWarehouses(901L);

        assertThat(caller.json("/v2/orders").path("data")).hasSize(1);
        assertThat(caller.json("/v2/company/locations").path("data")).hasSize(1);
        assertThat(caller.json("/warehouse/").path("count").asInt()).isEqualTo(1);
        assertThat(caller.get("/v2/orders/" + here).statusCode()).isEqualTo(200);
        assertThat(caller.get("/v2/orders/" + there).statusCode()).isEqualTo(403);
        assertThat(caller.get("/warehouse/goods/902").statusCode()).isEqualTo(403);
        assertThat(caller.send("POST", "/v2/orders", "{\"branch_id\":3302,\"order_type_id\":411,\"client_id\":88001}")
                        .statusCode())
                .isEqualTo(403);
    }

    private RemOnlineCaller caller(Optional<String> key) {
        return new RemOnlineCaller(remonline.uri(), key);
    }
}
