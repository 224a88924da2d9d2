package io.mostik.testing.remonline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RemOnlineTokenTest {

    final RemOnlineSimulator remonline = RemOnlineSimulator.startFrozen();
    final RemOnlineCaller caller = new RemOnlineCaller(remonline.uri(), Optional.empty());

    @BeforeEach
    void unlimited() {
        remonline.unlimited();
    }

    @AfterEach
    void stop() {
        remonline.close();
    }

    @Test
    void givenKeyAsJsonOrForm_whenLoggingIn_thenTokenOfFortyHexDigits() throws Exception {
        assertThat(login()).matches("[0-9a-f]{40}");
        assertThat(caller.json("POST", "/token/new", "api_key=" + remonline.apiKey())
                        .path("success")
                        .asBoolean())
                .isTrue();
        assertThat(remonline.logins()).isEqualTo(2);
    }

    @Test
    void givenWrongKey_whenLoggingIn_then401WithCode111() throws Exception {
        HttpResponse<String> answer = caller.send("POST", "/token/new", "{\"api_key\":\"wrong\"}");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":111", "\"success\":false");
        assertThat(remonline.logins()).isZero();
    }

    @Test
    void givenNoTokenOrAnOldOne_whenAsking_then403WithCode101() throws Exception {
        remonline.tokenLife(Duration.ofMinutes(5));
        String old = login();
        remonline.clock().advance(Duration.ofMinutes(5));
        String ended = login();
        remonline.expireTokens();

        for (String query : new String[] {"", "?token=wrong", "?token=" + old, "?token=" + ended}) {
            HttpResponse<String> answer = caller.get("/order/" + query);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"code\":101", "\"success\":false");
        }
        assertThat(caller.get("/order/?token=" + login()).statusCode()).isEqualTo(200);
        assertThat(remonline.logins()).isEqualTo(3);
    }

    @Test
    void givenBearerKey_whenAskingTheTokenApi_then403() throws Exception {
        RemOnlineCaller bearer = new RemOnlineCaller(remonline.uri(), Optional.of(remonline.apiKey()));

        assertThat(bearer.get("/order/").statusCode()).isEqualTo(403);
        assertThat(caller.get("/warehouse/?token=" + login()).statusCode()).isEqualTo(200);
    }

    @Test
    void givenOrder_whenListed_thenMillisecondsNumbersAndEmptyObjects() throws Exception {
        String token = login();
        long id = remonline.seedOrder(order -> order.number("C012")
                .payed("950.00")
                .item(501, "1", "600", "410")
                .item(601, "1", "350", "0"));

        JsonNode answer = caller.json("/order/?id_labels%5B%5D=C012&token=" + token);
        JsonNode order = answer.path("data").get(0);

        assertThat(answer.path("count").asInt()).isEqualTo(1);
        assertThat(order.path("id").asLong()).isEqualTo(id);
        assertThat(order.path("created_at").asLong()).isEqualTo(1772442900000L);
        assertThat(order.has("closed_at")).isFalse();
        assertThat(order.path("status").path("group").asInt()).isEqualTo(1);
        assertThat(order.path("price").isNumber()).isTrue();
        assertThat(order.path("price").decimalValue()).isEqualByComparingTo("950");
        assertThat(order.path("asset")).hasToString("{}");
        assertThat(order.path("ad_campaign")).hasToString("{}");
        assertThat(order.path("parts")).hasSize(1);
        assertThat(order.path("operations").get(0).path("entityId").asLong()).isEqualTo(601);
        assertThat(order.path("client").path("phone").get(0).isTextual()).isTrue();
    }

    @Test
    void givenOrderCreatedByToken_whenReadOverV2_thenItIsTheSame() throws Exception {
        String token = login();

        JsonNode created = caller.json("POST", "/order/?token=" + token, """
                {"branch_id":3301,"order_type":411,"client_id":88001,"engineer":7005,"estimated_done_at":1772442900000,
                 "estimated_cost":900,"custom_fields":"{\\"7010001\\":\\"red\\"}"}
                """);
        long id = created.path("data").path("id").asLong();
        JsonNode order = new RemOnlineCaller(remonline.uri(), Optional.of(remonline.apiKey())).json("/v2/orders/" + id);

        assertThat(created.path("success").asBoolean()).isTrue();
        assertThat(order.path("assignee_id").asLong()).isEqualTo(7005);
        assertThat(order.path("due_date").asText()).isEqualTo("2026-03-02T09:15:00Z");
        assertThat(order.path("estimated_price").asText()).isEqualTo("900");
        assertThat(order.path("custom_fields").path("f7010001").asText()).isEqualTo("red");
        assertThat(remonline.ordersCreated()).hasSize(1);
    }

    @Test
    void givenTokenInTheBody_whenChangingStatus_thenItCounts() throws Exception {
        String token = login();
        long id = remonline.seedOrder();

        caller.json(
                "POST",
                "/order/status/",
                "{\"token\":\"" + token + "\",\"order_id\":" + id + ",\"status_id\":5100203}");

        assertThat(remonline.statusChanges(id)).extracting(StatusChange::to).containsExactly(5100203L);
        HttpResponse<String> unknown =
                caller.send("POST", "/order/status/?token=" + token, "{\"order_id\":1,\"status_id\":1}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("\"validation\":{\"order_id\"", "status_id");
    }

    @Test
    void givenDictionaryAndClients_whenAsked_thenTheirOldShapes() throws Exception {
        String token = login();
        remonline.writeAnswers(WriteAnswer.DATA_ARRAY);

        assertThat(caller.json("/statuses/orders/?token=" + token)
                        .path("data")
                        .get(0)
                        .path("name")
                        .asText())
                .isEqualTo("New");
        assertThat(caller.json("/clients/?names%5B%5D=lys&token=" + token)
                        .path("data")
                        .get(0)
                        .path("juridical")
                        .asBoolean())
                .isFalse();
        assertThat(caller.json(
                                "POST",
                                "/order/?token=" + token,
                                "{\"branch_id\":3301,\"order_type\":411,\"client_id\":88001}")
                        .at("/data/0/id")
                        .asLong())
                .isPositive();
        assertThat(caller.json("/order/" + remonline.ordersCreated().get(0).id() + "?token=" + token)
                        .at("/data/number")
                        .isMissingNode())
                .isTrue();
    }

    private String login() throws Exception {
        return caller.json("POST", "/token/new", "{\"api_key\":\"" + remonline.apiKey() + "\"}")
                .path("token")
                .asText();
    }
}
