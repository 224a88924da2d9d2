package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks, and however often it is asked for, no allowance is granted twice: by the books of the bank. */
class AllowanceFaultsTest {

    private static final long CARD = TBankSimulator.PLASTIC_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final BigDecimal SUM = new BigDecimal("379.50");
    private static final BigDecimal WHOLE = new BigDecimal("400");
    private static final Grant GRANT = new Grant(UCID, "order-1", SUM);
    private static final String READ = "GET /api/v1/card/{ucid}/limits";
    private static final String SET = "POST /api/v1/card/{ucid}/spend-limit";
    private static final String BATCH = "PUT /api/v3/card/limits/set_batch";

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    static Stream<FaultRun> single() {
        return FaultRun.on(READ, SET);
    }

    static Stream<FaultRun> together() {
        return FaultRun.on(READ, SET, BATCH);
    }

    static Stream<FaultRun> closing() {
        return FaultRun.on(SET);
    }

    @ParameterizedTest
    @MethodSource("single")
    void givenFault_whenAskedUntilGranted_thenBankGrantedSumOnce(FaultRun run) {
        run.arm(simulator.faults());
        Allowances hasty =
                CardWorkflows.of(SimulatedBank.impatient(bank), store, time).allowances();

        for (int i = 0; i < 3; i++) {
            attempt(() -> hasty.grant(GRANT));
            simulator.faults().deliverLate();
            simulator.spend(CARD, BigDecimal.TEN);
            time.advance(Duration.ofMinutes(3));
        }
        simulator.faults().off();
        Allowance granted = CardWorkflows.of(bank, store, time).allowances().grant(GRANT);

        assertThat(granted.state()).isEqualTo(Allowance.State.GRANTED);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @ParameterizedTest
    @MethodSource("closing")
    void givenFault_whenClosingUntilDone_thenNothingIsLeft(FaultRun run) {
        CardWorkflows.of(bank, store, time).allowances().grant(GRANT);
        run.arm(simulator.faults());
        Allowances hasty =
                CardWorkflows.of(SimulatedBank.impatient(bank), store, time).allowances();

        for (int i = 0; i < 2; i++) {
            attempt(() -> hasty.close(UCID, "order-1"));
            attempt(() -> hasty.grant(GRANT));
            simulator.faults().deliverLate();
        }
        simulator.faults().off();
        time.advance(Duration.ofMinutes(3));
        boolean closed = CardWorkflows.of(bank, store, time).allowances().close(UCID, "order-1");

        assertThat(closed).isTrue();
        assertThat(simulator.card(CARD).spendLimit().remain()).isEqualByComparingTo("0");
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @ParameterizedTest
    @MethodSource("together")
    void givenFault_whenGrantingMany_thenEachCardGetsItsSumOnce(FaultRun run) throws InterruptedException {
        List<Grant> grants = fourWholeTwoNot();
        run.arm(simulator.faults());
        Allowances hasty =
                CardWorkflows.of(SimulatedBank.impatient(bank), store, time).allowances();

        try (Async async = Async.create()) {
            for (int i = 0; i < 2; i++) {
                List<BatchExecutor.Result<Grant, Allowance>> round = hasty.grantAll(grants, BatchExecutor.on(async));
                assertThat(round).extracting(BatchExecutor.Result::item).isEqualTo(grants);
                simulator.faults().deliverLate();
                grants.forEach(grant -> simulator.spend(grant.ucid().value(), BigDecimal.TEN));
                time.advance(Duration.ofMinutes(3));
            }
            simulator.faults().off();
            assertThat(CardWorkflows.of(bank, store, time).allowances().grantAll(grants, BatchExecutor.on(async)))
                    .allMatch(BatchExecutor.Result::succeeded);
        }

        assertThat(grants)
                .allSatisfy(grant ->
                        assertThat(simulator.grantedTotal(grant.ucid().value())).isEqualByComparingTo(grant.sum()));
    }

    private List<Grant> fourWholeTwoNot() {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Ucid card = Ucid.of(simulator.addPlastic(TBankSimulator.ACCOUNT, "COURIER " + i));
            grants.add(new Grant(card, "order-" + i, i < 4 ? WHOLE : SUM));
        }
        return grants;
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (SdkException | IllegalStateException e) {
            assertThat(e).hasMessageNotContaining("demo-token");
        }
    }
}
