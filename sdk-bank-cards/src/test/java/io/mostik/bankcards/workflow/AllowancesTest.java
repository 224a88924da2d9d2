package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowancesTest {

    private static final long CARD = TBankSimulator.PLASTIC_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final BigDecimal SUM = new BigDecimal("379.50");

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;
    private Allowances allowances;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        allowances = CardWorkflows.of(bank, store, time).allowances();
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenOrder_whenGrantedSpentAndClosed_thenTheCardIsEmptyAgain() {
        assertThat(allowances.grant(grant("order-1")).state()).isEqualTo(Allowance.State.GRANTED);
        simulator.spend(CARD, new BigDecimal("100"));
        assertThat(simulator.card(CARD).spendLimit().remain()).isEqualByComparingTo("279.50");

        assertThat(allowances.close(UCID, "order-1")).isTrue();
        assertThat(allowances.close(UCID, "order-1")).isTrue();

        assertThat(simulator.card(CARD).spendLimit().remain()).isEqualByComparingTo("0");
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @Test
    void givenSpentOrder_whenAskedAgain_thenGrantsNothingMore() {
        allowances.grant(grant("order-1"));
        simulator.spend(CARD, new BigDecimal("300"));

        allowances.grant(grant("order-1"));
        CardWorkflows.of(bank, store, time).allowances().grant(grant("order-1"));

        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
    }

    @Test
    void givenLostAnswer_whenAskedAfterSpending_thenGrantsOnce() {
        simulator.faults().actThenDrop().on("POST", SPEND);
        SdkException failure = catchThrowableOfType(SdkException.class, () -> allowances.grant(grant("order-1")));
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        simulator.spend(CARD, new BigDecimal("300"));

        Allowance allowance = allowances.grant(grant("order-1"));

        assertThat(allowance.state()).isEqualTo(Allowance.State.GRANTED);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @Test
    void givenRequestThatNeverArrived_whenAskedAgain_thenGrantsOnce() {
        simulator.faults().dropBeforeActing().on("POST", SPEND);
        assertThatThrownBy(() -> allowances.grant(grant("order-1"))).isInstanceOf(SdkException.class);

        assertThat(allowances.grant(grant("order-1")).state()).isEqualTo(Allowance.State.GRANTING);
        time.advance(Duration.ofMinutes(3));
        assertThat(allowances.grant(grant("order-1")).state()).isEqualTo(Allowance.State.GRANTED);

        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actThenDrop", "actThenReset", "dropBeforeActing", "resetBeforeActing", "500", "429"})
    void givenFault_whenAskedUntilGranted_thenGrantsExactlyOnce(String fault) {
        switch (fault) {
            case "actThenDrop" -> simulator.faults().actThenDrop().on("POST", SPEND);
            case "actThenReset" -> simulator.faults().actThenReset().on("POST", SPEND);
            case "dropBeforeActing" -> simulator.faults().dropBeforeActing().on("POST", SPEND);
            case "resetBeforeActing" -> simulator.faults().resetBeforeActing().on("POST", SPEND);
            default -> simulator.faults().answer(Integer.parseInt(fault)).on("POST", SPEND);
        }

        for (int i = 0; i < 3; i++) {
            try {
                allowances.grant(grant("order-1"));
            } catch (SdkException e) {
                assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN);
            }
            time.advance(Duration.ofMinutes(3));
        }

        assertThat(allowances.find(UCID).orElseThrow().state()).isEqualTo(Allowance.State.GRANTED);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @Test
    void givenRefusal_whenAskedAgain_thenIsFreeToTry() {
        simulator.faults().answer(422).on("POST", SPEND);
        assertThatThrownBy(() -> allowances.grant(grant("order-1"))).isInstanceOf(SdkException.class);

        assertThat(allowances.find(UCID)).isEmpty();
        assertThat(allowances.grant(grant("order-1")).state()).isEqualTo(Allowance.State.GRANTED);
    }

    @Test
    void givenProcessThatDied_whenAskedAgain_thenWaitsAndReadsBack() {
        Allowances dying = node(SimulatedBank.dyingAfter("limits.setSpend", simulator, time));
        assertThatThrownBy(() -> dying.grant(grant("order-1"))).isInstanceOf(SimulatedBank.Crash.class);

        assertThat(allowances.grant(grant("order-1")).state()).isEqualTo(Allowance.State.GRANTING);
        time.advance(Duration.ofMinutes(3));
        assertThat(allowances.grant(grant("order-1")).state()).isEqualTo(Allowance.State.GRANTED);

        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @Test
    void givenOtherSumOrClosedOrder_whenGranting_thenSaysWhyNot() {
        allowances.grant(grant("order-1"));

        assertThat(refusal(new Grant(UCID, "order-1", BigDecimal.TEN))).isEqualTo(Reason.OTHER_SUM);
        assertThat(allowances.close(UCID, "order-2")).isFalse();
        allowances.close(UCID, "order-1");
        assertThat(refusal(grant("order-1"))).isEqualTo(Reason.CLOSED);
        assertThat(allowances.grant(grant("order-2")).state()).isEqualTo(Allowance.State.GRANTED);
    }

    @Test
    void givenOrderAskedByManyAtOnce_whenGranted_thenNoneIsRefused() {
        Allowances other = node(bank);
        List<Allowance.State> told = new ArrayList<>();

        try (Async async = Async.create()) {
            List<CompletableFuture<Allowance>> calls = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                Allowances node = i % 2 == 0 ? allowances : other;
                calls.add(async.call(() -> node.grant(grant("order-1"))));
            }
            calls.forEach(call -> told.add(call.join().state()));
        }

        assertThat(told).contains(Allowance.State.GRANTED);
        assertThat(told).containsOnly(Allowance.State.GRANTED, Allowance.State.GRANTING);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
    }

    @Test
    void givenDeadNodeWithFastClock_whenAsked_thenBlocksOneLease() {
        ManualTime ahead = new ManualTime();
        ahead.advance(Duration.ofHours(10));
        StateStore skewed = MortalStore.over(store).clock(ahead);
        TBank dying = SimulatedBank.dyingAfter("limits.setSpend", simulator, time);
        assertThatThrownBy(() ->
                        CardWorkflows.of(dying, skewed, ahead).allowances().grant(grant("order-1")))
                .isInstanceOf(SimulatedBank.Crash.class);

        assertThat(allowances.grant(grant("order-1")).state()).isEqualTo(Allowance.State.GRANTING);
        time.advance(Duration.ofMinutes(10));

        assertThat(allowances.grant(grant("order-1")).state()).isEqualTo(Allowance.State.GRANTED);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @Test
    void givenOrderInOtherSpellings_whenGranted_thenIsOneOrder() {
        allowances.grant(grant("\u0439-77"));

        Allowance again = allowances.grant(grant("\u00a0\u0438\u0306-77 "));

        assertThat(again.order()).isEqualTo("\u0439-77");
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @Test
    void givenHundredCouriers_whenGrantingAll_thenEachHasAResult() throws InterruptedException {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Ucid card = Ucid.of(simulator.addPlastic(TBankSimulator.ACCOUNT, "COURIER " + i));
            grants.add(new Grant(card, "order-" + i, SUM));
        }
        simulator.faults().answer(422).times(2).on("POST", SPEND);

        List<BatchExecutor.Result<Grant, Allowance>> results;
        try (Async async = Async.create()) {
            results = allowances.grantAll(grants, BatchExecutor.on(async));
        }

        assertThat(results).hasSize(100);
        assertThat(results).filteredOn(BatchExecutor.Result::succeeded).hasSize(98);
    }

    @Test
    void givenOperations_whenChecking_thenNamesThoseOfNoOrder() {
        Instant start = time.now();
        allowances.grant(grant("order-1"));
        time.advance(Duration.ofMinutes(30));
        allowances.close(UCID, "order-1");
        time.advance(Duration.ofMinutes(30));
        allowances.grant(grant("order-2"));

        assertThat(allowances.check(operation(start.plusSeconds(60), "379.50"))).isEmpty();
        assertThat(allowances.check(operation(start.plusSeconds(60), "379.51"))).contains(UnmatchedReason.ABOVE_SUM);
        assertThat(allowances.check(operation(start.minusSeconds(60), "1"))).contains(UnmatchedReason.NO_ORDER);
        assertThat(allowances.check(operation(start.plusSeconds(45 * 60), "1"))).contains(UnmatchedReason.NO_ORDER);
        assertThat(allowances.check(operation(start.plusSeconds(61 * 60), "1"))).isEmpty();
        assertThat(allowances.check(Operation.builder().operationId("1").build()))
                .isEmpty();
    }

    private Allowances node(TBank client) {
        return CardWorkflows.of(client, store, time).allowances();
    }

    private Reason refusal(Grant grant) {
        return catchThrowableOfType(CardRefusedException.class, () -> allowances.grant(grant))
                .reason();
    }

    private static Operation operation(Instant at, String sum) {
        return Operation.builder()
                .operationId("1")
                .ucid(Long.toString(CARD))
                .typeOfOperation(Direction.DEBIT)
                .authorizationDate(at)
                .accountAmount(new BigDecimal(sum))
                .build();
    }

    private static Grant grant(String order) {
        return new Grant(UCID, order, SUM);
    }
}
