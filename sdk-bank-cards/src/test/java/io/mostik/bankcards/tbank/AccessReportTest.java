package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.AccessReport.Line;
import io.mostik.bankcards.tbank.AccessReport.Result;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.http.ClientCertificate;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.TestKeys;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.tbank.TBankSimulator.Hosts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an installer is told, and what happens when token and certificate are replaced. */
class AccessReportTest {

    private static final Ucid CARD = Ucid.of(TBankSimulator.VIRTUAL_CARD);

    @TempDir
    static Path folder;

    static TestKeys company;
    static TestKeys next;
    static TestKeys server;

    private final ManualTime time = new ManualTime();
    private TBankSimulator bank;

    @BeforeAll
    static void makeKeys() throws Exception {
        company = TestKeys.make(folder, "company");
        next = TestKeys.make(folder, "next");
        server = TestKeys.make(folder, "bank");
    }

    @BeforeEach
    void start() throws Exception {
        time.set(Instant.now());
        bank = TBankSimulator.startSecured(server.contextTrusting(next));
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenGoodAccess_whenChecked_thenAllThatReadsWorks() throws Exception {
        try (TBank client = client(bank.token(), next)) {
            AccessReport report = client.check();

            assertThat(report.isWorking()).as(report.toString()).isTrue();
            assertThat(report.certificateEnd()).contains(certificate(next).expiresAt());
            assertThat(results(report, Result.NOT_TRIED))
                    .containsExactly("limits.setSpend", "cards.block", "virtualCards.requisites");
        }
        assertThat(bank.journal().count("GET", "/api/v1/card/virtual/{ucid}/requisites"))
                .isZero();
        assertThat(bank.timesBlocked(CARD.value())).isZero();
    }

    @Test
    void givenMissingScopes_whenChecked_thenNamesThem() throws Exception {
        bank.withdrawScope("card/limit/get");
        bank.withdrawScope("card/virtual/reissue");

        try (TBank client = client(bank.token(), next)) {
            assertThat(results(client.check(), Result.ACCESS_REFUSED))
                    .containsExactly("limits.get", "virtualCards.reissueResult");
        }
    }

    @Test
    void givenWrongToken_whenChecked_thenSaysSo() throws Exception {
        try (TBank client = client("t.old", next)) {
            AccessReport report = client.check();

            assertThat(results(report, Result.TOKEN_REFUSED)).contains("company.get", "cards.listDetailed");
            assertThat(results(report, Result.WORKS)).isEmpty();
            assertThat(report.toString()).doesNotContain("t.old");
        }
    }

    @Test
    void givenNoCertificate_whenChecked_thenTheSecuredHostIsNamed() {
        try (TBank client = settings().token(Secret.of(bank.token())).build()) {
            AccessReport report = client.check();

            assertThat(report.problems()).allMatch(line -> line.host() == HostKind.SECURED);
            assertThat(results(report, Result.NO_CERTIFICATE)).contains("cards.listDetailed", "limits.get");
            assertThat(results(report, Result.WORKS)).contains("company.get", "cards.list");
        }
    }

    @Test
    void givenMethodsOnTheOtherHost_whenChecked_thenSaysTheyAreNotThere() throws Exception {
        bank.disputedMethodsOn(Hosts.ORDINARY);

        try (TBank client = client(bank.token(), next)) {
            assertThat(results(client.check(), Result.NOT_THERE))
                    .containsExactly("limits.get", "virtualCards.reissueResult");
        }
    }

    @Test
    void givenReplacedPair_whenCalling_thenBothAreUsedWithoutRestart() throws Exception {
        BankCredentials credentials = BankCredentials.of(Secret.of(bank.token()), certificate(company));
        try (TBank client = settings().credentials(credentials).build()) {
            TBank view = client.with(client.options());
            assertThatThrownBy(() -> client.limits().get(CARD)).isInstanceOf(TransportException.class);
            bank.token("t.next");

            credentials.replace(Secret.of("t.next"), certificate(next));

            assertThat(client.limits().get(CARD).ucid()).isEqualTo(CARD);
            assertThat(view.limits().get(CARD).ucid()).isEqualTo(CARD);
            assertThat(client.company().get()).isNotNull();
            assertThat(client.check().certificateEnd())
                    .contains(certificate(next).expiresAt());
            assertThat(credentials.toString()).doesNotContain("t.next");
        }
    }

    @Test
    void givenClosedClient_whenPairIsReplaced_thenStaysClosed() throws Exception {
        BankCredentials credentials = BankCredentials.of(Secret.of(bank.token()), certificate(next));
        TBank client = settings().credentials(credentials).build();
        client.limits().get(CARD);
        client.close();

        credentials.replace(Secret.of(bank.token()), certificate(next));

        assertThatThrownBy(() -> client.limits().get(CARD)).isInstanceOf(RuntimeException.class);
    }

    private TBank client(String token, TestKeys keys) throws Exception {
        return settings().token(Secret.of(token)).certificate(certificate(keys)).build();
    }

    private TBank.Builder settings() {
        return TBank.builder()
                .environment(Environment.of(
                                bank.ordinaryUri().toString(), bank.securedUri().toString())
                        .requiringCertificate())
                .http(http -> http.time(time));
    }

    private static ClientCertificate certificate(TestKeys keys) throws Exception {
        return ClientCertificate.fromPkcs12(keys.file(), TestKeys.PASSWORD).trusting(List.of(server.certificate()));
    }

    private static List<String> results(AccessReport report, Result result) {
        return report.lines().stream()
                .filter(line -> line.result() == result)
                .map(Line::operation)
                .toList();
    }
}
