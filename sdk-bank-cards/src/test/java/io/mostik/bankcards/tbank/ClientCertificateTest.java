package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.cards.BlockReason;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Outcome;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.http.ClientCertificate;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.TestKeys;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mutual TLS with the bank as the simulator plays it. */
class ClientCertificateTest {

    private static final Ucid CARD = Ucid.of(TBankSimulator.VIRTUAL_CARD);

    @TempDir
    static Path folder;

    static TestKeys company;
    static TestKeys server;

    final ManualTime time = new ManualTime();
    TBankSimulator bank;

    @BeforeAll
    static void makeKeys() throws Exception {
        company = TestKeys.make(folder, "company");
        server = TestKeys.make(folder, "bank");
    }

    @BeforeEach
    void start() throws Exception {
        bank = TBankSimulator.startSecured(server.contextTrusting(company));
        time.set(Instant.now());
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "PEM", "ENCRYPTED_PEM"})
    void givenCertificate_whenCalling_thenSecuredHostGetsIt(String form) throws Exception {
        try (TBank client = client(certificate(form))) {
            assertThat(client.cards().list(CardQuery.all())).hasSize(2);
            client.cards().block(CARD, BlockReason.FRAUD, "");
        }

        assertThat(bank.card(TBankSimulator.VIRTUAL_CARD).status()).isEqualTo(CardStatus.BLOCKED);
    }

    @Test
    void givenCertificateOfStranger_whenBlocking_thenDoesNotReachBank() throws Exception {
        TestKeys stranger = TestKeys.make(folder, "stranger");
        ClientCertificate wrong = ClientCertificate.fromPkcs12(stranger.file(), TestKeys.PASSWORD)
                .trusting(List.of(server.certificate()));

        try (TBank client = client(wrong)) {
            assertThatThrownBy(() -> client.cards().block(CARD, BlockReason.FRAUD, ""))
                    .isInstanceOf(TransportException.class);
        }

        assertThat(bank.journal().all()).isEmpty();
    }

    @Test
    void givenCertificateNearItsEnd_whenCalling_thenWarnsOnceADay() throws Exception {
        List<Instant> warnings = new ArrayList<>();
        ClientCertificate certificate = certificate("PKCS12");
        time.set(certificate.expiresAt().minus(Duration.ofDays(25)));

        try (TBank client =
                builder(certificate).onCertificateEnding(warnings::add).build()) {
            client.limits().get(CARD);
            assertThat(warnings).isEmpty();
            time.advance(Duration.ofDays(6));
            client.limits().get(CARD);
            client.limits().get(CARD);
            assertThat(warnings).hasSize(1);
            time.advance(Duration.ofDays(1));
            client.limits().get(CARD);
        }

        assertThat(warnings).containsExactly(certificate.expiresAt(), certificate.expiresAt());
    }

    @Test
    void givenEndedCertificate_whenCalling_thenRefusesBeforeSending() throws Exception {
        ClientCertificate certificate = certificate("PKCS12");
        time.set(certificate.expiresAt());

        try (TBank client = client(certificate)) {
            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> client.limits().get(CARD));

            assertThat(failure).hasMessageContaining("ended");
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        }
        assertThat(bank.journal().all()).isEmpty();
    }

    @Test
    void givenReadyContext_whenCalling_thenUsesIt() throws Exception {
        try (TBank client =
                settings().securedTls(company.contextTrusting(server)).build()) {
            assertThat(client.limits().get(CARD).ucid()).isEqualTo(CARD);
        }
    }

    @Test
    void givenWrongPasswordOrFile_whenLoading_thenHidesPassword() {
        assertThatThrownBy(() -> ClientCertificate.fromPkcs12(company.file(), Secret.of("canary-password")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("password")
                .hasMessageNotContaining("canary");
        assertThatThrownBy(() -> ClientCertificate.fromPkcs12(folder.resolve("none.p12"), TestKeys.PASSWORD))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClientCertificate.fromPem(company.file(), company.file(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenEncryptedKeyWithoutPassword_whenLoading_thenSaysSo() throws Exception {
        assertThatThrownBy(() ->
                        ClientCertificate.fromPem(company.pemCertificate(), company.pemKey(true), Optional.empty()))
                .hasMessageContaining("password is missing");
    }

    private ClientCertificate certificate(String form) throws Exception {
        ClientCertificate own = switch (form) {
            case "PEM" -> ClientCertificate.fromPem(company.pemCertificate(), company.pemKey(false), Optional.empty());
            case "ENCRYPTED_PEM" ->
                ClientCertificate.fromPem(
                        company.pemCertificate(), company.pemKey(true), Optional.of(TestKeys.PASSWORD));
            default -> ClientCertificate.fromPkcs12(company.file(), TestKeys.PASSWORD);
        };
        assertThat(own.toString()).contains(own.expiresAt().toString());
        assertThat(own.fingerprint()).isEqualTo(company.fingerprint());
        return own.trusting(List.of(server.certificate()));
    }

    private TBank client(ClientCertificate certificate) {
        return builder(certificate).build();
    }

    private TBank.Builder builder(ClientCertificate certificate) {
        return settings().certificate(certificate);
    }

    private TBank.Builder settings() {
        return TBank.builder()
                .environment(Environment.of(
                                bank.ordinaryUri().toString(), bank.securedUri().toString())
                        .requiringCertificate())
                .token(Secret.of(bank.token()))
                .http(http -> http.time(time));
    }
}
