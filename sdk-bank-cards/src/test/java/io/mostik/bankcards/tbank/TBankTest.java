package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.ApiException;
import io.mostik.core.AuthException;
import io.mostik.core.DecodingException;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.http.CallOptions;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TBankTest {

    private static final Ucid UCID = Ucid.of(1100200301L);
    private static final String CARD = "{\"ucid\":1100200301,\"accountNumber\":\"40702810900000012345\"}";

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();

    @Test
    void givenNoToken_whenBuilding_thenNamesTheSetting() {
        assertThatThrownBy(() -> TBank.builder().build()).hasMessageContaining("token");
    }

    @Test
    void givenPlainHttpToAnotherMachine_whenBuilding_thenNamesSetting() {
        Environment plain = Environment.of("http://bank.example", "https://bank.example");

        assertThatThrownBy(() -> TBank.builder()
                        .environment(plain)
                        .token(Secret.of("t.1"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("baseUri");
    }

    @Test
    void givenUnknownOperation_whenMovingItToAnotherHost_thenRefuses() {
        assertThatThrownBy(() -> TBank.builder().host("limits.fetch", HostKind.ORDINARY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limits.get");
    }

    @Test
    void givenNoCertificate_whenCallingSecured_thenAdvisesUnsent() {
        try (TBank bank = TBank.builder().token(Secret.of("t.1")).build()) {
            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> bank.limits().get(UCID));

            assertThat(failure).hasMessageContaining("client certificate").hasMessageContaining("T-Business");
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.phase()).isEqualTo(Phase.TLS);
        }
    }

    @Test
    void givenOverride_whenCalling_thenGoesToTheOtherHost() {
        vendor.answers(
                200,
                "{\"ucid\":1100200301,"
                        + "\"spendLimit\":{\"limitValue\":1,\"limitRemain\":1,\"limitPeriod\":\"DAY\"},"
                        + "\"cashLimit\":{\"limitValue\":1,\"limitRemain\":1,\"limitPeriod\":\"DAY\"}}");
        try (TBank bank = BankServer.builder(vendor, time)
                .host("limits.get", HostKind.ORDINARY)
                .build()) {
            bank.limits().get(UCID);
        }

        assertThat(vendor.received().target()).startsWith("/ordinary/api/v1/card/");
    }

    @Test
    void givenToken_whenCalling_thenSendsItWithARequestId() {
        vendor.answers(200, CARD).answers(200, CARD);
        try (TBank bank = BankServer.client(vendor, time)) {
            bank.cards().get(UCID);
            bank.with(CallOptions.builder().requestId("order-17").build())
                    .cards()
                    .get(UCID);
        }

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.header("Authorization")).isEqualTo("Bearer " + BankServer.TOKEN);
        assertThat(sent.header("X-Request-Id")).hasSize(36);
        assertThat(vendor.received().header("X-Request-Id")).isEqualTo("order-17");
    }

    @Test
    void givenRetry_whenCalling_thenKeepsTheRequestId() {
        vendor.answers(503, "").answers(200, CARD);
        try (TBank bank = BankServer.client(vendor, time)) {
            bank.cards().get(UCID);
        }

        assertThat(vendor.received().header("X-Request-Id"))
                .isEqualTo(vendor.received().header("X-Request-Id"));
    }

    @Test
    void givenErrorEnvelope_whenCalling_thenKeepsAllOfIt() {
        vendor.answers(
                400,
                "{\"errorId\":\"3f1c77ab90\",\"errorMessage\":\"Ваш запрос невалиден\",\"errorCode\":\"INVALID_DATA\","
                        + "\"errorDetails\":{\"value\":\"expected another\"}}");
        try (TBank bank = BankServer.client(vendor, time)) {
            ApiException failure =
                    catchThrowableOfType(ApiException.class, () -> bank.cards().get(UCID));

            assertThat(failure.code()).contains("INVALID_DATA");
            assertThat(failure.error().message()).isEqualTo("Ваш запрос невалиден");
            assertThat(failure.error().details())
                    .containsEntry("errorId", "3f1c77ab90")
                    .containsEntry("value", "expected another");
            assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        }
    }

    @Test
    void givenEndedToken_whenCalling_thenTriesOnceAndHidesIt() {
        vendor.answers(
                401,
                "{\"errorId\":\"1\",\"errorMessage\":\"bad " + BankServer.TOKEN + "\",\"errorCode\":\"UNAUTHORIZED\"}");
        try (TBank bank = BankServer.client(vendor, time)) {
            AuthException failure =
                    catchThrowableOfType(AuthException.class, () -> bank.cards().get(UCID));

            assertThat(failure).hasMessageContaining("bad ***").hasMessageNotContaining(BankServer.TOKEN);
            assertThat(bank.toString()).doesNotContain(BankServer.TOKEN);
            assertThat(vendor.count()).isEqualTo(1);
        }
    }

    @Test
    void givenGatewayPage_whenCalling_thenKeepsStatusAndText() {
        vendor.answers(502, "<html>Bad gateway</html>")
                .answers(502, "<html>Bad gateway</html>")
                .answers(502, "<html>Bad gateway</html>");
        try (TBank bank = BankServer.client(vendor, time)) {
            ApiException failure =
                    catchThrowableOfType(ApiException.class, () -> bank.cards().get(UCID));

            assertThat(failure.status()).isEqualTo(502);
            assertThat(failure.error().message()).contains("Bad gateway");
        }
    }

    @Test
    void givenGarbage_whenReading_thenSaysWhatAndWhere() {
        vendor.answers(200, "{\"ucid\":").answers(200, "{\"ucid\":").answers(200, "{\"ucid\":");
        try (TBank bank = BankServer.client(vendor, time)) {
            DecodingException failure = catchThrowableOfType(
                    DecodingException.class, () -> bank.cards().get(UCID));

            assertThat(failure.operation()).isEqualTo("cards.get");
        }
    }

    @Test
    void givenMissingId_whenReading_thenNamesIt() {
        vendor.answers(200, "{\"accountNumber\":\"1\"}")
                .answers(200, "{\"accountNumber\":\"1\"}")
                .answers(200, "{\"accountNumber\":\"1\"}");
        try (TBank bank = BankServer.client(vendor, time)) {
            assertThatThrownBy(() -> bank.cards().get(UCID))
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("ucid");
        }
    }

    @Test
    void givenSandbox_whenBuilding_thenNeedsNoTokenOfOnesOwn() {
        try (TBank bank = TBank.builder().environment(Environment.SANDBOX).build()) {
            assertThat(bank.cards()).isNotNull();
        }
    }
}
