package io.mostik.testing.salesautopilot;

import static io.mostik.testing.salesautopilot.SalesAutopilotSimulator.ORDERS;
import static io.mostik.testing.salesautopilot.SalesAutopilotSimulator.ORDER_FORM;
import static io.mostik.testing.salesautopilot.SalesAutopilotSimulator.PAID_FORM;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class SalesAutopilotOrdersTest {

    private static final String PROCESS = "/processWebshopOrder/6200/ns_id/21400";
    private static final String ORDER = """
        {"order_id":"W-10077","email":"kata.molnar@example.hu","mssys_firstname":"Kata","mssys_lastname":"Molnár",
         "shipping_method":"GLS futár","payment_method":"Banki átutalás","payment_code":"bacs","currency":"HUF",
         "netshippingcost":"1180.00","grossshippingcost":"1498.60",
         "mssys_bill_country":"hu","mssys_bill_zip":"1117","mssys_bill_city":"Budapest",
         "mssys_integration_type":"java-sdk",
         "products":[{"prod_id":"YOGA-MAT-01","prod_name":"Jógaszőnyeg","qty":1,"tax":27,"prod_price":"7862.99",
                      "categories":[{"category_id":"12","category_name":"Kellékek"}]}]}\
        """;

    private final SalesAutopilotSimulator autopilot = SalesAutopilotSimulator.startFrozen();
    private final AutopilotClient client = new AutopilotClient(autopilot);

    @AfterEach
    void stop() {
        autopilot.close();
    }

    @Test
    void givenOrder_whenProcessed_thenReadBackAsTheVendorShowsIt() throws Exception {
        HttpResponse<String> answer = client.send("POST", PROCESS, ORDER);

        assertThat(answer.body()).matches("[1-9]\\d*");
        JsonNode order = json("/list/6200/record/" + answer.body());
        assertThat(order.path("mssys_shoprenter_id").asText()).isEqualTo("W-10077");
        assertThat(order.path("mssys_order_status").asText()).isEqualTo("1");
        assertThat(order.path("mssys_pay_date").asText()).isEqualTo("0000-00-00");
        assertThat(order.path("mssys_order_netto_sum").asText()).isEqualTo("9042.99");
        assertThat(order.path("mssys_order_brutto_sum").asText()).isEqualTo("11484.60");
        assertThat(order.path("mssys_shipping_mode").asText()).isEqualTo("GLS futár");
        JsonNode item = order.path("products").get(0);
        assertThat(item.path("oi_sku").asText()).isEqualTo("YOGA-MAT-01");
        assertThat(item.path("nud_id").asText()).isEqualTo(answer.body());
        assertThat(item.path("oi_brutto_sum").asText()).isEqualTo("9986.00");
        assertThat(item).allSatisfy(value -> assertThat(value.isTextual()).isTrue());
        assertThat(autopilot.timesFired(ORDER_FORM, Long.parseLong(answer.body())))
                .isEqualTo(1);
    }

    @Test
    void givenOrder_whenMarkedPaidTwice_thenInvoicingRanTwice() throws Exception {
        long id = Long.parseLong(client.send("POST", PROCESS, ORDER).body());
        String path = "/update/6200/form/21402/field/mssys_shoprenter_id/value/W-10077";
        String paid = "{\"mssys_order_status\":2,\"mssys_pay_date\":\"2026-03-14\"}";

        assertThat(client.send("PUT", path, paid).body()).isEqualTo("1");
        assertThat(autopilot.timesFired(PAID_FORM, id)).isEqualTo(1);
        client.send("POST", path, paid);

        assertThat(autopilot.timesFired(PAID_FORM, id)).isEqualTo(2);
        assertThat(autopilot.record(ORDERS, id).orElseThrow())
                .containsEntry("mssys_order_status", "2")
                .containsEntry("mssys_pay_date", "2026-03-14");
    }

    @Test
    void givenSameOrderTwice_whenProcessed_thenTwoRecords() throws Exception {
        client.send("POST", PROCESS, ORDER);
        client.send("POST", PROCESS, ORDER);

        assertThat(autopilot.orders("W-10077")).hasSize(2);
        assertThat(json("/list/6200/field/mssys_shoprenter_id/value/W-10077")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"W-10077\" | \"\"",
                "\"order_id\" | \"order_number\"",
                "\"prod_price\" | \"price\"",
                "\"7862.99\" | \"7 862,99\"",
                "\"products\" | \"mssys_fax\"",
                "\"1180.00\" | \"ezer\""
            })
    void givenOrderWithAFault_whenProcessed_then406AndNoRecord(String good, String wrong) throws Exception {
        HttpResponse<String> answer = client.send("POST", PROCESS, ORDER.replace(good, wrong));

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(client.get("/listtotalcount/6200").body()).isEqualTo("0");
    }

    @Test
    void givenWrongListOrForm_whenProcessed_then406() throws Exception {
        assertThat(client.send("POST", "/processWebshopOrder/6200/ns_id/21401", ORDER)
                        .statusCode())
                .isEqualTo(406);
        assertThat(client.send("POST", "/processWebshopOrder/5123/ns_id/20771", ORDER)
                        .statusCode())
                .isEqualTo(406);
        assertThat(client.send("POST", "/processWebshopOrder/1/ns_id/21400", ORDER)
                        .statusCode())
                .isEqualTo(406);
    }

    private JsonNode json(String path) throws Exception {
        return new ObjectMapper().readTree(client.get(path).body());
    }
}
