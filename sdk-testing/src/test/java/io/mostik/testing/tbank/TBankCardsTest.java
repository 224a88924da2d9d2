package io.mostik.testing.tbank;

import static io.mostik.testing.tbank.TBankSimulator.ACCOUNT;
import static io.mostik.testing.tbank.TBankSimulator.PLASTIC_CARD;
import static io.mostik.testing.tbank.TBankSimulator.VIRTUAL_CARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TBankCardsTest {

    private static final String OTHER_ACCOUNT = "4070281090000001234567";

    private final TBankSimulator bank = TBankSimulator.startFrozen();
    private final BankClient ordinary = BankClient.ordinary(bank);
    private final BankClient secured = BankClient.secured(bank);

    @AfterEach
    void stop() {
        bank.close();
    }

    @Test
    void givenCards_whenListedPageByPage_thenEachOnceWithTotal() throws Exception {
        bank.addVirtual(OTHER_ACCOUNT, "PETR ZIMIN");

        JsonNode first = json(ordinary.get("/api/v1/card?offset=0&limit=2"));
        JsonNode second = json(ordinary.get("/api/v1/card?offset=2&limit=2"));
        JsonNode beyond = json(ordinary.get("/api/v1/card?offset=4&limit=2"));

        assertThat(first.path("totalNumber").asInt()).isEqualTo(3);
        assertThat(first.path("limit").asInt()).isEqualTo(2);
        assertThat(first.path("cards")).hasSize(2);
        assertThat(first.path("cards").get(0).path("ucid").isIntegralNumber()).isTrue();
        assertThat(first.path("cards").get(0).path("cardLastFourDigits").isTextual())
                .isTrue();
        assertThat(first.path("cards").get(0).has("isVirtual")).isFalse();
        assertThat(second.path("cards")).hasSize(1);
        assertThat(beyond.has("cards")).isFalse();
    }

    @Test
    void givenNoPaging_whenListed_thenDefaultsAreSaid() throws Exception {
        JsonNode page = json(ordinary.get("/api/v1/card"));

        assertThat(page.path("offset").asInt(-1)).isZero();
        assertThat(page.path("limit").asInt()).isEqualTo(1000);
    }

    @Test
    void givenAccount_whenListed_thenFilteredAndItsPatternChecked() throws Exception {
        bank.addVirtual(OTHER_ACCOUNT, "PETR ZIMIN");

        JsonNode page = json(ordinary.get("/api/v1/card?accountNumber=" + OTHER_ACCOUNT));
        HttpResponse<String> wrong = ordinary.get("/api/v1/card?accountNumber=4070281000000");

        assertThat(page.path("totalNumber").asInt()).isEqualTo(1);
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong).path("errorDetails").path("accountNumber").asText())
                .contains("4070281000000");
    }

    @Test
    void givenV3List_whenAsked_thenTellsVirtualCardsAndKeepsMaximum() throws Exception {
        JsonNode page = json(secured.get("/api/v3/company/card?accountNumber=" + ACCOUNT));
        bank.showTotals(false);
        JsonNode withoutTotal = json(secured.get("/api/v3/company/card"));

        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.path("cards").get(0).path("isVirtual").asBoolean()).isTrue();
        assertThat(page.path("cards").get(1).path("isVirtual").asBoolean(true)).isFalse();
        assertThat(withoutTotal.has("total")).isFalse();
        assertThat(secured.get("/api/v3/company/card?limit=3001").statusCode()).isEqualTo(400);
        assertThat(secured.get("/api/v3/company/card?offset=-1").statusCode()).isEqualTo(400);
    }

    @Test
    void givenCard_whenAsked_thenOneCardOrRefusal() throws Exception {
        JsonNode card = json(ordinary.get("/api/v1/card/" + PLASTIC_CARD));

        assertThat(card.path("embossedName").asText()).isEqualTo("IRINA SOKOL");
        assertThat(card.path("status").asText()).isEqualTo("NORM");
        assertThat(card.path("isActive").asBoolean()).isTrue();
        assertThat(ordinary.get("/api/v1/card/99").statusCode()).isEqualTo(422);
        assertThat(ordinary.get("/api/v1/card/abc").statusCode()).isEqualTo(400);
        assertThat(ordinary.get("/api/v1/card/9223372036854775808").statusCode())
                .isEqualTo(400);
    }

    @Test
    void givenCard_whenBlockedTwice_thenBothAreCountedAndReasonKept() throws Exception {
        String body = "{\"reason\":\"CLIENTINITIATED\",\"comment\":\"увольнение\"}";

        HttpResponse<String> first = block(body);
        block(body);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(bank.timesBlocked(PLASTIC_CARD)).isEqualTo(2);
        assertThat(bank.card(PLASTIC_CARD).blockReason()).contains("CLIENTINITIATED");
        assertThat(bank.card(PLASTIC_CARD).blockComment()).contains("увольнение");
        assertThat(json(ordinary.get("/api/v1/card/" + PLASTIC_CARD))
                        .path("status")
                        .asText())
                .isEqualTo("BLOCKED");
    }

    @Test
    void givenWrongReasonOrClosedCard_whenBlocked_thenRefused() throws Exception {
        assertThat(block("{\"reason\":\"CLIENT_INITIATED\"}").statusCode()).isEqualTo(400);
        assertThat(block("{}").statusCode()).isEqualTo(400);
        assertThat(block("{\"reason\":\"LOST\",\"comment\":5}").statusCode()).isEqualTo(400);
        bank.status(PLASTIC_CARD, CardStatus.CLOSED);
        assertThat(block("{\"reason\":\"LOST\"}").statusCode()).isEqualTo(422);
        assertThat(bank.timesBlocked(PLASTIC_CARD)).isZero();
    }

    @Test
    void givenCards_whenRequisitesAsked_thenOnlyVirtualHasThem() throws Exception {
        JsonNode requisites = json(requisites(VIRTUAL_CARD));

        assertThat(requisites.path("number").asText()).matches("\\d{16,19}");
        assertThat(requisites.path("cvc").asText()).matches("\\d{3,4}");
        assertThat(requisites.path("expiryDate").path("year").asInt()).isEqualTo(2031);
        assertThat(requisites(PLASTIC_CARD).statusCode()).isEqualTo(422);
    }

    @Test
    void givenBlockedCard_whenReissued_thenNewUcidComesAndOldCloses() throws Exception {
        bank.status(VIRTUAL_CARD, CardStatus.BLOCKED);
        String id = reissue(VIRTUAL_CARD);

        assertThat(result(id).path("status").asText()).isEqualTo("IN_PROGRESS");
        assertThat(result(id).has("info")).isFalse();
        bank.clock().advance(Duration.ofMinutes(2));
        JsonNode ready = result(id);

        assertThat(ready.path("status").asText()).isEqualTo("READY");
        assertThat(ready.path("info").path("oldUcid").asLong()).isEqualTo(VIRTUAL_CARD);
        TBankCard fresh = bank.card(ready.path("info").path("newUcid").asLong());
        assertThat(fresh.cardLastFourDigits())
                .isEqualTo(ready.path("info").path("cardLastFourDigits").asText());
        assertThat(fresh.status()).isEqualTo(CardStatus.NORM);
        assertThat(fresh.spendLimit().value()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(bank.card(VIRTUAL_CARD).status()).isEqualTo(CardStatus.CLOSED);
    }

    @Test
    void givenReissueSentTwice_whenDone_thenTwoNewCards() throws Exception {
        reissue(VIRTUAL_CARD);
        reissue(VIRTUAL_CARD);

        bank.clock().advance(Duration.ofMinutes(2));

        assertThat(bank.timesReissued(VIRTUAL_CARD)).isEqualTo(2);
        assertThat(bank.cards()).hasSize(4);
    }

    @Test
    void givenFailingReissue_whenTimePassed_thenErrorAndNoNewCard() throws Exception {
        bank.failReissue(VIRTUAL_CARD);
        bank.reissueTime(Duration.ofSeconds(5));
        String id = reissue(VIRTUAL_CARD);

        bank.clock().advance(Duration.ofSeconds(5));

        assertThat(result(id).path("status").asText()).isEqualTo("ERROR");
        assertThat(bank.cards()).hasSize(2);
    }

    @Test
    void givenWrongCorrelationIdOrPlastic_whenReissued_thenRefuses() throws Exception {
        String path = "/api/v1/card/virtual/reissue/result?correlationId=";

        assertThat(secured.get(path + "5").statusCode()).isEqualTo(400);
        assertThat(secured.get(path + "8b0f6a52-51d4-4d0c-9d0a-3a1f0f6f2c11").statusCode())
                .isEqualTo(422);
        assertThat(secured.post("/api/v1/card/virtual/reissue", "{\"ucid\":" + PLASTIC_CARD + "}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(secured.post("/api/v1/card/virtual/reissue", "{\"ucid\":\"1\"}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void givenUnknownCard_whenTestAsks_thenSaysSo() {
        assertThatThrownBy(() -> bank.card(5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5");
    }

    private HttpResponse<String> block(String body) throws Exception {
        return secured.post("/api/v1/card/" + PLASTIC_CARD + "/block", body);
    }

    private HttpResponse<String> requisites(long ucid) throws Exception {
        return secured.get("/api/v1/card/virtual/" + ucid + "/requisites");
    }

    private String reissue(long ucid) throws Exception {
        return json(secured.post("/api/v1/card/virtual/reissue", "{\"ucid\":" + ucid + "}"))
                .path("correlationId")
                .asText();
    }

    private JsonNode result(String id) throws Exception {
        return json(secured.get("/api/v1/card/virtual/reissue/result?correlationId=" + id));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
