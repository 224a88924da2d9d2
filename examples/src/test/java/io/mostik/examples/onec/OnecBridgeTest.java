package io.mostik.examples.onec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import io.mostik.testing.tbank.Decision;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnecBridgeTest {

    private static final long CARD = TBankSimulator.PLASTIC_CARD;
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final String GUID = "6f9619ff-8b86-d011-b42d-00c04fc964ff";

    @RegisterExtension
    final BridgeHouse house = new BridgeHouse();

    @Test
    void givenOrder_whenLimitIsAskedFor_thenItIsSetAndTold() throws Exception {
        OnecCaller.Answer answer = house.caller.post("/limits", limit(GUID, "1450.50"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("state")).isEqualTo("done");
        assertThat(answer.text("happened")).isEqualTo("yes");
        assertThat(answer.text("at")).isEqualTo("2026-03-02T12:15:00");
        assertThat(house.bank.card(CARD).spendLimit().remain()).isEqualByComparingTo("1450.50");
    }

    @Test
    void givenAnsweredDocument_whenSentAgain_thenGetsTheFirstAnswer() throws Exception {
        OnecCaller.Answer first = house.caller.post("/limits", limit(GUID, "1450.50"));
        assertThat(house.bank.spend(CARD, BigDecimal.TEN)).isEqualTo(Decision.ACCEPTED);
        house.restart();
        house.time.advance(Duration.ofHours(1));

        OnecCaller.Answer again = house.caller.post("/limits", limit(GUID.toUpperCase(), "1450.5"));

        assertThat(again).isEqualTo(first);
        assertThat(house.bank.journal().count("POST", SPEND)).isEqualTo(1);
    }

    @Test
    void givenDocument_whenSentWithAnotherBody_thenRefused() throws Exception {
        house.caller.post("/limits", limit(GUID, "100"));

        OnecCaller.Answer other = house.caller.post("/limits", limit(GUID, "200"));

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("message")).contains("needs a new document");
        assertThat(house.bank.grantedTotal(CARD)).isEqualByComparingTo("100");
    }

    @Test
    void givenLostBankAnswer_whenAskedAgain_thenGrantsOnce() throws Exception {
        house.bank.faults().actThenDrop().on("POST", SPEND);

        OnecCaller.Answer first = house.caller.post("/limits", limit(GUID, "100"));
        house.bank.spend(CARD, BigDecimal.TEN);
        OnecCaller.Answer soon = house.caller.post("/limits", limit(GUID, "100"));
        house.time.advance(Duration.ofMinutes(1));
        OnecCaller.Answer later = house.caller.post("/limits", limit(GUID, "100"));

        assertThat(List.of(first.status(), soon.status(), later.status())).containsExactly(202, 202, 200);
        assertThat(first.text("happened")).isEqualTo("unknown");
        assertThat(house.bank.grantedTotal(CARD)).isEqualByComparingTo("100");
    }

    @Test
    void givenBankThatRefuses_whenAskedAgain_thenTheRefusalStands() throws Exception {
        house.bank.faults().answer(422).on("POST", SPEND);

        OnecCaller.Answer refused = house.caller.post("/limits", limit(GUID, "100"));
        OnecCaller.Answer again = house.caller.post("/limits", limit(GUID, "100"));
        OnecCaller.Answer fresh =
                house.caller.post("/limits", limit(UUID.randomUUID().toString(), "100"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("happened")).isEqualTo("no");
        assertThat(again).isEqualTo(refused);
        assertThat(fresh.status()).isEqualTo(200);
    }

    @Test
    void givenNoBankAccess_whenItComesBackLate_thenLimitIsNotSet() throws Exception {
        house.bank.token("another token");

        OnecCaller.Answer started = house.caller.post("/limits", limit(GUID, "100"));
        house.time.advance(Duration.ofHours(1));
        OnecCaller.Answer tooLate = house.caller.post("/limits", limit(GUID, "100"));

        assertThat(started.status()).isEqualTo(202);
        assertThat(tooLate.status()).isEqualTo(422);
        assertThat(tooLate.text("message")).contains("nothing happened", "too late");
    }

    @Test
    void givenOpenLimit_whenOrderIsClosed_thenClosingWaitsForLimit() throws Exception {
        house.bank.faults().actThenDrop().on("POST", SPEND);
        house.caller.post("/limits", limit(GUID, "100"));
        Map<String, String> close =
                Map.of("document", UUID.randomUUID().toString(), "card", Long.toString(CARD), "order", "7");

        OnecCaller.Answer waits = house.caller.post("/limits/close", close);
        house.time.advance(Duration.ofMinutes(1));
        house.caller.post("/limits", limit(GUID, "100"));
        OnecCaller.Answer closed = house.caller.post("/limits/close", close);

        assertThat(List.of(waits.status(), closed.status())).containsExactly(202, 200);
        assertThat(house.bank.card(CARD).spendLimit().remain()).isEqualByComparingTo("0");
    }

    @Test
    void givenHolder_whenDismissed_thenHisCardIsBlocked() throws Exception {
        house.caller.post(
                "/holders", Map.of("document", UUID.randomUUID().toString(), "card", CARD, "employee", "Иванов-17"));

        OnecCaller.Answer answer = house.caller.post("/dismissals", Map.of("document", GUID, "employee", "Иванов-17"));

        assertThat(answer.text("message")).isEqualTo("1 card(s) are blocked");
        assertThat(house.bank.timesBlocked(CARD)).isEqualTo(1);
    }

    @Test
    void givenWindows1251_whenAsked_thenTheOrderIsUnderstood() throws Exception {
        String body =
                "{\"document\":\"" + GUID + "\",\"card\":" + CARD + ",\"order\":\"Заказ\",\"sum\":\"1\u00A0450,5\"}";

        OnecCaller.Answer answer = house.caller.post(
                "/limits", "application/json; charset=windows-1251", body.getBytes(Charset.forName("windows-1251")));
        OnecCaller.Answer utf8 = house.caller.post(
                "/limits", Map.of("document", GUID, "card", CARD, "order", "Заказ", "sum", new BigDecimal("1450.50")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(utf8).isEqualTo(answer);
    }

    @Test
    void givenEnds_whenPolled_thenEachIsToldOnceInOrder() throws Exception {
        house.caller.post("/limits", limit(GUID, "100"));
        house.caller.post("/dismissals", Map.of("document", UUID.randomUUID().toString(), "employee", "nobody"));

        OnecCaller.Answer all = house.caller.get("/events?after=0");
        OnecCaller.Answer none = house.caller.get("/events?after=" + all.text("next"));

        assertThat(all.json().get("events").elements())
                .extracting(event -> event.get("operation").text().orElse(""))
                .containsExactly("grant", "dismiss");
        assertThat(none.text("count")).isEqualTo("0");
        assertThat(none.text("next")).isEqualTo(all.text("next"));
    }

    @Test
    void givenAnyAnswer_whenReadInto1c_thenKeysAreIdentifiers() throws Exception {
        house.caller.post("/limits", limit(GUID, "100"));

        Json event = house.caller
                .get("/events?after=0")
                .json()
                .get("events")
                .elements()
                .get(0);

        assertThat(event.names()).allMatch(Pattern.compile("[A-Za-z_]\\w*").asMatchPredicate());
        assertThat(event.names())
                .allMatch(name ->
                        event.get(name).text().filter(text -> !text.isEmpty()).isPresent());
        assertThat(event.get("at").text().orElse("")).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");
    }

    @ParameterizedTest
    @CsvSource({
        "document, , document is missing",
        "document, 17, document must be the GUID",
        "document, 00000000-0000-0000-0000-000000000000, document must be the GUID",
        "card, x, ucid must be a whole number",
        "order, ' ', order is missing",
        "sum, 0, sum must be above zero",
        "sum, -5, sum must be a number",
        "sum, '1,450.50', sum must be a number",
        "sum, 1.005, sum must be a number"
    })
    void givenWrongField_whenAsked_thenItIsNamedAndNothingIsSent(String name, String value, String told)
            throws Exception {
        Map<String, String> fields = new TreeMap<>(limit(GUID, "100"));
        fields.put(name, value == null ? "" : value);

        OnecCaller.Answer answer = house.caller.post("/limits", fields);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("message")).contains(told);
        assertThat(house.bank.journal().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic dTpw", "bearer the key of the tests"})
    void givenWrongKey_whenAsked_thenRefusedBeforeAnythingIsRead(String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(house.bridge.uri().resolve("/limits"))
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString("no JSON"))
                .build();

        assertThat(house.caller.send(request).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/limits, 405", "/limits/close/more, 404", "/limitsandmore, 404", "/, 404", "/events?after=x, 400"})
    void givenWrongAddress_whenRead_thenSaysSo(String path, int status) throws Exception {
        assertThat(house.caller.get(path).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"document\":1,\"document\":2}"})
    void givenNoFlatObject_whenAsked_thenRefused(String body) throws Exception {
        OnecCaller.Answer answer = house.caller.post("/limits", "application/json", body.getBytes());

        assertThat(answer.status()).isEqualTo(400);
    }

    private static Map<String, String> limit(String document, String sum) {
        return Map.of("document", document, "card", Long.toString(CARD), "order", "7", "sum", sum);
    }
}
