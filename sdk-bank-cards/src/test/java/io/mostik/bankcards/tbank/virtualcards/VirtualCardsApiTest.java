package io.mostik.bankcards.tbank.virtualcards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.bankcards.tbank.BankServer;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.ApiException;
import io.mostik.core.DecodingException;
import io.mostik.core.LongOperation;
import io.mostik.core.Outcome;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.io.Serializable;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VirtualCardsApiTest {

    private static final String ACCOUNT = "40702810900000012345";
    private static final String ID = "8b0f6a52-0c41-4a8e-9d11-6d0f3a1c9b77";
    private static final Ucid OLD = Ucid.of(1100200301L);
    private static final Ucid NEW = Ucid.of(1100245777L);

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
    void givenVirtualCard_whenReadingRequisites_thenLendsDigitsOnly() {
        vendor.answers(200, "virtualCards.requisites.json");
        List<String> seen = new ArrayList<>();
        List<char[]> lent = new ArrayList<>();

        try (CardRequisites requisites = bank.virtualCards().requisites(OLD)) {
            requisites.number().reveal(digits -> {
                seen.add(new String(digits));
                lent.add(digits);
            });
            requisites.cvc().reveal(digits -> seen.add(new String(digits)));
            assertThat(requisites.expiry()).isEqualTo(YearMonth.of(2031, 4));
            assertThat(requisites.embossedName()).isEqualTo("OLEG VOLKOV");
        }

        assertThat(seen).containsExactly("2200700000000417", "735");
        assertThat(lent.get(0)).containsOnly('\0');
    }

    @Test
    void givenRequisites_whenPrintingOrSerialising_thenShowsNothing() throws Exception {
        vendor.answers(200, "virtualCards.requisites.json");
        ObjectMapper careless = new ObjectMapper();
        ObjectMapper fields = new ObjectMapper()
                .findAndRegisterModules()
                .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);

        CardRequisites requisites = bank.virtualCards().requisites(OLD);

        assertThat(requisites.toString()).isEqualTo("CardRequisites[220070******0417]");
        assertThat(requisites.cvc().toString()).isEqualTo("***");
        assertThat(careless.writeValueAsString(Map.of("number", requisites.number(), "cvc", requisites.cvc())))
                .contains("220070******0417", "\"***\"")
                .doesNotContain("2200700000000417", "735");
        assertThat(fields.writeValueAsString(requisites)).doesNotContain("2200700000000417", "735");
        assertThat(Arrays.asList(requisites, requisites.number(), requisites.cvc()))
                .noneMatch(Serializable.class::isInstance);
    }

    @Test
    void givenClosedRequisites_whenRevealing_thenRefuses() {
        vendor.answers(200, "virtualCards.requisites.json");
        CardRequisites requisites = bank.virtualCards().requisites(OLD);

        requisites.close();

        assertThatThrownBy(() -> requisites.number().reveal(digits -> {})).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> requisites.cvc().reveal(digits -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givenBrokenRequisites_whenReading_thenSaysNothingOfThem() {
        String broken = "{\"number\":\"2200700000000417x\",\"cvc\":\"735\",\"expiryDate\":{\"year\":2031,\"month\":4}}";
        vendor.answers(200, broken).answers(200, broken).answers(200, broken);

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> bank.virtualCards().requisites(OLD));

        assertThat(failure).hasMessageNotContaining("22007").hasMessageNotContaining("735");
        assertThat(failure.getCause()).isNull();
    }

    @Test
    void givenLink_whenAskingForIt_thenFindsItWhereverItStands() {
        vendor.answers(200, "{\"iframeLink\":\"https://bank.example/x\"}")
                .answers(200, "\"https://bank.example/y\"")
                .answers(200, "{\"link\":\"javascript:alert(1)\"}");

        assertThat(bank.virtualCards().requisitesLink(OLD).address()).contains("https://bank.example/x");
        assertThat(bank.virtualCards().requisitesLink(OLD).address()).contains("https://bank.example/y");
        assertThat(bank.virtualCards().requisitesLink(OLD).address()).isEmpty();
    }

    @Test
    void givenReissue_whenWaiting_thenAsksAtThePaceOfTheBank() throws Exception {
        vendor.answers(200, "{\"correlationId\":\"" + ID + "\"}")
                .answers(200, "{\"status\":\"IN_PROGRESS\"}")
                .answers(200, "{\"status\":\"IN_PROGRESS\"}")
                .answers(200, "virtualCards.reissueResult.json");

        LongOperation<ReissuedCard> reissue = bank.virtualCards().reissue(OLD);
        ReissuedCard card = reissue.await(Duration.ofMinutes(10));

        assertThat(vendor.received().body()).isEqualTo("{\"ucid\":1100200301}");
        assertThat(reissue.id()).isEqualTo(ID);
        assertThat(card.newUcid()).isEqualTo(NEW);
        assertThat(time.pauses()).contains(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @Test
    void givenOldId_whenResumingReissue_thenStartsNoOther() {
        vendor.answers(200, "virtualCards.reissueResult.json");

        assertThat(bank.virtualCards().resumeReissue(ID).poll()).isPresent();

        assertThat(vendor.received().method()).isEqualTo("GET");
        assertThat(vendor.count()).isEqualTo(1);
    }

    @Test
    void givenFailedReissue_whenPolling_thenTellsTheWordOfTheBank() {
        vendor.answers(200, "{\"status\":\"ERROR\"}");

        ApiException failure = catchThrowableOfType(
                ApiException.class, () -> bank.virtualCards().resumeReissue(ID).poll());

        assertThat(failure.code()).contains("ERROR");
        assertThat(failure.operation()).isEqualTo("virtualCards.reissueResult");
    }

    @Test
    void givenReissueWithoutEnd_whenWaiting_thenGivesUpInTime() {
        for (int i = 0; i < 5; i++) {
            vendor.answers(200, "{\"status\":\"PAUSED\"}");
        }

        assertThatThrownBy(() -> bank.virtualCards().resumeReissue(ID).await(Duration.ofSeconds(60)))
                .isInstanceOf(TimeoutException.class)
                .hasMessageContaining(ID);
    }

    @Test
    void givenIssue_whenWaiting_thenReturnsTheCard() throws Exception {
        vendor.answers(200, "{\"cardIssueApplicationId\":\"" + ID + "\"}")
                .answers(200, application("IDENTIFICATION", ""))
                .answers(200, application("CARD_ISSUED", ",\"ucid\":1100245777"));

        LongOperation<Ucid> issue = bank.virtualCards().issue(new NewVirtualCard(ID, ACCOUNT, CardNetwork.MIR));

        assertThat(issue.await(Duration.ofMinutes(10))).isEqualTo(NEW);
        assertThat(vendor.received().body())
                .isEqualTo("{\"employeeIdentificationApplicationId\":\"" + ID + "\",\"accountNumber\":\"" + ACCOUNT
                        + "\",\"cardNetwork\":\"MIR\"}");
    }

    @Test
    void givenPersonWithoutRightToCard_whenPolling_thenTellsWhy() {
        vendor.answers(200, application("FAILED_FATAL", ",\"failedReason\":\"Отказ\""));

        assertThatThrownBy(() -> bank.virtualCards().resumeIssue(ID).poll())
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("FAILED_FATAL")
                .hasMessageContaining("Отказ");
    }

    @Test
    void givenWrongInput_whenIssuing_thenNamesTheParameter() {
        assertThatThrownBy(() -> new NewVirtualCard("7", ACCOUNT, CardNetwork.MIR))
                .hasMessageContaining("employeeIdentificationApplicationId");
        assertThatThrownBy(() -> new NewVirtualCard(ID, "7", CardNetwork.MIR)).hasMessageContaining("accountNumber");
        assertThatThrownBy(() -> bank.virtualCards().resumeIssue(" ")).hasMessageContaining("cardIssueApplicationId");
    }

    private static String application(String status, String more) {
        return "{\"cardIssueApplicationId\":\"" + ID + "\",\"status\":\"" + status + "\"" + more + "}";
    }

    @Test
    void givenBlankId_whenReissuing_thenItIsUnknown() {
        vendor.answers(200, "{\"correlationId\":\" \"}");

        DecodingException failure = catchThrowableOfType(
                DecodingException.class, () -> bank.virtualCards().reissue(OLD));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("correlationId");
    }

    @Test
    void givenBlankId_whenIssuing_thenItIsUnknown() {
        vendor.answers(200, "{\"cardIssueApplicationId\":\"\"}");

        DecodingException failure = catchThrowableOfType(
                DecodingException.class,
                () -> bank.virtualCards().issue(new NewVirtualCard(ID, ACCOUNT, CardNetwork.MIR)));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure).hasMessageContaining("cardIssueApplicationId");
    }
}
