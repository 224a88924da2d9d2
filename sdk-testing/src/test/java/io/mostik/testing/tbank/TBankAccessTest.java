package io.mostik.testing.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mostik.testing.SimulatorExtension;
import io.mostik.testing.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(SimulatorExtension.class)
class TBankAccessTest {

    private static final String BLOCK = "/api/v1/card/" + TBankSimulator.PLASTIC_CARD + "/block";
    private static final String LIMITS = "/api/v1/card/" + TBankSimulator.PLASTIC_CARD + "/limits";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void givenNoOrRevokedToken_whenAsked_then401WithEnvelope(TBankSimulator bank) throws Exception {
        HttpResponse<String> none = http.send(
                HttpRequest.newBuilder(URI.create(bank.ordinaryUri() + "/api/v1/card"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        BankClient old = BankClient.secured(bank);
        bank.token("t.another");
        HttpResponse<String> revoked = old.get(LIMITS);

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(revoked.statusCode()).isEqualTo(401);
        JsonNode envelope = json(revoked);
        assertThat(envelope.path("errorId").asText()).isNotEmpty();
        assertThat(envelope.path("errorMessage").asText()).contains("токен");
        assertThat(envelope.path("errorCode").asText()).isNotEmpty();
        assertThat(envelope.has("errorDetails")).isFalse();
    }

    @Test
    void givenWithdrawnScope_whenBlocked_then403AndNothingDone(TBankSimulator bank) throws Exception {
        bank.withdrawScope("card/block");

        HttpResponse<String> answer = BankClient.secured(bank).post(BLOCK, "{\"reason\":\"LOST\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer).path("errorMessage").asText()).contains("card/block");
        assertThat(bank.timesBlocked(TBankSimulator.PLASTIC_CARD)).isZero();
    }

    @Test
    void givenRequestId_whenAsked_thenComesBackAlsoWithErrors(TBankSimulator bank) throws Exception {
        BankClient client = BankClient.ordinary(bank);

        HttpResponse<String> good = client.send(client.request("/api/v1/card").header("X-Request-Id", "my-id"));
        HttpResponse<String> bad = client.get("/api/v1/card?limit=x");

        assertThat(good.headers().firstValue("x-request-id")).contains("my-id");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.headers().firstValue("x-request-id")).isPresent();
    }

    @Test
    void givenTwoHosts_whenWrongOneAsked_thenUnknownInOneJournal(TBankSimulator bank) throws Exception {
        HttpResponse<String> secured = BankClient.secured(bank).get("/api/v1/card");
        HttpResponse<String> ordinary = BankClient.ordinary(bank).get(LIMITS);
        HttpResponse<String> verb = BankClient.secured(bank).get(BLOCK);

        assertThat(secured.statusCode()).isEqualTo(404);
        assertThat(ordinary.statusCode()).isEqualTo(404);
        assertThat(verb.statusCode()).isEqualTo(405);
        assertThat(bank.journal().count("GET", "/api/v1/card")).isEqualTo(1);
        assertThat(bank.journal().count("GET", "/openapi/api/v1/card/{ucid}/limits"))
                .isEqualTo(1);
    }

    @Test
    void givenRateLimit_whenExceededInASecond_then429UntilTheNext() throws Exception {
        try (TBankSimulator bank = TBankSimulator.startFrozen()) {
            BankClient client = BankClient.secured(bank);
            bank.rateLimited(true);
            for (int i = 0; i < 5; i++) {
                assertThat(client.post(BLOCK, "{\"reason\":\"FRAUD\"}").statusCode())
                        .isEqualTo(200);
            }

            HttpResponse<String> sixth = client.post(BLOCK, "{\"reason\":\"FRAUD\"}");
            HttpResponse<String> otherMethod = client.get(LIMITS);
            bank.clock().advance(Duration.ofSeconds(1));
            HttpResponse<String> later = client.post(BLOCK, "{\"reason\":\"FRAUD\"}");

            assertThat(sixth.statusCode()).isEqualTo(429);
            assertThat(otherMethod.statusCode()).isEqualTo(200);
            assertThat(later.statusCode()).isEqualTo(200);
            assertThat(bank.timesBlocked(TBankSimulator.PLASTIC_CARD)).isEqualTo(6);
        }
    }

    @Test
    void givenSandbox_whenContractKept_thenCannedAnswerAndNothingDone(TBankSimulator bank) throws Exception {
        BankClient sandbox = new BankClient(http, bank.sandboxSecuredUri(), bank.sandboxToken());
        BankClient wrongToken = new BankClient(http, bank.sandboxSecuredUri(), bank.token());

        HttpResponse<String> any = sandbox.get("/api/v1/card/77/limits");
        HttpResponse<String> broken = sandbox.post(BLOCK, "{\"reason\":\"lost\"}");
        HttpResponse<String> good = sandbox.post(BLOCK, "{\"reason\":\"LOST\"}");

        assertThat(json(any).path("ucid").asLong()).isEqualTo(TBankSimulator.VIRTUAL_CARD);
        assertThat(any.body()).contains("120.50");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(good.statusCode()).isEqualTo(200);
        assertThat(bank.timesBlocked(TBankSimulator.PLASTIC_CARD)).isZero();
        assertThat(wrongToken.get("/api/v1/card/77/limits").statusCode()).isEqualTo(401);
        assertThat(new BankClient(http, bank.sandboxUri(), bank.sandboxToken())
                        .get("/api/v1/card")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givenTlsHost_whenClientHasCertificate_thenOnlyItIsServed() throws Exception {
        KeyStore vendor = TestKeys.make(folder, "vendor");
        KeyStore company = TestKeys.make(folder, "company");
        try (TBankSimulator bank = TBankSimulator.startSecured(TestKeys.context(vendor, company))) {
            SSLContext known = TestKeys.context(company, vendor);
            SSLContext unknown = TestKeys.withoutOwnKey(vendor);

            assertThat(client(known, bank, bank.token()).get(LIMITS).statusCode())
                    .isEqualTo(200);
            assertThat(client(known, bank, "t.wrong").get(LIMITS).statusCode()).isEqualTo(401);
            assertThatThrownBy(() -> client(unknown, bank, bank.token()).get(LIMITS))
                    .isInstanceOf(IOException.class);
            assertThat(BankClient.ordinary(bank).get("/api/v1/card").statusCode())
                    .isEqualTo(200);
            assertThat(bank.journal().all()).hasSize(3);
        }
    }

    @Test
    void givenFault_whenBlockActsAndIsDropped_thenBankKnowsItWasDone(TBankSimulator bank) {
        bank.faults().actThenDrop().on("POST", "/api/v1/card/{ucid}/block");
        BankClient client = BankClient.secured(bank);

        assertThatThrownBy(() -> client.send(client.request(BLOCK)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"reason\":\"LOST\"}"))))
                .isInstanceOf(IOException.class);

        assertThat(bank.card(TBankSimulator.PLASTIC_CARD).status()).isEqualTo(CardStatus.BLOCKED);
    }

    private static BankClient client(SSLContext context, TBankSimulator bank, String token) {
        HttpClient http = HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return new BankClient(http, bank.securedUri(), token);
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
