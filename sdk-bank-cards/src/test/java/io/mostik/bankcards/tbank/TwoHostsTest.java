package io.mostik.bankcards.tbank;

import static io.mostik.bankcards.tbank.HostKind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.bankcards.tbank.cards.BlockReason;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.virtualcards.CardNetwork;
import io.mostik.bankcards.tbank.virtualcards.NewVirtualCard;
import io.mostik.core.ApiException;
import io.mostik.core.Secret;
import io.mostik.testing.tbank.TBankSimulator;
import io.mostik.testing.tbank.TBankSimulator.Hosts;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bank's pages and clients in public disagree about the host of seven methods: each can be on either. */
class TwoHostsTest {

    private static final Ucid CARD = Ucid.of(TBankSimulator.VIRTUAL_CARD);
    private static final String JOB = UUID.randomUUID().toString();
    private static final Map<String, Consumer<TBank>> DISPUTED = Map.of(
            "limits.get", bank -> bank.limits().get(CARD),
            "limits.setCash", bank -> bank.limits().setCash(CARD, NewLimit.zero()),
            "virtualCards.requisites",
                    bank -> bank.virtualCards().requisites(CARD).close(),
            "cards.block", bank -> bank.cards().block(CARD, BlockReason.FRAUD, ""),
            "virtualCards.issue", bank -> bank.virtualCards().issue(newCard()),
            "virtualCards.application", bank -> bank.virtualCards().application(JOB),
            "virtualCards.reissueResult", bank -> bank.virtualCards().reissueResult(JOB));

    private final TBankSimulator bank = TBankSimulator.startFrozen();

    @AfterEach
    void close() {
        bank.close();
    }

    @ParameterizedTest
    @CsvSource({"SECURED, SECURED", "ORDINARY, ORDINARY", "BOTH, ORDINARY", "BOTH, SECURED"})
    void givenHostOfTheBank_whenConfigured_thenEachMethodIsFound(Hosts where, HostKind configured) {
        bank.disputedMethodsOn(where);

        try (TBank client = builder().disputedOn(configured).build()) {
            assertThat(DISPUTED)
                    .allSatisfy((operation, call) ->
                            assertThat(isFound(client, call)).isTrue());
        }
    }

    @ParameterizedTest
    @CsvSource({"SECURED, ORDINARY", "ORDINARY, SECURED"})
    void givenOtherHost_whenConfigured_thenEachMethodIsMissing(Hosts where, HostKind configured) {
        bank.disputedMethodsOn(where);

        try (TBank client = builder().disputedOn(configured).build()) {
            assertThat(DISPUTED)
                    .allSatisfy((operation, call) ->
                            assertThat(isFound(client, call)).isFalse());
        }
        assertThat(bank.timesBlocked(CARD.value())).isZero();
    }

    @ParameterizedTest
    @CsvSource({"limits.get", "limits.setCash", "virtualCards.requisites", "cards.block", "virtualCards.issue"})
    void givenOneMethod_whenMoved_thenTheOthersStay(String operation) {
        bank.disputedMethodsOn(Hosts.BOTH);

        try (TBank client = builder().host(operation, ORDINARY).build()) {
            DISPUTED.getOrDefault(operation, unused -> {}).accept(client);
            client.limits().setSpend(CARD, NewLimit.zero());
        }

        assertThat(bank.journal().all()).hasSize(2);
        assertThat(bank.journal().all().get(0).path()).startsWith("/openapi/");
        assertThat(bank.journal().all().get(1).path()).startsWith("/api/");
    }

    private static NewVirtualCard newCard() {
        return new NewVirtualCard(JOB, TBankSimulator.ACCOUNT, CardNetwork.MIR);
    }

    /** A 404 without a word is a path that is not there; the bank's own refusals have words. */
    private static boolean isFound(TBank client, Consumer<TBank> call) {
        Throwable failure = catchThrowable(() -> call.accept(client));
        return failure == null
                || (failure instanceof ApiException refused && refused.code().isPresent());
    }

    private TBank.Builder builder() {
        return TBank.builder()
                .environment(Environment.of(
                        bank.ordinaryUri().toString(), bank.securedUri().toString()))
                .token(Secret.of(bank.token()));
    }
}
