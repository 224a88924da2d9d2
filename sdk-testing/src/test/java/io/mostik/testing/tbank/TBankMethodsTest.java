package io.mostik.testing.tbank;

import static io.mostik.testing.tbank.TBankSimulator.ACCOUNT;
import static io.mostik.testing.tbank.TBankSimulator.VIRTUAL_CARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TBankMethodsTest {

    private static final String STATEMENT = "/api/v1/statement?accountNumber=" + ACCOUNT + "&from=2026-01-01T00:00:00Z";
    private static final String APPLICATION = "/api/v1/card/virtual/issue/application";
    private static final String IDENTIFICATION = "/api/v1/employee-remote-identification/application";
    private static final String UUID = "8b0f6a52-0c41-4a8e-9d11-6d0f3a1c9b77";

    private final TBankSimulator bank = TBankSimulator.startFrozen();
    private final BankClient ordinary = BankClient.ordinary(bank);
    private final BankClient secured = BankClient.secured(bank);

    @BeforeEach
    void fill() {
        bank.limit(VIRTUAL_CARD, LimitKind.SPEND, new BigDecimal("1000"), LimitPeriod.MONTH);
    }

    @AfterEach
    void stop() {
        bank.close();
    }

    @Test
    void givenStatement_whenWalked_thenBalancesOnFirstPageOnly() throws Exception {
        bank.postingTime(Duration.ZERO);
        for (int i = 0; i < 3; i++) {
            bank.spend(VIRTUAL_CARD, new BigDecimal("10.50"));
        }

        JsonNode first = json(ordinary.get(STATEMENT + "&limit=2&withBalances=true"));
        String cursor = first.path("nextCursor").asText();
        JsonNode second = json(ordinary.get(STATEMENT + "&limit=2&withBalances=true&cursor=" + cursor));

        assertThat(first.path("operations")).hasSize(2);
        assertThat(first.path("balances").path("debit").decimalValue()).isEqualByComparingTo("31.50");
        assertThat(second.path("operations")).hasSize(1);
        assertThat(second.has("nextCursor")).isFalse();
        assertThat(second.has("balances")).isFalse();
        JsonNode row = first.path("operations").get(0);
        assertThat(row.path("ucid").isTextual()).isTrue();
        assertThat(row.path("accountAmount").isNumber()).isTrue();
        assertThat(row.path("cardNumber").asText()).matches("\\d{6}\\*{6}\\d{4}");
    }

    @Test
    void givenHoldAndPosting_whenFiltered_thenEachCriterionCounts() throws Exception {
        bank.spend(VIRTUAL_CARD, BigDecimal.TEN);
        bank.clock().advance(Duration.ofDays(1));
        bank.spend(VIRTUAL_CARD, BigDecimal.ONE);

        assertThat(count(STATEMENT + "&operationStatus=Authorization")).isEqualTo(1);
        assertThat(count(STATEMENT + "&operationStatus=All")).isEqualTo(2);
        assertThat(count(STATEMENT + "&categories=cashOut")).isZero();
        assertThat(count(STATEMENT + "&categories=cashOut&categories=cardOperation"))
                .isEqualTo(2);
        assertThat(count(STATEMENT + "&to=2026-03-02T10:00:00Z")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/statement?from=2026-01-01T00:00:00Z",
                "/api/v1/statement?accountNumber=4070281090000001234567&from=2026-01-01T00:00:00Z",
                "/api/v1/statement?accountNumber=" + ACCOUNT,
                "/api/v1/statement?accountNumber=" + ACCOUNT + "&from=yesterday",
                STATEMENT + "&operationStatus=Held",
                STATEMENT + "&cursor=17",
                STATEMENT + "&withBalances=yes",
                "/api/v1/account-operations?from=2026-01-01T00:00:00Z&till=2026-02-01T00:00:00Z",
                "/api/v1/account-operations?accountNumber=" + ACCOUNT + "&from=2026-01-01T00:00:00Z",
                "/api/v4/bank-accounts?withInvest=1"
            })
    void givenBrokenContract_whenAskedOrdinaryHost_then400InRussian(String path) throws Exception {
        HttpResponse<String> answer = ordinary.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).path("errorCode").asText()).isEqualTo("INVALID_DATA");
        assertThat(json(answer).path("errorMessage").asText()).startsWith("Ваш запрос невалиден");
        assertThat(json(answer).path("errorDetails")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                APPLICATION + "|{\"accountNumber\":\"" + ACCOUNT + "\",\"cardNetwork\":\"MIR\"}",
                APPLICATION + "|{\"employeeIdentificationApplicationId\":\"" + UUID + "\",\"cardNetwork\":\"MIR\"}",
                APPLICATION + "|{\"employeeIdentificationApplicationId\":\"" + UUID + "\",\"accountNumber\":\""
                        + ACCOUNT + "\",\"cardNetwork\":\"UNION\"}",
                IDENTIFICATION + "|{\"lastName\":\"Volkov\"}",
                IDENTIFICATION + "/" + UUID + "/DRIVING_LICENCE|{}",
                IDENTIFICATION + "/17/PASSPORT|{}"
            })
    void givenBrokenContract_whenPostedToTheSecuredHost_then400(String path, String body) throws Exception {
        assertThat(secured.post(path, body).statusCode()).isEqualTo(400);
    }

    @Test
    void givenListOfApplications_whenNotBothNumbersAreSaid_then400() throws Exception {
        String path = "/api/v3/card/virtual/issue/application";

        assertThat(secured.get(path).statusCode()).isEqualTo(400);
        assertThat(secured.get(path + "?limit=10").statusCode()).isEqualTo(400);
        assertThat(json(secured.get(path + "?limit=10&offset=0")).isArray()).isTrue();
    }

    @Test
    void givenApplication_whenIssued_thenUcidIsNumberButTextInList() throws Exception {
        String id = json(secured.post(
                        APPLICATION,
                        "{\"employeeIdentificationApplicationId\":\"" + UUID + "\",\"accountNumber\":\"" + ACCOUNT
                                + "\",\"cardNetwork\":\"MIR\"}"))
                .path("cardIssueApplicationId")
                .asText();
        bank.clock().advance(Duration.ofMinutes(3));

        JsonNode one = json(secured.get(APPLICATION + "/" + id));
        JsonNode list = json(secured.get("/api/v3/card/virtual/issue/application?limit=10&offset=0"));

        assertThat(one.path("status").asText()).isEqualTo("CARD_ISSUED");
        assertThat(one.path("ucid").isIntegralNumber()).isTrue();
        assertThat(list.get(0).path("ucid").isTextual()).isTrue();
        assertThat(secured.get(APPLICATION + "/" + UUID).statusCode()).isEqualTo(422);
    }

    @Test
    void givenImage_whenAttachedToNoDraft_then422() throws Exception {
        HttpResponse<String> answer = secured.send(secured.request(IDENTIFICATION + "/" + UUID + "/PASSPORT")
                .POST(BodyPublishers.ofByteArray(new byte[] {1})));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(bank.attachedDocuments()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "oper-feed-operation|{\"url\":\"http://a.example\",\"email\":\"a@b.example\",\"hasSignature\":false}",
                "oper-feed-operation|{\"url\":\"https://a.example\",\"hasSignature\":false}",
                "oper-feed-operation|{\"url\":\"https://a.example\",\"email\":\"a@b.example\"}",
                "oper-feed-operation|{\"url\":\"https://a.example\",\"email\":\"a@b.example\",\"hasSignature\":false,"
                        + "\"authType\":\"Digest\",\"authSecret\":\"x\"}",
                "card-issued|{\"url\":\"https://a.example\",\"email\":\"a@b.example\",\"hasSignature\":false}"
            })
    void givenBrokenSubscription_whenPosted_then400(String event, String body) throws Exception {
        assertThat(ordinary.post("/api/v1/webhook?eventType=" + event, body).statusCode())
                .isEqualTo(400);
    }

    @Test
    void givenDeadReceiver_whenPaying_thenTriesTextWebhookFiveTimes() throws Exception {
        bank.hookReceiver(bank.ordinaryUri().resolve("/nobody"));
        ordinary.post(
                "/api/v1/webhook?eventType=oper-feed-operation",
                "{\"url\":\"https://a.example\",\"email\":\"a@b.example\",\"hasSignature\":false,"
                        + "\"authType\":\"Basic\",\"authSecret\":\"abc\"}");

        bank.spend(VIRTUAL_CARD, new BigDecimal("379.50"));

        assertThat(bank.deliveries()).singleElement().satisfies(delivery -> {
            assertThat(delivery.accepted()).isFalse();
            assertThat(delivery.attempts()).hasSize(5);
            assertThat(delivery.hook().headers()).containsEntry("Authorization", "Basic abc");
            JsonNode told = new ObjectMapper().readTree(delivery.hook().body());
            assertThat(told.path("accountAmount").textValue()).isEqualTo("379.50");
            assertThat(told.path("operationStatus").asText()).isEqualTo("authorization");
            assertThat(told.path("payer").has("account")).isTrue();
        });
    }

    @Test
    void givenCompanyAndAccounts_whenAsked_thenTheHoldIsSeen() throws Exception {
        bank.spend(VIRTUAL_CARD, BigDecimal.TEN);

        JsonNode accounts = json(ordinary.get("/api/v4/bank-accounts"));

        assertThat(accounts.get(0).path("balance").path("authorized").decimalValue())
                .isEqualByComparingTo("10");
        assertThat(accounts.get(0).path("mainFlag").asText()).isEqualTo("Y");
        assertThat(json(ordinary.get("/api/v1/company")).path("legalStatus").asText())
                .isEqualTo("active");
    }

    private int count(String path) throws Exception {
        return json(ordinary.get(path)).path("operations").size();
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return new ObjectMapper().readTree(answer.body());
    }
}
