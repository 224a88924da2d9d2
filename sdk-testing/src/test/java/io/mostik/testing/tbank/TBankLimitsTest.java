package io.mostik.testing.tbank;

import static io.mostik.testing.tbank.TBankSimulator.PLASTIC_CARD;
import static io.mostik.testing.tbank.TBankSimulator.VIRTUAL_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TBankLimitsTest {

    private static final String CARD = "/api/v1/card/" + PLASTIC_CARD;

    private final TBankSimulator bank = TBankSimulator.startFrozen();
    private final BankClient client = BankClient.secured(bank);

    @AfterEach
    void stop() {
        bank.close();
    }

    @Test
    void givenOneOffLimit_whenSpentAndSetAgain_thenSumIsGrantedAgain() throws Exception {
        set("spend-limit", "{\"limitValue\":500.00,\"limitPeriod\":\"IRREGULAR\"}");

        assertThat(spend("379.50")).isEqualTo(Decision.ACCEPTED);
        assertThat(spend("120.51")).isEqualTo(Decision.DECLINED);
        assertThat(client.get(CARD + "/limits").body())
                .contains("\"limitValue\":500.00", "\"limitRemain\":120.50", "\"limitPeriod\":\"IRREGULAR\"");
        assertThat(bank.grantedTotal(PLASTIC_CARD)).isEqualByComparingTo("500");
        set("spend-limit", "{\"limitValue\":500.00,\"limitPeriod\":\"IRREGULAR\"}");
        assertThat(bank.card(PLASTIC_CARD).spendLimit().remain()).isEqualByComparingTo("500");
        assertThat(bank.grantedTotal(PLASTIC_CARD)).isEqualByComparingTo("879.50");
    }

    @Test
    void givenOneOffLimit_whenTimePasses_thenItDoesNotReturn() throws Exception {
        set("spend-limit", "{\"limitValue\":100,\"limitPeriod\":\"IRREGULAR\"}");
        spend("100");

        bank.clock().advance(Duration.ofDays(40));

        assertThat(bank.card(PLASTIC_CARD).spendLimit().remain()).isZero();
    }

    @Test
    void givenLateLimit_whenItArrivesAfterRepeat_thenSumIsThereTwice() throws Exception {
        String limit = "{\"limitValue\":500,\"limitPeriod\":\"IRREGULAR\"}";
        bank.faults().actLater(Duration.ofMinutes(2)).on("POST", CARD + "/spend-limit");
        assertThatThrownBy(() -> set("spend-limit", limit)).isInstanceOf(IOException.class);
        set("spend-limit", limit);

        assertThat(spend("500")).isEqualTo(Decision.ACCEPTED);
        bank.clock().advance(Duration.ofMinutes(2));

        assertThat(spend("500")).isEqualTo(Decision.ACCEPTED);
        assertThat(bank.grantedTotal(PLASTIC_CARD)).isEqualByComparingTo("1000");
    }

    @Test
    void givenLimits_whenPeriodTurnsInMoscow_thenRemainderReturns() throws Exception {
        set("spend-limit", "{\"limitValue\":100,\"limitPeriod\":\"DAY\"}");
        set("cash-limit", "{\"limitValue\":80,\"limitPeriod\":\"MONTH\"}");
        assertThat(bank.withdrawCash(PLASTIC_CARD, new BigDecimal("70"))).isEqualTo(Decision.ACCEPTED);

        bank.clock().advance(Duration.ofMinutes(11 * 60 + 44));
        assertThat(bank.card(PLASTIC_CARD).spendLimit().remain()).isEqualByComparingTo("30");
        bank.clock().advance(Duration.ofMinutes(1));

        assertThat(bank.card(PLASTIC_CARD).spendLimit().remain()).isEqualByComparingTo("100");
        assertThat(bank.card(PLASTIC_CARD).cashLimit().remain()).isEqualByComparingTo("10");
        assertThat(bank.withdrawCash(PLASTIC_CARD, new BigDecimal("11"))).isEqualTo(Decision.DECLINED);
        bank.clock().advance(Duration.ofDays(30));
        assertThat(bank.card(PLASTIC_CARD).cashLimit().remain()).isEqualByComparingTo("80");
    }

    @Test
    void givenDayLimit_whenUpdated_thenSpentCountsUnlessTold() throws Exception {
        set("spend-limit", "{\"limitValue\":100,\"limitPeriod\":\"DAY\"}");
        spend("60");

        set("spend-limit", "{\"limitValue\":150,\"limitPeriod\":\"DAY\"}");
        assertThat(bank.card(PLASTIC_CARD).spendLimit().remain()).isEqualByComparingTo("90");
        bank.updateRefills(true);
        set("spend-limit", "{\"limitValue\":150,\"limitPeriod\":\"DAY\"}");

        assertThat(bank.card(PLASTIC_CARD).spendLimit().remain()).isEqualByComparingTo("150");
        assertThat(bank.grantedTotal(PLASTIC_CARD)).isZero();
    }

    @Test
    void givenBlockedOrSleepingCard_whenSpent_thenDeclined() {
        bank.limit(PLASTIC_CARD, LimitKind.SPEND, new BigDecimal("10"), LimitPeriod.CUSTOM);

        bank.active(PLASTIC_CARD, false);
        assertThat(spend("1")).isEqualTo(Decision.DECLINED);
        bank.active(PLASTIC_CARD, true);
        assertThat(spend("1")).isEqualTo(Decision.ACCEPTED);
        bank.status(PLASTIC_CARD, CardStatus.BLOCKED);
        assertThat(spend("1")).isEqualTo(Decision.DECLINED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limitValue\":\"500\",\"limitPeriod\":\"DAY\"}",
                "{\"limitValue\":-1,\"limitPeriod\":\"DAY\"}",
                "{\"limitValue\":0.005,\"limitPeriod\":\"DAY\"}",
                "{\"limitValue\":1000000000000,\"limitPeriod\":\"DAY\"}",
                "{\"limitValue\":1,\"limitPeriod\":\"CUSTOM\"}",
                "{\"limitValue\":1,\"limitPeriod\":\"day\"}",
                "{\"limitValue\":1}",
                "{\"limitPeriod\":\"DAY\"}",
                "[]",
                "no json"
            })
    void givenBrokenBody_whenLimitSet_then400InvalidData(String body) throws Exception {
        HttpResponse<String> answer = client.post(CARD + "/spend-limit", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errorCode").asText()).isEqualTo("INVALID_DATA");
        assertThat(json(answer).path("errorDetails").isObject()).isTrue();
        assertThat(bank.card(PLASTIC_CARD).spendLimit().value()).isZero();
    }

    @Test
    void givenBodyNotDeclaredAsJson_whenLimitSet_then400() throws Exception {
        HttpResponse<String> answer = client.send(client.request(CARD + "/cash-limit")
                .POST(BodyPublishers.ofString("{\"limitValue\":1,\"limitPeriod\":\"DAY\"}")));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void givenLargestAmount_whenSet_thenKeptToTheKopeck() throws Exception {
        set("spend-limit", "{\"limitValue\":999999999999.99,\"limitPeriod\":\"MONTH\"}");

        assertThat(client.get(CARD + "/limits").body()).contains("\"limitRemain\":999999999999.99");
    }

    @Test
    void givenUnknownOrClosedCard_whenLimitSet_then422() throws Exception {
        String body = "{\"limitValue\":1,\"limitPeriod\":\"DAY\"}";
        bank.status(PLASTIC_CARD, CardStatus.CLOSED);

        assertThat(client.post("/api/v1/card/5/spend-limit", body).statusCode()).isEqualTo(422);
        assertThat(client.post(CARD + "/spend-limit", body).statusCode()).isEqualTo(422);
        assertThat(client.post("/api/v1/card/0/spend-limit", body).statusCode()).isEqualTo(400);
        bank.unknownCardStatus(404);
        assertThat(client.post("/api/v1/card/5/spend-limit", body).statusCode()).isEqualTo(404);
    }

    @Test
    void givenBatch_whenSomeCardsRefuse_thenStatus200AndEachSaysSo() throws Exception {
        long closed = bank.addPlastic(TBankSimulator.ACCOUNT, "PETR ZIMIN");
        bank.status(closed, CardStatus.CLOSED);
        bank.refuseLimit(VIRTUAL_CARD, LimitKind.SPEND, "Превышен лимит тарифа");
        String zero = "{\"limitPeriod\":\"IRREGULAR\",\"limitValue\":0}";

        HttpResponse<String> answer = batch("{\"limits\":["
                + "{\"ucid\":" + PLASTIC_CARD + ",\"spendLimit\":{\"limitPeriod\":\"DAY\",\"limitValue\":300}},"
                + "{\"ucid\":" + VIRTUAL_CARD + ",\"spendLimit\":" + zero + ",\"cashLimit\":" + zero + "},"
                + "{\"ucid\":" + closed + ",\"spendLimit\":" + zero + "},{\"ucid\":5,\"cashLimit\":" + zero + "}]}");

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode limits = json(answer).path("limits");
        assertThat(limits.get(0).path("spendLimit").path("isSuccess").asBoolean())
                .isTrue();
        assertThat(limits.get(0).has("cashLimit")).isFalse();
        assertThat(limits.get(1).path("spendLimit").path("errorMessage").asText())
                .isEqualTo("Превышен лимит тарифа");
        assertThat(limits.get(1).path("cashLimit").path("isSuccess").asBoolean())
                .isTrue();
        assertThat(limits.get(2).path("spendLimit").path("errorMessage").asText())
                .isEqualTo("Карта закрыта");
        assertThat(limits.get(3).path("cashLimit").path("isSuccess").asBoolean(true))
                .isFalse();
        assertThat(bank.card(PLASTIC_CARD).spendLimit().value()).isEqualByComparingTo("300");
    }

    @Test
    void givenFractionInBatch_whenSent_then400AndNoCardChanged() throws Exception {
        HttpResponse<String> answer = batch("{\"limits\":["
                + "{\"ucid\":" + PLASTIC_CARD + ",\"spendLimit\":{\"limitPeriod\":\"DAY\",\"limitValue\":3}},"
                + "{\"ucid\":" + VIRTUAL_CARD + ",\"spendLimit\":{\"limitPeriod\":\"DAY\",\"limitValue\":3.5}}]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(bank.card(PLASTIC_CARD).spendLimit().value()).isZero();
    }

    private void set(String which, String body) throws Exception {
        assertThat(client.post(CARD + "/" + which, body).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> batch(String body) throws Exception {
        return client.put("/api/v3/card/limits/set_batch", body);
    }

    private Decision spend(String sum) {
        return bank.spend(PLASTIC_CARD, new BigDecimal(sum));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
