package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The stories on a database: across a restart, and with two nodes at once. */
class TwoNodesTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final NewLimit WANTED = NewLimit.once(new BigDecimal("900"));
    private static final Approvals.Demand DEMAND = new Approvals.Demand("manager", "order 17", Duration.ofHours(8));
    private static final int AT_ONCE = 8;

    private final ManualTime time = new ManualTime();
    private final SharedDatabase database = new SharedDatabase();
    private TBankSimulator simulator;
    private TBank bank;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("500"), LimitPeriod.IRREGULAR);
        bank = SimulatedBank.client(simulator, time);
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenApproval_whenRestarted_thenIsExecutedOnce() {
        String id = approvals(database.node(time))
                .requestLimit(UCID, WANTED, DEMAND)
                .id();
        ChangeRequest approved = approvals(database.node(time)).approve(id, "cfo");

        ChangeRequest done = approvals(database.node(time)).execute(id);
        ChangeRequest again = approvals(database.node(time)).execute(id);

        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThat(done.state()).isEqualTo(State.EXECUTED);
        assertThat(again).isEqualTo(done);
        assertThat(done.trail()).extracting(ChangeRequest.Step::who).containsExactly("manager", "cfo", "sdk", "sdk");
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
    }

    @Test
    void givenReissueUnderWay_whenRestarted_thenIsFinished() {
        new CardDirectory(database.node(time)).update(UCID, card -> card.shop("shop.example"));
        Approvals before = approvals(database.node(time));
        String id = before.requestReissue(UCID, DEMAND).id();
        before.approve(id, "cfo");
        assertThat(before.execute(id).state()).isEqualTo(State.EXECUTING);
        simulator.clock().advance(Duration.ofMinutes(3));

        ChangeRequest done = approvals(database.node(time)).execute(id);

        assertThat(done.state()).isEqualTo(State.EXECUTED);
        assertThat(new CardDirectory(database.node(time)).ofShop("shop.example"))
                .extracting(CardRecord::ucid)
                .containsExactly(done.successor().orElseThrow());
        assertThat(simulator.timesReissued(CARD)).isEqualTo(1);
    }

    @RepeatedTest(3)
    void givenTwoNodes_whenBothApproveAndExecute_thenBankIsAskedOnce() {
        Approvals one = approvals(database.node(time));
        Approvals other = approvals(database.node(time));
        String id = one.requestLimit(UCID, WANTED, DEMAND).id();

        int approved = atOnce(i -> (i % 2 == 0 ? one : other).approve(id, "cfo-" + i));
        int executed = atOnce(i -> (i % 2 == 0 ? one : other).execute(id));

        assertThat(approved).isEqualTo(1);
        assertThat(executed).isPositive();
        assertThat(other.find(id).orElseThrow().state()).isEqualTo(State.EXECUTED);
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
    }

    @RepeatedTest(3)
    void givenTwoNodes_whenBothExecuteAReissue_thenOneCardIsMade() {
        Approvals one = approvals(database.node(time));
        Approvals other = approvals(database.node(time));
        String id = one.requestReissue(UCID, DEMAND).id();
        one.approve(id, "cfo");

        int unusedTurns = atOnce(i -> (i % 2 == 0 ? one : other).execute(id));

        assertThat(simulator.timesReissued(CARD)).isEqualTo(1);
    }

    @RepeatedTest(3)
    void givenTwoNodes_whenBothGrant_thenTheSumIsGrantedOnce() {
        Grant grant = new Grant(courier(), "order-1", new BigDecimal("379.50"));
        Allowances one = allowance();
        Allowances other = allowance();

        int granted = atOnce(i -> (i % 2 == 0 ? one : other).grant(grant));

        assertThat(granted).isPositive();
        assertThat(simulator.grantedTotal(grant.ucid().value())).isEqualByComparingTo("379.50");
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
    }

    @RepeatedTest(3)
    void givenTwoNodes_whenGrantingOneOrder_thenOneCardGetsIt() {
        List<Ucid> cards = List.of(courier(), courier());
        List<Allowances> nodes = List.of(allowance(), allowance());

        int granted =
                atOnce(i -> nodes.get(i % 2).grant(new Grant(cards.get(i % 2), "order-1", new BigDecimal("379.50"))));

        BigDecimal total = cards.stream()
                .map(card -> simulator.grantedTotal(card.value()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(granted).isPositive();
        assertThat(total).isEqualByComparingTo("379.50");
    }

    @Test
    void givenTwoNodes_whenBothGrantAll_thenEachSumIsGrantedOnce() throws InterruptedException {
        List<Grant> grants = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            grants.add(new Grant(courier(), "order-" + i, new BigDecimal("400")));
        }
        try (Async async = Async.create()) {
            CompletableFuture<?> one = async.call(() -> all(allowance(), grants, async));
            CompletableFuture<?> other = async.call(() -> all(allowance(), grants, async));
            CompletableFuture.allOf(one, other).join();
            time.advance(Duration.ofMinutes(3));
            assertThat(all(allowance(), grants, async)).allMatch(BatchExecutor.Result::succeeded);
        }

        assertThat(grants)
                .allSatisfy(grant ->
                        assertThat(simulator.grantedTotal(grant.ucid().value())).isEqualByComparingTo("400"));
    }

    /** What a node does in its turn. */
    private interface Turn {
        Object take(int number);
    }

    /** Returns how many of the turns taken at once went well; the others were told that another one is at it. */
    private static int atOnce(Turn turn) {
        try (Async async = Async.create()) {
            List<CompletableFuture<Boolean>> turns = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                int number = i;
                turns.add(async.call(() -> wentWell(turn, number)));
            }
            return (int) turns.stream().filter(CompletableFuture::join).count();
        }
    }

    private static boolean wentWell(Turn turn, int number) {
        try {
            return turn.take(number) != null;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static List<BatchExecutor.Result<Grant, Allowance>> all(Allowances node, List<Grant> grants, Async async) {
        try {
            return node.grantAll(grants, BatchExecutor.on(async).atOnce(2));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Ucid courier() {
        return Ucid.of(simulator.addPlastic(TBankSimulator.ACCOUNT, "COURIER"));
    }

    private Allowances allowance() {
        return CardWorkflows.of(bank, database.node(time), time).allowances();
    }

    private Approvals approvals(StateStore store) {
        return CardWorkflows.of(bank, store, time).approvals();
    }
}
