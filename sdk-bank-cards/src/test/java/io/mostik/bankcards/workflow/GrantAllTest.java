package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hundreds of couriers at once: in a batch where the bank takes it, else one by one; a result for each. */
class GrantAllTest {

    private static final int COURIERS = Integer.getInteger("mostik.couriers", 300);
    private static final BigDecimal WHOLE = new BigDecimal("400.00");
    private static final BigDecimal FRACTION = new BigDecimal("379.50");
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final String BATCH = "/api/v3/card/limits/set_batch";

    private final ManualTime time = new ManualTime();
    private final Async async = Async.create();
    private TBankSimulator simulator;
    private TBank bank;
    private Allowances allowances;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        allowances = CardWorkflows.of(bank, StateStore.inMemory(time), time).allowances();
    }

    @AfterEach
    void close() {
        async.close();
        bank.close();
        simulator.close();
    }

    @Test
    void givenHundredsOfSums_whenGrantingAll_thenOneBatchSetsThem() throws InterruptedException {
        List<Grant> grants = couriers(COURIERS, WHOLE);

        List<BatchExecutor.Result<Grant, Allowance>> results = allowances.grantAll(grants, BatchExecutor.on(async));

        assertThat(results)
                .allMatch(BatchExecutor.Result::succeeded)
                .extracting(BatchExecutor.Result::item)
                .isEqualTo(grants);
        assertThat(simulator.journal().count("PUT", BATCH)).isEqualTo(1);
        assertThat(simulator.journal().count("POST", SPEND)).isZero();
        assertThat(grants).allSatisfy(this::isGrantedOnce);
    }

    @Test
    void givenFractions_whenGrantingAll_thenTheyGoOneByOneBesideBatch() throws InterruptedException {
        List<Grant> grants = couriers(5, WHOLE);
        grants.addAll(2, couriers(3, FRACTION));

        List<BatchExecutor.Result<Grant, Allowance>> results = allowances.grantAll(grants, BatchExecutor.on(async));

        assertThat(results)
                .allMatch(BatchExecutor.Result::succeeded)
                .extracting(BatchExecutor.Result::item)
                .isEqualTo(grants);
        assertThat(simulator.journal().count("PUT", BATCH)).isEqualTo(1);
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(3);
        assertThat(grants).allSatisfy(this::isGrantedOnce);
    }

    @Test
    void givenRefusedCard_whenGrantingAll_thenItAloneFails() throws InterruptedException {
        List<Grant> grants = couriers(4, WHOLE);
        Ucid refused = grants.get(1).ucid();
        simulator.refuseLimit(refused.value(), LimitKind.SPEND, "Карта закрыта");

        List<BatchExecutor.Result<Grant, Allowance>> results = allowances.grantAll(grants, BatchExecutor.on(async));

        assertThat(results).filteredOn(BatchExecutor.Result::succeeded).hasSize(3);
        SdkException failure = (SdkException) results.get(1).failure().orElseThrow();
        assertThat(failure).hasMessageContaining("Карта закрыта");
        assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(allowances.find(refused)).isEmpty();
    }

    @Test
    void givenBatchBreakingARule_whenGrantingAll_thenAsksEachAlone() throws InterruptedException {
        List<Grant> grants = couriers(4, WHOLE);
        simulator.faults().answer(422).on("PUT", BATCH);
        simulator.refuseLimit(grants.get(3).ucid().value(), LimitKind.SPEND, "Нельзя");

        List<BatchExecutor.Result<Grant, Allowance>> results = allowances.grantAll(grants, BatchExecutor.on(async));

        assertThat(results).filteredOn(BatchExecutor.Result::succeeded).hasSize(3);
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(4);
    }

    @Test
    void givenLostAnswer_whenGrantingAllAgain_thenGrantsOnce() throws InterruptedException {
        List<Grant> grants = couriers(4, WHOLE);
        simulator.faults().actThenDrop().on("PUT", BATCH);

        List<BatchExecutor.Result<Grant, Allowance>> first = allowances.grantAll(grants, BatchExecutor.on(async));
        grants.forEach(grant -> simulator.spend(grant.ucid().value(), BigDecimal.TEN));
        List<BatchExecutor.Result<Grant, Allowance>> second = allowances.grantAll(grants, BatchExecutor.on(async));

        assertThat(first)
                .allSatisfy(
                        result -> assertThat(((SdkException) result.failure().orElseThrow()).outcome())
                                .isEqualTo(Outcome.UNKNOWN));
        assertThat(second).allMatch(BatchExecutor.Result::succeeded);
        assertThat(grants).allSatisfy(this::isGrantedOnce);
        assertThat(simulator.journal().count("PUT", BATCH)).isEqualTo(1);
    }

    @Test
    void givenDoubles_whenGrantingAll_thenNothingIsGrantedTwice() throws InterruptedException {
        List<Grant> grants = couriers(2, WHOLE);
        grants.add(grants.get(0));
        grants.add(new Grant(grants.get(0).ucid(), "another order", WHOLE));

        List<BatchExecutor.Result<Grant, Allowance>> results = allowances.grantAll(grants, BatchExecutor.on(async));

        assertThat(results).hasSize(4);
        assertThat(results.get(2)).isEqualTo(results.get(0));
        assertThat(results).allMatch(BatchExecutor.Result::succeeded);
        assertThat(simulator.grantedTotal(grants.get(0).ucid().value())).isEqualByComparingTo("800.00");
        isGrantedOnce(grants.get(1));
    }

    @Test
    void givenOrderOfAnotherCard_whenGranting_thenIsRefused() {
        List<Grant> grants = couriers(2, WHOLE);
        Grant same = new Grant(grants.get(1).ucid(), grants.get(0).order(), WHOLE);
        allowances.grant(grants.get(0));

        assertThat(catchThrowable(() -> allowances.grant(same))).hasMessageContaining("another card");
        allowances.close(grants.get(0).ucid(), grants.get(0).order());
        assertThat(catchThrowable(() -> allowances.grant(same))).hasMessageContaining("another card");

        assertThat(simulator.grantedTotal(same.ucid().value())).isZero();
        assertThat(allowances.find(same.ucid())).isEmpty();
    }

    private void isGrantedOnce(Grant grant) {
        assertThat(simulator.grantedTotal(grant.ucid().value())).isEqualByComparingTo(grant.sum());
    }

    private List<Grant> couriers(int count, BigDecimal sum) {
        List<Grant> grants = new ArrayList<>();
        IntStream.range(0, count).forEach(i -> {
            Ucid card = Ucid.of(simulator.addPlastic(TBankSimulator.ACCOUNT, "COURIER " + i));
            grants.add(new Grant(card, "order of " + card, sum));
        });
        return grants;
    }
}
