package io.mostik.testing.salesautopilot;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.testing.SimulatorExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What clients in public send, and the vendor takes. */
class SalesAutopilotHabitsTest {

    private static final String PRODUCT =
            "{\"prod_name\":\"Yarn\",\"prod_price\":\"1180.00\",\"prod_vat_percent\":\"27\","
                    + "\"prod_currency\":\"EUR\",\"prod_sku\":\"YM-01\"}";

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

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

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
        String order =
                "{\"order_id\":\"W-1\",\"email\":\"kata@example.test\",\"mssys_bill_country\":\"HU\",\"currency\":\"HUF\","
                        + "\"products\":[{\"prod_id\":\"1\",\"prod_name\":\"Yarn\",\"prod_price\":\"1000\",\"qty\":1,\"tax\":27}]}";

        HttpResponse<String> answer = client.send("POST", "/processWebshopOrder/6200/ns_id/21400", order);

        assertThat(answer.body()).doesNotContain("country");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
