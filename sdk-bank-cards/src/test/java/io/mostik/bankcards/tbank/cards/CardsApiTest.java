package io.mostik.bankcards.tbank.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.BankServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.NotFoundException;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CardsApiTest {

    private static final Ucid UCID = Ucid.of(1100200301L);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    TBank bank;

    @BeforeEach
    void connect() {
        bank = BankServer.client(vendor, time);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenCards_whenListing_thenReadsNumbersAndTextsAsIds() {
        vendor.answers(200, "cards.list.json");

        assertThat(bank.cards().list(CardQuery.all()))
                .extracting(Card::ucid)
                .containsExactly(UCID, Ucid.of(1100200302L));

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.target()).isEqualTo("/ordinary/api/v1/card?offset=0&limit=1000");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenSeveralPages_whenListing_thenAsksForNextWhereLastEnded() {
        vendor.answers(200, "{\"offset\":0,\"limit\":1,\"totalNumber\":2,\"cards\":[" + card(1) + "]}")
                .answers(200, "{\"offset\":1,\"limit\":1,\"totalNumber\":2,\"cards\":[" + card(2) + "]}");
        CardQuery query = CardQuery.builder()
                .accountNumber("40702810900000012345")
                .pageSize(1)
                .build();

        assertThat(bank.cards().list(query)).hasSize(2);

        assertThat(vendor.received().target())
                .isEqualTo("/ordinary/api/v1/card?accountNumber=40702810900000012345&offset=0&limit=1");
        assertThat(vendor.received().target()).contains("offset=1&limit=1");
    }

    @Test
    void givenListWithoutCards_whenListing_thenIsEmpty() {
        vendor.answers(200, "{\"offset\":0,\"limit\":1000,\"totalNumber\":0}");

        assertThat(bank.cards().list(CardQuery.all())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"offset\":0,\"limit\":1000}",
                "{\"offset\":0,\"limit\":1000,\"cards\":null,\"totalNumber\":null}",
                "{\"offset\":0,\"limit\":1000,\"cards\":[],\"total\":0}",
                "{\"offset\":0,\"totalNumber\":0}",
                "{\"limit\":1000,\"totalNumber\":0}"
            })
    void givenListWithoutItsTotal_whenListing_thenFails(String answer) {
        vendor.answers(200, answer).answers(200, answer);

        assertThatThrownBy(() -> bank.cards().list(CardQuery.all()).toList()).isInstanceOf(DecodingException.class);
    }

    @Test
    void givenCardInNewState_whenReadingIt_thenKeepsTheWord() {
        vendor.answers(200, "cards.get.json");

        Card card = bank.cards().get(UCID);

        assertThat(vendor.received().target()).isEqualTo("/ordinary/api/v1/card/1100200301");
        assertThat(card.status()).contains(new CardStatus("FROZEN"));
        assertThat(card.cardLastFourDigits()).contains("0417");
        assertThat(card.virtual()).isEmpty();
        assertThat(card.toString()).doesNotContain("OLEG", "40702810900000012345");
    }

    @Test
    void givenCodeThatSaysSo_whenReadingCard_thenIsNotFound() {
        vendor.answers(
                422, "{\"errorId\":\"e1\",\"errorMessage\":\"Карта не найдена\",\"errorCode\":\"CARD_NOT_FOUND\"}");

        assertThatThrownBy(() -> bank.cards().get(UCID)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void givenCard_whenBlocking_thenSendsReasonAndComment() {
        vendor.answers(200, "");

        bank.cards().block(UCID, BlockReason.CLIENT_INITIATED, "dismissal");

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.target()).isEqualTo("/secured/api/v1/card/1100200301/block");
        assertThat(sent.body()).isEqualTo("{\"reason\":\"CLIENTINITIATED\",\"comment\":\"dismissal\"}");
    }

    @Test
    void givenNoComment_whenBlocking_thenLeavesItOut() {
        vendor.answers(200, "OK");

        bank.cards().block(UCID, BlockReason.LOST, "");

        assertThat(vendor.received().body()).isEqualTo("{\"reason\":\"LOST\"}");
    }

    @Test
    void givenAnswerThatIsDropped_whenBlocking_thenSendsAgain() {
        vendor.dropsAnswer().answers(200, "");

        bank.cards().block(UCID, BlockReason.STOLEN, "");

        assertThat(vendor.count()).isEqualTo(2);
    }

    @Test
    void givenRefusal_whenBlocking_thenTellsTheWordsOfTheBank() {
        vendor.answers(422, "{\"errorId\":\"e2\",\"errorMessage\":\"Карта закрыта\",\"errorCode\":\"X\"}");

        assertThatThrownBy(() -> bank.cards().block(UCID, BlockReason.LOST, ""))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("Карта закрыта");
    }

    @Test
    void givenAccountOfWrongLength_whenAsking_thenNamesTheParameter() {
        assertThatThrownBy(() -> CardQuery.builder().accountNumber("4070281").build())
                .hasMessageContaining("accountNumber")
                .hasMessageNotContaining("4070281");
    }

    @Test
    void givenZero_whenNamingCard_thenRefuses() {
        assertThatThrownBy(() -> Ucid.of(0)).hasMessageContaining("ucid");
    }

    private static String card(long ucid) {
        return "{\"ucid\":" + ucid + ",\"accountNumber\":\"40702810900000012345\"}";
    }
}
