package io.mostik.bankcards.tbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.company.Account;
import io.mostik.bankcards.tbank.identification.DocumentType;
import io.mostik.bankcards.tbank.identification.NewIdentification;
import io.mostik.bankcards.tbank.identification.NewPassport;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationStatus;
import io.mostik.bankcards.tbank.operations.StatementQuery;
import io.mostik.bankcards.tbank.virtualcards.CardNetwork;
import io.mostik.bankcards.tbank.virtualcards.IssueStatus;
import io.mostik.bankcards.tbank.virtualcards.NewVirtualCard;
import io.mostik.bankcards.tbank.webhooks.EventType;
import io.mostik.bankcards.tbank.webhooks.NewSubscription;
import io.mostik.bankcards.tbank.webhooks.TBankWebhooks;
import io.mostik.core.ApiException;
import io.mostik.core.LongOperation;
import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import io.mostik.core.test.ManualTime;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.tbank.IssueEnd;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client and a living bank, over HTTP. */
class LivingBankTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final String ACCOUNT = TBankSimulator.ACCOUNT;
    private static final BigDecimal TEN = BigDecimal.TEN;

    private final TBankSimulator simulator = TBankSimulator.startFrozen();
    private TBank bank;

    @BeforeEach
    void connect() {
        bank = TBank.builder()
                .environment(Environment.of(
                        simulator.ordinaryUri().toString(),
                        simulator.securedUri().toString()))
                .token(Secret.of(simulator.token()))
                .http(http -> http.time(new ManualTime()))
                .build();
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("5000"), LimitPeriod.MONTH);
        simulator.limit(CARD, LimitKind.CASH, new BigDecimal("5000"), LimitPeriod.MONTH);
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenPurchases_whenWalkingStatement_thenEachComesOnce() {
        simulator.statementPage(2);
        for (int i = 0; i < 4; i++) {
            simulator.spend(CARD, TEN);
        }
        simulator.withdrawCash(CARD, TEN);

        List<Operation> all = bank.operations().statement(query()).stream().toList();

        assertThat(all).hasSize(5).allMatch(operation -> operation.card().equals(Optional.of(Ucid.of(CARD))));
        assertThat(all).extracting(Operation::operationId).doesNotHaveDuplicates();
        assertThat(simulator.journal().count("GET", "/openapi/api/v1/statement"))
                .isEqualTo(3);
        assertThat(bank.operations().balances(query()).orElseThrow().debit()).contains(BigDecimal.ZERO);
        simulator.clock().advance(Duration.ofHours(16));
        assertThat(bank.operations().balances(query()).orElseThrow().debit()).contains(new BigDecimal("50"));
        assertThat(bank.operations().ofCard(Ucid.of(TBankSimulator.PLASTIC_CARD), query()))
                .isEmpty();
    }

    @Test
    void givenHold_whenPosted_thenKeepsItsIdUnlessItWasMadeAtNight() {
        simulator.nightIdsChange(true);
        simulator.spend(CARD, TEN);
        simulator.clock().advance(Duration.ofHours(11));
        simulator.spend(CARD, TEN);
        List<String> held = ids();
        simulator.clock().advance(Duration.ofDays(1));

        List<Operation> posted = bank.operations().statement(query()).stream().toList();

        assertThat(posted)
                .allMatch(operation -> operation.operationStatus().equals(Optional.of(OperationStatus.TRANSACTION)));
        assertThat(posted.get(0).operationId()).isEqualTo(held.get(0));
        assertThat(posted.get(1).operationId()).isNotEqualTo(held.get(1));
    }

    @Test
    void givenHold_whenAskingForAccounts_thenTellsWhatIsLeft() {
        simulator.spend(CARD, TEN);

        Account account = bank.accounts().list().get(0);

        assertThat(account.balance().orElseThrow().authorized()).contains(TEN);
        assertThat(account.balance().orElseThrow().otb()).contains(new BigDecimal("999990.00"));
        assertThat(bank.accounts().list(true)).hasSize(2);
        assertThat(bank.company().get().legalStatus()).contains("active");
    }

    @Test
    @SuppressWarnings("deprecation") // the deprecated list is part of the bank
    void givenTwoCards_whenAskingForOne_thenTheDeprecatedListKnowsIt() {
        simulator.spend(CARD, TEN);

        assertThat(bank.operations()
                        .past(
                                ACCOUNT,
                                Optional.of(Ucid.of(CARD)),
                                query().since(),
                                query().since().plus(Duration.ofDays(300))))
                .singleElement()
                .satisfies(row -> assertThat(row.card().orElseThrow().ucid()).contains(Long.toString(CARD)));
        assertThat(bank.operations()
                        .past(
                                ACCOUNT,
                                Optional.of(Ucid.of(TBankSimulator.PLASTIC_CARD)),
                                query().since(),
                                query().since().plus(Duration.ofDays(300))))
                .isEmpty();
    }

    @Test
    void givenApplication_whenItsTimeHasPassed_thenThereIsACard() {
        LongOperation<Ucid> issue =
                bank.virtualCards().issue(new NewVirtualCard(UUID.randomUUID().toString(), ACCOUNT, CardNetwork.MIR));
        assertThat(issue.poll()).isEmpty();
        assertThat(bank.virtualCards().application(issue.id()).status()).isEqualTo(IssueStatus.NEW);
        simulator.clock().advance(Duration.ofMinutes(2));
        assertThat(bank.virtualCards().application(issue.id()).status()).isEqualTo(IssueStatus.ISSUING);
        simulator.clock().advance(Duration.ofMinutes(1));

        Ucid card = bank.virtualCards().resumeIssue(issue.id()).poll().orElseThrow();

        assertThat(simulator.card(card.value()).isVirtual()).isTrue();
        assertThat(bank.virtualCards().applications().stream())
                .singleElement()
                .satisfies(application -> assertThat(application.ucid()).contains(card));
    }

    @Test
    void givenApplicationThatFails_whenPolling_thenTellsReasonOfBank() {
        simulator.planIssue(IssueEnd.FAILED_FATAL);
        LongOperation<Ucid> issue =
                bank.virtualCards().issue(new NewVirtualCard(UUID.randomUUID().toString(), ACCOUNT, CardNetwork.MIR));
        simulator.clock().advance(Duration.ofMinutes(3));

        ApiException failure = catchThrowableOfType(ApiException.class, issue::poll);

        assertThat(failure).hasMessageContaining("Не удалось");
        assertThat(failure.code()).contains("FAILED_FATAL");
    }

    @Test
    void givenDraft_whenAttaching_thenBankHasPagesUntilDraftEnds() {
        String draft = bank.identification().draft(employee()).applicationId().orElseThrow();

        bank.identification().attach(draft, DocumentType.PASSPORT, new byte[] {1, 2});
        bank.identification().attach(draft, DocumentType.SELFIE_WITH_PASSPORT, new byte[] {3});
        simulator.clock().advance(Duration.ofMinutes(31));
        ApiException late = catchThrowableOfType(
                ApiException.class, () -> bank.identification().attach(draft, DocumentType.PASSPORT, new byte[] {4}));

        assertThat(simulator.attachedDocuments()).containsExactly("PASSPORT", "SELFIE_WITH_PASSPORT");
        assertThat(late.status()).isEqualTo(422);
    }

    @Test
    void givenSubscription_whenEventsRepeat_thenEachIsToldOnce() throws IOException {
        Secret proof = Secret.of("hook-secret-1");
        List<Operation> told = new ArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/operations",
                WebhookHttpHandler.of(
                        TBankWebhooks.builder().bearer(proof).build().once(Once.over(StateStore.inMemory())),
                        told::add));
        receiver.start();
        simulator.hookReceiver(
                URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/operations"));
        bank.webhooks()
                .subscribe(
                        EventType.OPERATION,
                        NewSubscription.of("https://hooks.example/operations", "it@hooks.example")
                                .bearer(proof));

        simulator.spend(CARD, new BigDecimal("379.50"));
        simulator.tellAgain();
        simulator.clock().advance(Duration.ofDays(1));
        receiver.stop(0);

        assertThat(simulator.deliveries()).hasSize(3).allMatch(HookDelivery::accepted);
        assertThat(told)
                .extracting(operation -> operation.operationStatus().orElseThrow())
                .containsExactly(OperationStatus.AUTHORIZATION, OperationStatus.TRANSACTION);
        assertThat(told).allMatch(operation -> operation.accountAmount().equals(Optional.of(new BigDecimal("379.50"))));
        assertThat(told).extracting(Operation::operationId).isEqualTo(List.of(ids().get(0), ids().get(0)));
    }

    private List<String> ids() {
        return bank.operations().statement(query()).stream()
                .map(Operation::operationId)
                .toList();
    }

    private static StatementQuery query() {
        return StatementQuery.builder()
                .accountNumber(ACCOUNT)
                .since(Instant.parse("2026-01-01T00:00:00Z"))
                .build();
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
                        .build())
                .build();
    }
}
