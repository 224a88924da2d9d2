package io.mostik.testing.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of SalesAutopilot in public send, at the program: finding S27. The log-in by digest is in {@link TheirTestsTest}. */
class PublicAutopilotClientsTest {

    private static final String PRODUCT =
            "{\"prod_name\":\"Yarn\",\"prod_price\":\"1180.00\",\"prod_vat_percent\":\"27\","
                    + "\"prod_currency\":\"EUR\",\"prod_sku\":\"YM-01\"}";

    @RegisterExtension
    final Desk desk = new Desk("salesautopilot", "--port", "0", "--clock", "frozen");

    @Test
    void givenNoPage_whenListingByVersion2_thenIsTheFirst() {
        JsonNode keys = desk.get("/salesautopilot").path("keys");
        String login = "{\"username\":\"" + keys.path("username").asText() + "\",\"password\":\""
                + keys.path("password").asText() + "\"}";
        String token =
                send("POST", "/v2/access-token", login).body().replaceAll("(?s).*\"token\":\"([^\"]*)\".*", "$1");

        HttpResponse<String> answer = Desk.send(HttpRequest.newBuilder(uri("/v2/newsletter/5123/subscribers?limit=20"))
                .header("Authorization", "Bearer " + token)
                .build());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("kata@example.test");
    }

    @Test
    void givenPriceAlone_whenModifyingProduct_thenCurrencyStays() {
        String id = send("POST", "/createproduct", PRODUCT).body();

        assertThat(send("POST", "/modifyproduct/" + id, "{\"prod_price\":\"990.00\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(send("GET", "/getproduct/" + id, "").body()).contains("990.00", "EUR");
    }

    @Test
    void givenNoList_whenCheckingCoupon_thenIsFound() {
        desk.control("POST", "/salesautopilot/actions/coupon", "{\"code\":\"SPRING\"}");
        String id = send("POST", "/createproduct", PRODUCT).body();

        HttpResponse<String> answer = send(
                "POST",
                "/couponcheck",
                "{\"coupon_code\":\"SPRING\",\"products\":[{\"prod_id\":" + id + ",\"quantity\":1}]}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{");
    }

    @Test
    void givenDaysWithHyphens_whenAsked_thenAnswers() {
        assertThat(send("GET", "/sentemailids/2026-03-01/2026-03-31", "").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hu", "HU"})
    void givenCountryOfAnyCase_whenOrdering_thenIsTaken(String country) {
        HttpResponse<String> answer = order(country);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(desk.get("/salesautopilot/holds").path("orders")).hasSize(1);
    }

    @Test
    void givenOrderAnswerSet_whenOrdering_thenThatIsAnswered() {
        desk.control("POST", "/salesautopilot/actions/order-answer", "{\"body\":\"false\"}");

        assertThat(order("hu").body()).isEqualTo("false");
        assertThat(desk.get("/salesautopilot/holds").path("orders")).hasSize(1);
    }

    @Test
    void givenStars_whenSearching_thenFindsWhatHoldsTheText() {
        desk.control("POST", "/salesautopilot/actions/record", "{\"fields\":{\"email\":\"pal@other.test\"}}");

        assertThat(send("GET", "/list/5123/field/email/value/*EXAMPLE*", "").body())
                .contains("kata@")
                .doesNotContain("pal@");
    }

    @Test
    void givenWhoLeft_whenSubscribedAgain_thenStaysInactive() {
        desk.control("POST", "/salesautopilot/actions/leave", "");

        String again = send("POST", "/subscribe/5123/form/20771", "{\"email\":\"kata@example.test\"}")
                .body();

        assertThat(again).isEqualTo("-1");
        assertThat(desk.get("/salesautopilot/holds").at("/newsletter/0/active").asText())
                .isEqualTo("0");
    }

    @Test
    void givenFormWithConfirmation_whenSignedUp_thenIsActiveAfterTheClick() {
        desk.control("POST", "/salesautopilot/actions/double-opt-in-form", "");
        String id = send("POST", "/subscribe/5123/form/20780", "{\"email\":\"nora@example.test\"}")
                .body();
        String before = active(1);

        desk.control("POST", "/salesautopilot/actions/confirm", "{\"record\":" + id + "}");

        assertThat(before + " " + active(1)).isEqualTo("0 1");
    }

    private String active(int row) {
        return desk.get("/salesautopilot/holds")
                .at("/newsletter/" + row + "/active")
                .asText();
    }

    private HttpResponse<String> order(String country) {
        return send(
                "POST",
                "/processWebshopOrder/6200/ns_id/21400",
                "{\"order_id\":\"W-1\",\"email\":\"kata@example.test\",\"mssys_bill_country\":\"" + country
                        + "\",\"currency\":\"HUF\",\"products\":[{\"prod_id\":\"1\",\"prod_name\":\"Yarn\","
                        + "\"prod_price\":\"1000\",\"qty\":1,\"tax\":27}]}");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        JsonNode keys = desk.get("/salesautopilot").path("keys");
        String pair =
                keys.path("username").asText() + ":" + keys.path("password").asText();
        return Desk.send(HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private URI uri(String path) {
        return URI.create(
                desk.get("/salesautopilot").path("addresses").path("base").asText() + path);
    }
}
