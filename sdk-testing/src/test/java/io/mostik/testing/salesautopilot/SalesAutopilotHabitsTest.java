package io.mostik.testing.salesautopilot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.SimulatorExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients in public send, and the vendor takes. */
class SalesAutopilotHabitsTest {

    private static final String PRODUCT =
            "{\"prod_name\":\"Yarn\",\"prod_price\":\"1180.00\",\"prod_vat_percent\":\"27\","
                    + "\"prod_currency\":\"EUR\",\"prod_sku\":\"YM-01\"}";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @RegisterExtension
    final SimulatorExtension<SalesAutopilotSimulator> started =
            SimulatorExtension.of(SalesAutopilotSimulator::startFrozen);

    private AutopilotClient client;

    @BeforeEach
    void connect() {
        client = new AutopilotClient(started.simulator());
    }

    @Test
    void givenNoPage_whenListingByVersion2_thenIsTheFirst() throws Exception {
        SalesAutopilotSimulator vendor = started.simulator();
        vendor.addRecord(SalesAutopilotSimulator.NEWSLETTER, Map.of("email", "kata@example.test"));
        String login = "{\"username\":\"" + vendor.username() + "\",\"password\":\"" + vendor.password() + "\"}";
        String token =
                client.send("POST", "/v2/access-token", login).body().replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(vendor.uri() + "/v2/newsletter/5123/subscribers?limit=20"))
                .header("Authorization", "Bearer " + token)
                .build();

        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());

        assertThat(answer.body()).contains("kata@example.test");
    }

    @Test
    void givenPriceAlone_whenModifyingProduct_thenCurrencyStays() throws Exception {
        String id = client.send("POST", "/createproduct", PRODUCT).body();

        assertThat(client.send("POST", "/modifyproduct/" + id, "{\"prod_price\":\"990.00\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.get("/getproduct/" + id).body()).contains("990.00", "EUR");
    }

    @Test
    void givenNoList_whenCheckingCoupon_thenIsFound() throws Exception {
        started.simulator().addCoupon(SalesAutopilotSimulator.ORDERS, "SPRING", BigDecimal.TEN);
        String id = client.send("POST", "/createproduct", PRODUCT).body();
        String check = "{\"coupon_code\":\"SPRING\",\"products\":[{\"prod_id\":" + id + ",\"quantity\":1}]}";

        HttpResponse<String> answer = client.send("POST", "/couponcheck", check);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("{");
    }

    @Test
    void givenHyphens_whenAskingForSentLetters_thenAreTaken() throws Exception {
        assertThat(client.get("/sentemailids/2026-03-01/2026-03-31").statusCode())
                .isEqualTo(200);
    }

    @Test
    void givenCountryInCapitals_whenProcessingOrder_thenIsTaken() throws Exception {
        HttpResponse<String> answer = client.send("POST", "/processWebshopOrder/6200/ns_id/21400", order("HU"));

        assertThat(answer.body()).doesNotContain("country");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "demo-password, /list/5123/field/email/value/a%40b.test, 200",
        "wrong, /list/5123/field/email/value/a%40b.test, 401",
        "demo-password, /getlists, 401"
    })
    void givenDigest_whenLoggingIn_thenIsTakenIfRight(String password, String made, int status) throws Exception {
        URI uri = URI.create(started.simulator().uri() + "/list/5123/field/email/value/a%40b.test");
        HttpResponse<String> first = HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        String challenge = first.headers().allValues("WWW-Authenticate").stream()
                .filter(each -> each.startsWith("Digest "))
                .findFirst()
                .orElseThrow();
        HttpRequest second = HttpRequest.newBuilder(uri)
                .header("Authorization", digest(challenge, password, made))
                .build();

        assertThat(first.statusCode()).isEqualTo(401);
        assertThat(HTTP.send(second, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
    }

    @Test
    void givenDigestOfOwnNonce_whenSent_then401() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(started.simulator().uri() + "/getlists"))
                .header(
                        "Authorization",
                        digest("Digest realm=\"SalesAutopilot\", nonce=\"n\"", "demo-password", "/getlists"))
                .build();

        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
    }

    @Test
    void givenStars_whenSearching_thenFindsWhatHoldsTheText() throws Exception {
        started.simulator().addRecord(SalesAutopilotSimulator.NEWSLETTER, Map.of("email", "kata@example.test"));
        started.simulator().addRecord(SalesAutopilotSimulator.NEWSLETTER, Map.of("email", "pal@other.test"));

        assertThat(client.get("/list/5123/field/email/value/*EXAMPLE*").body())
                .contains("kata@")
                .doesNotContain("pal@");
        assertThat(client.get("/list/5123/field/email/value/*nobody*").body()).isEqualTo("[]");
    }

    @Test
    void givenWhoLeft_whenSubscribedAgain_thenStaysInactive() throws Exception {
        SalesAutopilotSimulator vendor = started.simulator();
        long left = vendor.addRecord(SalesAutopilotSimulator.NEWSLETTER, Map.of("email", "kata@example.test"));
        client.get("/unsubscribe/5123/record/" + left);

        String again = client.send("POST", "/subscribe/5123/form/20771", "{\"email\":\"kata@example.test\"}")
                .body();

        assertThat(again).isEqualTo("-1");
        assertThat(client.get("/list/5123/record/" + left).body()).contains("\"active\":\"0\"");
        assertThat(client.get("/listtotalcount/5123").body()).isEqualTo("1");
        client.send("PUT", "/update/5123/form/20772/record/" + left, "{\"active\":true}");
        assertThat(client.get("/list/5123/record/" + left).body()).contains("\"active\":\"1\"");
    }

    @Test
    void givenOtherAnswer_whenProcessingOrder_thenIsTakenAllTheSame() throws Exception {
        started.simulator().orderAnswer("{\"errorCode\":10101}");

        HttpResponse<String> answer = client.send("POST", "/processWebshopOrder/6200/ns_id/21400", order("hu"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"errorCode\":10101}");
        assertThat(started.simulator().orders("W-1")).hasSize(1);
    }

    private static String order(String country) {
        return "{\"order_id\":\"W-1\",\"email\":\"kata@example.test\",\"mssys_bill_country\":\"" + country
                + "\",\"currency\":\"HUF\",\"products\":[{\"prod_id\":\"1\",\"prod_name\":\"Yarn\","
                + "\"prod_price\":\"1000\",\"qty\":1,\"tax\":27}]}";
    }

    private static String digest(String challenge, String password, String path) throws Exception {
        String realm = parameter(challenge, "realm");
        String nonce = parameter(challenge, "nonce");
        String response = md5(
                md5("demo-key:" + realm + ":" + password) + ":" + nonce + ":00000001:c1:auth:" + md5("GET:" + path));
        return "Digest username=\"demo-key\", realm=\"" + realm + "\", nonce=\"" + nonce + "\", uri=\"" + path
                + "\", cnonce=\"c1\", nc=00000001, qop=auth, response=\"" + response + "\"";
    }

    private static String parameter(String challenge, String name) {
        return challenge.replaceAll(".*" + name + "=\"([^\"]*)\".*", "$1");
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    }
}
