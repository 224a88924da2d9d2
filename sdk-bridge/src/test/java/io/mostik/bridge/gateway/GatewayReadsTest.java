package io.mostik.bridge.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.Connections;
import io.mostik.bridge.gateway.FlatCaller.Answer;
import io.mostik.core.Secret;
import io.mostik.remonline.RemOnline;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.salesautopilot.SalesAutopilotSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.vcclive.VccLiveSimulator;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayReadsTest {

    private static final long PROJECT = 134;

    @Order(1)
    @RegisterExtension
    static final SimulatedVendors VENDORS = SimulatedVendors.start();

    private static final VccLiveSimulator VCC = VENDORS.callCentre();
    private static final SalesAutopilotSimulator SALES = VENDORS.letters();
    private static final RemOnlineSimulator REPAIR = VENDORS.repair();

    @Order(2)
    @RegisterExtension
    static final GatewayServer GATEWAY = GatewayServer.with(GatewayReadsTest::vendors);

    private final FlatCaller zup = GATEWAY.caller(GatewayServer.ZUP);

    private static Connections vendors(Connections connections) {
        RemOnline refused = RemOnline.builder()
                .apiKey(Secret.of("not the key"))
                .baseUri(REPAIR.v2Uri().toString())
                .build();
        RemOnline away = RemOnline.builder()
                .apiKey(Secret.of("key"))
                .baseUri("http://127.0.0.1:1/")
                .build();
        return VENDORS.with(connections).with("refused", "remonline", refused).with("away", "remonline", away);
    }

    @Test
    void givenCard_whenRead_thenItsLimits() throws Exception {
        Answer answer = zup.get("/v1/reads/cards.limit?connection=north&card=" + TBankSimulator.PLASTIC_CARD);

        assertThat(answer.status()).as(answer.raw()).isEqualTo(200);
        assertThat(answer.text("found")).isEqualTo("true");
        assertThat(answer.json().names()).contains("result_spend_limit", "result_spend_left", "result_spend_period");
        assertThat(answer.raw()).doesNotContain("null");
    }

    @Test
    void givenHolderNoted_whenCardsOfEmployeeRead_thenThese() throws Exception {
        zup.post(
                "/v1/actions/cards.holder.note",
                "{'document':'A-1','connection':'north','card':'" + TBankSimulator.PLASTIC_CARD
                        + "','employee':'ТН-17'}");

        Answer answer = zup.get("/v1/reads/cards.of_employee?connection=north&employee=%D1%82%D0%BD-17");
        Answer none = zup.get("/v1/reads/cards.of_employee?connection=south&employee=%D1%82%D0%BD-17");

        assertThat(answer.text("count")).as(answer.raw()).isEqualTo("1");
        assertThat(answer.raw()).contains("\"rows\":[{\"card\":" + TBankSimulator.PLASTIC_CARD + "}]");
        assertThat(none.text("count")).isEqualTo("0");
        assertThat(none.text("code")).isEqualTo("nothing_found");
    }

    @Test
    void givenRecord_whenRead_thenFlat() throws Exception {
        VCC.addProject(PROJECT, "Newsletter");
        VCC.addField(PROJECT, "city", "text");
        long record = VCC.addRecord(PROJECT, Map.of("phone1", "36301112233", "city", "Budapest"));

        Answer answer = zup.get("/v1/reads/vcc.record?project=" + PROJECT + "&record=" + record);

        assertThat(answer.status()).as(answer.raw()).isEqualTo(200);
        assertThat(answer.text("result_field_city")).isEqualTo("Budapest");
        assertThat(answer.raw()).doesNotContain("null").doesNotContain(":{");
    }

    @Test
    void givenSubscriber_whenRead_thenByAddress() throws Exception {
        long record = SALES.addRecord(SalesAutopilotSimulator.NEWSLETTER, Map.of("email", "ada@example.com"));
        String address = "/v1/reads/sa.subscriber?list=" + SalesAutopilotSimulator.NEWSLETTER;

        Answer answer = zup.get(address + "&email=ada@example.com");
        Answer none = zup.get(address + "&email=nobody@example.com");

        assertThat(answer.text("result_record")).as(answer.raw()).isEqualTo(Long.toString(record));
        assertThat(answer.text("result_field_email")).isEqualTo("ada@example.com");
        assertThat(none.text("found")).as(none.raw()).isEqualTo("false");
    }

    @Test
    void givenOrderAndPerson_whenRead_thenFlat() throws Exception {
        long person = REPAIR.seedPerson("Ada", "Byron", "+36301112233");
        long order = REPAIR.seedOrder();

        Answer ofOrder = zup.get("/v1/reads/ro.order?connection=repair&order=" + order);
        Answer ofPerson = zup.get("/v1/reads/ro.person?connection=repair&person=" + person);
        Answer none = zup.get("/v1/reads/ro.order?connection=repair&order=99999999");

        assertThat(ofOrder.text("result_order")).as(ofOrder.raw()).isEqualTo(Long.toString(order));
        assertThat(ofPerson.text("result_first_name")).as(ofPerson.raw()).isEqualTo("Ada");
        assertThat(none.text("found")).as(none.raw()).isEqualTo("false");
    }

    @Test
    void givenVendorAwayOrKeyRefused_whenRead_thenSaid() throws Exception {
        Answer away = zup.get("/v1/reads/ro.order?connection=away&order=1");
        Answer refused = zup.get("/v1/reads/ro.order?connection=refused&order=1");

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.text("code")).isEqualTo("vendor_unavailable");
        assertThat(away.text("next_step")).isEqualTo("ask_again");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.text("code")).as(refused.raw()).isEqualTo("connection_refused");
        assertThat(refused.text("next_step")).isEqualTo("fix_settings");
    }

    @Test
    void givenBadParameters_whenRead_thenSaid() throws Exception {
        assertThat(zup.get("/v1/reads/cards.limit?connection=north").text("code"))
                .isEqualTo("field_missing");
        assertThat(zup.get("/v1/reads/cards.limit?connection=north&card=x").text("code"))
                .isEqualTo("field_number");
        assertThat(zup.get("/v1/reads/cards.limit?connection=north&card=0").text("code"))
                .isEqualTo("value_refused");
        assertThat(zup.get("/v1/reads/cards.limit?card=1").text("code")).isEqualTo("connection_needed");
        assertThat(zup.get("/v1/reads/cards.limit?card=1&pin=1").text("code")).isEqualTo("parameter_unknown");
        assertThat(GATEWAY.caller(GatewayServer.CARDS)
                        .get("/v1/reads/ro.order?order=1")
                        .status())
                .isEqualTo(403);
    }
}
