package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.Async;
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
import org.junit.jupiter.api.Test;

class ApprovalsTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final NewLimit WANTED = NewLimit.once(new BigDecimal("900"));
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final String REISSUE = "/api/v1/card/virtual/reissue";
    private static final Approvals.Demand DEMAND = new Approvals.Demand("manager", "order 17", Duration.ofHours(8));

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final CardDirectory directory = new CardDirectory(store);
    private TBankSimulator simulator;
    private TBank bank;
    private Approvals approvals;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("500"), LimitPeriod.IRREGULAR);
        bank = SimulatedBank.client(simulator, time);
        approvals = node();
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenApprovedLimit_whenExecutedTwice_thenIsSetOnceAndTrailed() {
        String id = approvals.requestLimit(UCID, WANTED, DEMAND).id();
        approvals.approve(id, "cfo");

        ChangeRequest done = approvals.execute(id);
        simulator.spend(CARD, new BigDecimal("100"));
        approvals.execute(id);

        assertThat(done.state()).isEqualTo(State.EXECUTED);
        assertThat(simulator.card(CARD).spendLimit().remain()).isEqualByComparingTo("800");
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
        assertThat(done.trail()).extracting(ChangeRequest.Step::who).containsExactly("manager", "cfo", "sdk", "sdk");
        assertThat(done.toString()).doesNotContain("manager", "cfo", "order 17");
    }

    @Test
    void givenNoApproval_whenExecuting_thenNothingIsSent() {
        String id = approvals.requestLimit(UCID, WANTED, DEMAND).id();

        assertThatThrownBy(() -> approvals.execute(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> approvals.approve(id, " Manager ")).isInstanceOf(CardRefusedException.class);
        approvals.reject(id, "cfo", "too much");
        assertThatThrownBy(() -> approvals.execute(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> approvals.approve(id, "cfo")).isInstanceOf(IllegalStateException.class);

        assertThat(simulator.journal().count("POST", SPEND)).isZero();
    }

    @Test
    void givenLimitChangedMeanwhile_whenExecuting_thenSendsNothing() {
        String id = approved();
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("50"), LimitPeriod.DAY);

        assertThat(approvals.execute(id).state()).isEqualTo(State.FAILED);
        assertThat(simulator.journal().count("POST", SPEND)).isZero();
    }

    @Test
    void givenOldApproval_whenExecuting_thenHasExpired() {
        String id = approved();
        time.advance(Duration.ofHours(9));

        assertThat(approvals.execute(id).state()).isEqualTo(State.EXPIRED);
        assertThat(simulator.journal().count("POST", SPEND)).isZero();
    }

    @Test
    void givenLostAnswer_whenAnotherNodeGoesOn_thenSendsOnce() {
        String id = approved();
        simulator.faults().actThenDrop().on("POST", SPEND);

        assertThat(approvals.execute(id).state()).isEqualTo(State.UNKNOWN);
        simulator.spend(CARD, new BigDecimal("100"));
        assertThat(node().execute(id).state()).isEqualTo(State.EXECUTED);

        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
        assertThat(simulator.card(CARD).spendLimit().remain()).isEqualByComparingTo("800");
    }

    @Test
    void givenLostRequest_whenExecutedUntilDone_thenIsSetOnce() {
        String id = approved();
        simulator.faults().dropBeforeActing().on("POST", SPEND);

        assertThat(approvals.execute(id).state()).isEqualTo(State.UNKNOWN);
        assertThat(approvals.execute(id).state()).isEqualTo(State.UNKNOWN);
        time.advance(Duration.ofMinutes(3));
        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTED);

        assertThat(simulator.card(CARD).spendLimit().value()).isEqualByComparingTo("900");
    }

    @Test
    void givenRefusal_whenExecuting_thenFailsWithTheWordsOfTheBank() {
        String id = approved();
        simulator.refuseLimit(CARD, LimitKind.SPEND, "Нельзя");

        ChangeRequest failed = approvals.execute(id);

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.trail().get(failed.trail().size() - 1).what()).contains("Нельзя");
    }

    @Test
    void givenTwoNodes_whenBothApproveAndExecute_thenBankIsAskedOnce() {
        String id = approvals.requestLimit(UCID, WANTED, DEMAND).id();
        List<CompletableFuture<Boolean>> tries = new ArrayList<>();
        try (Async async = Async.create()) {
            for (int i = 0; i < 10; i++) {
                Approvals node = node();
                String approver = "cfo-" + i;
                tries.add(
                        async.call(() -> attempt(() -> node.approve(id, approver)) | attempt(() -> node.execute(id))));
            }
            tries.forEach(CompletableFuture::join);
        }

        assertThat(approvals.find(id).orElseThrow().state()).isEqualTo(State.EXECUTED);
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
        assertThat(approvals.find(id).orElseThrow().trail()).hasSize(4);
    }

    @Test
    void givenReissue_whenExecutedUntilDone_thenNewCardHasLimits() {
        directory.update(UCID, card -> card.shop("shop.example"));
        simulator.spend(CARD, new BigDecimal("100"));
        String id = approvedReissue();

        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTING);
        simulator.clock().advance(Duration.ofMinutes(3));
        ChangeRequest done = node().execute(id);

        assertThat(done.state()).isEqualTo(State.EXECUTED);
        Ucid successor = done.successor().orElseThrow();
        assertThat(directory.ofShop("shop.example"))
                .extracting(CardRecord::ucid)
                .containsExactly(successor);
        assertThat(simulator.card(successor.value()).spendLimit().remain()).isEqualByComparingTo("400");
        assertThat(simulator.timesReissued(CARD)).isEqualTo(1);
    }

    @Test
    void givenLostAnswerOfReissue_whenGoingOn_thenFindsNewCardInList() {
        String id = approvedReissue();
        simulator.faults().actThenDrop().on("POST", REISSUE);

        assertThat(approvals.execute(id).state()).isEqualTo(State.UNKNOWN);
        assertThat(approvals.execute(id).state()).isEqualTo(State.UNKNOWN);
        simulator.clock().advance(Duration.ofMinutes(3));
        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTED);

        assertThat(simulator.timesReissued(CARD)).isEqualTo(1);
    }

    @Test
    void givenNewCardWithoutLimits_whenGoingOn_thenSetsThemOnce() {
        String id = approvedReissue();
        approvals.execute(id);
        simulator.clock().advance(Duration.ofMinutes(3));
        simulator.faults().actThenDrop().on("POST", SPEND);

        assertThat(approvals.execute(id).state()).isEqualTo(State.UNKNOWN);
        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTED);

        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
    }

    @Test
    void givenReissueThatFails_whenGoingOn_thenHasFailed() {
        String id = approvedReissue();
        simulator.failReissue(CARD);

        approvals.execute(id);
        simulator.clock().advance(Duration.ofMinutes(3));

        assertThat(approvals.execute(id).state()).isEqualTo(State.FAILED);
    }

    private String approved() {
        String id = approvals.requestLimit(UCID, WANTED, DEMAND).id();
        return approvals.approve(id, "cfo").id();
    }

    private String approvedReissue() {
        String id = approvals.requestReissue(UCID, DEMAND).id();
        return approvals.approve(id, "cfo").id();
    }

    private Approvals node() {
        return CardWorkflows.of(bank, store, time).approvals();
    }

    private static boolean attempt(Runnable step) {
        try {
            step.run();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
