package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.cards.BlockReason;
import io.mostik.bankcards.tbank.cards.CardQuery;
import io.mostik.bankcards.tbank.cards.CardsApi;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.company.AccountsApi;
import io.mostik.bankcards.tbank.company.CompanyApi;
import io.mostik.bankcards.tbank.identification.DocumentType;
import io.mostik.bankcards.tbank.identification.IdentificationApi;
import io.mostik.bankcards.tbank.identification.NewIdentification;
import io.mostik.bankcards.tbank.identification.NewPassport;
import io.mostik.bankcards.tbank.internal.Operations;
import io.mostik.bankcards.tbank.limits.LimitChange;
import io.mostik.bankcards.tbank.limits.LimitsApi;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.OperationsApi;
import io.mostik.bankcards.tbank.operations.StatementQuery;
import io.mostik.bankcards.tbank.virtualcards.CardNetwork;
import io.mostik.bankcards.tbank.virtualcards.NewVirtualCard;
import io.mostik.bankcards.tbank.virtualcards.VirtualCardsApi;
import io.mostik.bankcards.tbank.webhooks.EventType;
import io.mostik.bankcards.tbank.webhooks.NewSubscription;
import io.mostik.bankcards.tbank.webhooks.WebhooksApi;
import io.mostik.core.ApiException;
import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.TransportException;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.VendorServer;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation of the bank that the SDK has, in one table; none may be missing from it. */
class ContractTest {

    private static final String ACCOUNT = "40702810900000012345";
    private static final String UUID = "8b0f6a52-0c41-4a8e-9d11-6d0f3a1c9b77";
    private static final Ucid UCID = Ucid.of(7);
    private static final Instant FROM = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant TILL = Instant.parse("2026-06-01T00:00:00Z");
    private static final List<Class<?>> APIS = List.of(
            CardsApi.class,
            LimitsApi.class,
            VirtualCardsApi.class,
            IdentificationApi.class,
            OperationsApi.class,
            AccountsApi.class,
            CompanyApi.class,
            WebhooksApi.class);

    @RegisterExtension
    final VendorServer vendor = new VendorServer();

    final ManualTime time = new ManualTime();
    TBank bank;

    record Row(String operation, int perSecond, String request, String answer, Consumer<TBank> call) {
        @Override
        public String toString() {
            return operation;
        }
    }

    @SuppressWarnings("deprecation") // the deprecated list is part of the contract
    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "cards.list",
                        10,
                        "GET /ordinary/api/v1/card?offset=0&limit=1000",
                        "{\"offset\":0}",
                        bank -> bank.cards().list(CardQuery.all()).toList()),
                new Row(
                        "cards.listDetailed",
                        10,
                        "GET /secured/api/v3/company/card?limit=1000&offset=0",
                        "{}",
                        bank -> bank.cards().listDetailed(CardQuery.all()).toList()),
                new Row(
                        "cards.get",
                        10,
                        "GET /ordinary/api/v1/card/7",
                        "{\"ucid\":7,\"accountNumber\":\"" + ACCOUNT + "\"}",
                        bank -> bank.cards().get(UCID)),
                new Row(
                        "cards.block",
                        5,
                        "POST /secured/api/v1/card/7/block",
                        "",
                        bank -> bank.cards().block(UCID, BlockReason.LOST, "")),
                new Row(
                        "limits.get",
                        40,
                        "GET /secured/api/v1/card/7/limits",
                        LIMITS,
                        bank -> bank.limits().get(UCID)),
                new Row(
                        "limits.setSpend",
                        10,
                        "POST /secured/api/v1/card/7/spend-limit",
                        "",
                        bank -> bank.limits().setSpend(UCID, NewLimit.once(BigDecimal.ONE))),
                new Row(
                        "limits.setCash",
                        10,
                        "POST /secured/api/v1/card/7/cash-limit",
                        "",
                        bank -> bank.limits().setCash(UCID, NewLimit.once(BigDecimal.ONE))),
                new Row(
                        "limits.setBatch",
                        10,
                        "PUT /secured/api/v3/card/limits/set_batch",
                        "{}",
                        bank -> bank.limits()
                                .setBatch(List.of(LimitChange.spend(UCID, NewLimit.once(BigDecimal.ONE))))),
                new Row(
                        "virtualCards.requisites",
                        10,
                        "GET /secured/api/v1/card/virtual/7/requisites",
                        "{\"number\":\"2200700000000417\",\"cvc\":\"735\",\"expiryDate\":{\"year\":2031,\"month\":4}}",
                        bank -> bank.virtualCards().requisites(UCID).close()),
                new Row(
                        "virtualCards.requisitesLink",
                        10,
                        "GET /secured/api/v3/card/requisites-iframe-link?ucid=7",
                        "{\"link\":\"https://x\"}",
                        bank -> bank.virtualCards().requisitesLink(UCID)),
                new Row(
                        "virtualCards.reissue",
                        10,
                        "POST /secured/api/v1/card/virtual/reissue",
                        "{\"correlationId\":\"" + UUID + "\"}",
                        bank -> bank.virtualCards().reissue(UCID)),
                new Row(
                        "virtualCards.reissueResult",
                        10,
                        "GET /secured/api/v1/card/virtual/reissue/result?correlationId=" + UUID,
                        "{\"status\":\"IN_PROGRESS\"}",
                        bank -> bank.virtualCards().reissueResult(UUID)),
                new Row(
                        "virtualCards.issue",
                        10,
                        "POST /secured/api/v1/card/virtual/issue/application",
                        "{\"cardIssueApplicationId\":\"" + UUID + "\"}",
                        bank -> bank.virtualCards().issue(new NewVirtualCard(UUID, ACCOUNT, CardNetwork.MIR))),
                new Row(
                        "virtualCards.application",
                        10,
                        "GET /secured/api/v1/card/virtual/issue/application/" + UUID,
                        "{\"cardIssueApplicationId\":\"" + UUID + "\",\"status\":\"NEW\"}",
                        bank -> bank.virtualCards().application(UUID)),
                new Row(
                        "virtualCards.applications",
                        10,
                        "GET /secured/api/v3/card/virtual/issue/application?limit=100&offset=0",
                        "[]",
                        bank -> bank.virtualCards().applications().toList()),
                new Row(
                        "identification.draft",
                        10,
                        "POST /secured/api/v1/employee-remote-identification/application",
                        "{}",
                        bank -> bank.identification().draft(employee())),
                new Row(
                        "identification.attach",
                        1,
                        "POST /secured/api/v1/employee-remote-identification/application/" + UUID + "/PASSPORT",
                        "",
                        bank -> bank.identification().attach(UUID, DocumentType.PASSPORT, new byte[] {1})),
                new Row(
                        "operations.statement",
                        20,
                        "GET /ordinary/api/v1/statement?accountNumber=" + ACCOUNT + "&from=2026-05-01T00%3A00%3A00Z",
                        "{}",
                        bank -> bank.operations().statement(statement()).toList()),
                new Row(
                        "operations.past",
                        3,
                        "GET /ordinary/api/v1/account-operations?accountNumber=" + ACCOUNT
                                + "&ucid=7&from=2026-05-01T00%3A00%3A00Z&till=2026-06-01T00%3A00%3A00Z",
                        "[]",
                        bank -> bank.operations().past(ACCOUNT, Optional.of(UCID), FROM, TILL)),
                new Row(
                        "accounts.list",
                        6,
                        "GET /ordinary/api/v4/bank-accounts?withInvest=false",
                        "[]",
                        bank -> bank.accounts().list()),
                new Row(
                        "company.get",
                        0,
                        "GET /ordinary/api/v1/company",
                        "{}",
                        bank -> bank.company().get()),
                new Row(
                        "webhooks.subscribe",
                        10,
                        "POST /ordinary/api/v1/webhook?eventType=oper-feed-operation",
                        "",
                        bank -> bank.webhooks()
                                .subscribe(
                                        EventType.OPERATION,
                                        NewSubscription.of("https://a.example/hook", "it@a.example")
                                                .bearer(Secret.of("canary-hook-secret")))));
    }

    private static final String LIMITS =
            "{\"ucid\":7,\"spendLimit\":{\"limitValue\":1,\"limitRemain\":1,\"limitPeriod\":\"DAY\"},"
                    + "\"cashLimit\":{\"limitValue\":1,\"limitRemain\":1,\"limitPeriod\":\"DAY\"}}";

    @BeforeEach
    void connect() {
        bank = BankServer.client(vendor, time);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void givenEndpoints_whenComparingWithTable_thenNoneIsMissing() {
        Map<String, Endpoint<?>> endpoints = endpoints();

        assertThat(rows().map(Row::operation)).containsExactlyInAnyOrderElementsOf(endpoints.keySet());
        assertThat(Operations.hosts().keySet()).containsExactlyInAnyOrderElementsOf(endpoints.keySet());
        assertThat(endpoints).hasSize(22);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenOperation_whenCalling_thenSendsAsDocumentedAndReadsTheAnswer(Row row) {
        vendor.answers(200, row.answer());

        row.call().accept(bank);

        VendorServer.Sent sent = vendor.received();
        assertThat(sent.method() + " " + sent.target()).isEqualTo(row.request());
        assertThat(vendor.count()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenRefusal_whenCalling_thenTellsOperationCodeAndIdOfTheError(Row row) {
        vendor.answers(422, "{\"errorId\":\"e7\",\"errorMessage\":\"Нельзя\",\"errorCode\":\"NOPE\"}");

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> row.call().accept(bank));

        assertThat(failure.operation()).isEqualTo(row.operation());
        assertThat(failure.code()).contains("NOPE");
        assertThat(failure.error().details()).containsEntry("errorId", "e7");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givenAnswerThatIsDropped_whenCalling_thenRepeatsUnlessItMustHappenOnce(Row row) {
        vendor.dropsAnswer().answers(200, row.answer());

        Optional<TransportException> failure = Optional.ofNullable(
                catchThrowableOfType(TransportException.class, () -> row.call().accept(bank)));

        boolean once = ONCE.contains(row.operation());
        assertThat(vendor.count()).isEqualTo(once ? 1 : 2);
        assertThat(failure.map(SdkException::outcome))
                .isEqualTo(once ? Optional.of(Outcome.UNKNOWN) : Optional.empty());
    }

    private static final List<String> ONCE = List.of(
            "limits.setSpend",
            "limits.setCash",
            "limits.setBatch",
            "virtualCards.reissue",
            "virtualCards.issue",
            "identification.draft",
            "identification.attach",
            "webhooks.subscribe");

    @ParameterizedTest
    @MethodSource("rows")
    void givenOperation_whenLookingAtItsLimit_thenIsTheDocumentedOne(Row row) {
        RateLimit limit = endpoints().get(row.operation()).limit();

        assertThat(limit).isEqualTo(row.perSecond() == 0 ? RateLimit.none() : RateLimit.perSecond(row.perSecond()));
    }

    @Test
    void givenEndpoints_whenLookingAtEffects_thenReadsAreGets() {
        assertThat(endpoints().values())
                .allSatisfy(endpoint -> assertThat(endpoint.effect() == Effect.READ)
                        .isEqualTo(endpoint.method().equals("GET")));
    }

    private static Map<String, Endpoint<?>> endpoints() {
        Map<String, Endpoint<?>> all = new TreeMap<>();
        for (Class<?> api : APIS) {
            for (Field field : api.getDeclaredFields()) {
                if (field.getType() == Endpoint.class) {
                    Endpoint<?> endpoint = valueOf(field);
                    all.put(endpoint.operation(), endpoint);
                }
            }
        }
        return all;
    }

    private static Endpoint<?> valueOf(Field field) {
        try {
            field.setAccessible(true);
            return (Endpoint<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StatementQuery statement() {
        return StatementQuery.builder().accountNumber(ACCOUNT).since(FROM).build();
    }

    private static NewIdentification employee() {
        return NewIdentification.builder()
                .lastName("Volkov")
                .firstName("Oleg")
                .birthDate(LocalDate.of(1990, 2, 3))
                .placeOfBirth("Tula")
                .phoneNumber("+79000000000")
                .passport(NewPassport.builder()
                        .series("4500")
                        .number("123456")
                        .issuerName("OVD")
                        .issuerCode("770-001")
                        .putMore("issueDate", "2015-01-01")
                        .build())
                .build();
    }
}
