package io.mostik.testing.salesautopilot;

import static io.mostik.testing.salesautopilot.SalesAutopilotSimulator.NEWSLETTER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SalesAutopilotReadsTest {

    private final SalesAutopilotSimulator autopilot = SalesAutopilotSimulator.startFrozen();
    private final AutopilotClient client = new AutopilotClient(autopilot);

    @AfterEach
    void stop() {
        autopilot.close();
    }

    @Test
    void givenRecord_whenReadById_thenOneObjectOfStringsWithZeroDates() throws Exception {
        long id = add("a@b.hu", "2026-02-01 08:00:00", "5");

        JsonNode record = json("GET", "/list/5123/record/" + id, "");

        assertThat(record.isObject()).isTrue();
        assertThat(record).allSatisfy(value -> assertThat(value.isTextual()).isTrue());
        assertThat(record.path("id").asText()).isEqualTo(Long.toString(id));
        assertThat(record.path("mssys_birthday").asText()).isEqualTo("0000-00-00");
        assertThat(record.path("firstupdate").asText()).isEqualTo("0000-00-00 00:00:00");
        assertThat(record.path("mssys_company").asText("-")).isEmpty();
        assertThat(record.has("mssys_order_status")).isFalse();
    }

    @Test
    void givenOneMatch_whenReadByField_thenStillAnArray() throws Exception {
        add("a@b.hu", "2026-02-01 08:00:00", "5");

        JsonNode found = json("GET", "/list/5123/field/email/value/a%40b.hu", "");

        assertThat(found.isArray()).isTrue();
        assertThat(found).hasSize(1);
        assertThat(json("POST", "/list/5123/field/email/value/a%40b.hu", "")).hasSize(1);
        assertThat(client.get("/list/5123/field/nothing/value/x").statusCode()).isEqualTo(406);
    }

    @Test
    void givenList_whenReadOrCounted_thenWholeAndBareNumber() throws Exception {
        add("a@b.hu", "2026-02-01 08:00:00", "5");
        add("c@d.hu", "2026-02-02 08:00:00", "10");

        assertThat(json("GET", "/list/5123", "")).hasSize(2);
        assertThat(client.get("/listtotalcount/5123").body()).isEqualTo("2");
        assertThat(client.get("/list/1").statusCode()).isEqualTo(406);
    }

    @Test
    void givenOrderAndLimit_whenRead_thenNumbersSortByValue() throws Exception {
        add("a@b.hu", "2026-02-01 08:00:00", "5");
        add("c@d.hu", "2026-02-02 08:00:00", "10");
        add("e@f.hu", "2026-02-03 08:00:00", "9");

        JsonNode newest = json("POST", "/list/5123/order/subdate/desc/1", "");
        JsonNode byValue = json("GET", "/list/5123/order/mssys_opportunity_value/asc", "");

        assertThat(newest).hasSize(1);
        assertThat(newest.get(0).path("email").asText()).isEqualTo("e@f.hu");
        assertThat(byValue.findValuesAsText("mssys_opportunity_value")).containsExactly("5", "9", "10");
    }

    @Test
    void givenConditionAndColumns_whenRead_thenOnlyThose() throws Exception {
        add("a@b.hu", "2026-02-01 08:00:00", "5");
        add("c@d.hu", "2026-02-02 08:00:00", "10");

        JsonNode found = json("POST", "/list/5123/order/subdate/asc/200", """
                [{"field":"subdate","operator":">","value":"2026-02-01 08:00:00"},
                 {"listFields":["id","email"]}]""");

        assertThat(found).hasSize(1);
        assertThat(found.get(0).path("email").asText()).isEqualTo("c@d.hu");
        assertThat(found.get(0)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"field\":\"subdate\"}",
                "[{\"field\":\"subdate\",\"operator\":\"<\",\"value\":\"x\"}]",
                "[{\"field\":\"nothing\",\"operator\":\">\",\"value\":\"x\"}]",
                "[{\"listFields\":[\"nothing\"]}]"
            })
    void givenWrongCondition_whenRead_then406(String body) throws Exception {
        assertThat(client.send("POST", "/list/5123/order/subdate/asc/10", body).statusCode())
                .isEqualTo(406);
    }

    @Test
    void givenWrongOrder_whenRead_then406() throws Exception {
        assertThat(client.get("/list/5123/order/subdate/up").statusCode()).isEqualTo(406);
        assertThat(client.get("/list/5123/order/nothing/asc").statusCode()).isEqualTo(406);
        assertThat(client.get("/list/5123/order/subdate/asc/x").statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "[]", "null"})
    void givenNothingFound_whenRead_thenAnyOfTheKnownShapes(String body) throws Exception {
        assertThat(client.get("/list/5123/record/1").body()).isEqualTo("null");
        assertThat(client.get("/list/5123/field/email/value/x").body()).isEqualTo("[]");

        autopilot.nothingFound(body);

        assertThat(client.get("/list/5123/record/1").body()).isEqualTo(body);
        assertThat(client.get("/list/5123/field/email/value/x").body()).isEqualTo(body);
    }

    @Test
    void givenLists_whenAsked_thenUpdateFormsOnlyByKind() throws Exception {
        assertThat(json("GET", "/getlists", "").findValuesAsText("id")).containsExactly("5123", "6200");
        assertThat(json("GET", "/getforms/5123", "").findValuesAsText("id")).containsExactly("20771", "20773");
        assertThat(json("GET", "/zapier/getlists/11", "").toString())
                .isEqualTo("[{\"nl_id\":\"6200\",\"list_name\":\"Webshop\"}]");
        assertThat(json("GET", "/zapier/getforms/6200/2", "").findValuesAsText("ns_id"))
                .containsExactly("21401", "21402");
        assertThat(json("GET", "/zapier/getforms/6200/4", "")
                        .get(0)
                        .path("form_name")
                        .asText())
                .isEqualTo("Rendelés");
    }

    private long add(String email, String subdate, String value) {
        return autopilot.addRecord(
                NEWSLETTER, Map.of("email", email, "subdate", subdate, "mssys_opportunity_value", value));
    }

    private JsonNode json(String verb, String path, String body) throws Exception {
        return new ObjectMapper().readTree(client.send(verb, path, body).body());
    }
}
