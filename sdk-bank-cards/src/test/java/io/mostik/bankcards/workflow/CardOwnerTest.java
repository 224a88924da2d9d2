package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.Approvals.Demand;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders, changes, reissue and dismissal of one card know of each other. */
class CardOwnerTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final Grant GRANT = new Grant(UCID, "1001", new BigDecimal("500"));
    private static final NewLimit MONTHLY = NewLimit.monthly(new BigDecimal("50000"));
    private static final Demand DEMAND = new Demand("manager", "order 17", Duration.ofDays(2));

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;
    private CardWorkflows cards;
    private Allowances allowances;
    private Approvals approvals;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        cards = CardWorkflows.of(bank, store, time);
        allowances = cards.allowances();
        approvals = cards.approvals();
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenOpenOrder_whenALimitIsExecuted_thenItHasToWait() {
        allowances.grant(GRANT);
        String change = approved(approvals.requestLimit(UCID, MONTHLY, DEMAND));

        assertThat(refusal(() -> approvals.execute(change))).isEqualTo(Reason.BUSY);
        assertThat(allowances.grant(GRANT).state()).isEqualTo(State.GRANTED);
        assertThat(simulator.card(CARD).spendLimit().value()).isEqualByComparingTo("500");
    }

    @Test
    void givenClosedOrder_whenALimitIsExecuted_thenIsSet() {
        allowances.grant(GRANT);
        allowances.close(UCID, "1001");
        String change = approved(approvals.requestLimit(UCID, MONTHLY, DEMAND));

        assertThat(approvals.execute(change).state()).isEqualTo(ChangeRequest.State.EXECUTED);
        assertThat(simulator.card(CARD).spendLimit().value()).isEqualByComparingTo("50000");
    }

    @Test
    void givenLimitUnderWay_whenGranting_thenIsBusyUntilItIsSettled() {
        simulator.faults().dropBeforeActing().on("POST", SPEND);
        String change = approved(approvals.requestLimit(UCID, NewLimit.once(new BigDecimal("900")), DEMAND));
        approvals.execute(change);

        CardRefusedException refused = catchThrowableOfType(CardRefusedException.class, () -> allowances.grant(GRANT));
        time.advance(Duration.ofMinutes(3));
        approvals.execute(change);

        assertThat(refused.reason()).isEqualTo(Reason.BUSY);
        assertThat(refused.isRetryable()).isTrue();
        assertThat(allowances.grant(GRANT).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void givenLimitChangedByHand_whenGrantedAgain_thenSaysSo() {
        allowances.grant(GRANT);
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("50000"), LimitPeriod.MONTH);

        assertThat(refusal(() -> allowances.grant(GRANT))).isEqualTo(Reason.CHANGED);
    }

    @Test
    void givenReissue_whenItIsDone_thenTheOrderIsOnTheNewCard() {
        allowances.grant(GRANT);
        simulator.spend(CARD, new BigDecimal("100"));

        Ucid successor = reissue();

        assertThat(allowances.find(successor).orElseThrow().order()).isEqualTo("1001");
        assertThat(allowances.find(UCID)).isEqualTo(allowances.find(successor));
        assertThat(allowances.grant(GRANT).ucid()).isEqualTo(successor);
        assertThat(allowances.grant(GRANT.on(successor)).state()).isEqualTo(State.GRANTED);
        assertThat(simulator.card(successor.value()).spendLimit().remain()).isEqualByComparingTo("400");
    }

    @Test
    void givenReissuedCard_whenClosing_thenTheNewCardIsEmpty() {
        allowances.grant(GRANT);
        Ucid successor = reissue();

        assertThat(allowances.close(successor, "1001")).isTrue();
        assertThat(allowances.close(UCID, "1001")).isTrue();

        assertThat(simulator.card(successor.value()).spendLimit().remain()).isZero();
        assertThat(refusal(() -> allowances.grant(GRANT))).isEqualTo(Reason.CLOSED);
        assertThat(refusal(() -> allowances.grant(GRANT.on(successor)))).isEqualTo(Reason.CLOSED);
    }

    @Test
    void givenReissuedCard_whenClosingByOldOne_thenNewCardIsEmpty() {
        allowances.grant(GRANT);
        Ucid successor = reissue();

        assertThat(allowances.close(UCID, "1001")).isTrue();

        assertThat(simulator.card(successor.value()).spendLimit().remain()).isZero();
    }

    @Test
    void givenReissuedCard_whenGrantingByOldOne_thenNewOneServes() {
        Ucid successor = reissue();

        Allowance allowance = allowances.grant(GRANT);

        assertThat(allowance.ucid()).isEqualTo(successor);
        assertThat(simulator.grantedTotal(successor.value())).isEqualByComparingTo("500");
    }

    @Test
    void givenReissueUnderWay_whenGrantingOrClosing_thenIsBusy() {
        allowances.grant(GRANT);
        String change = approved(approvals.requestReissue(UCID, DEMAND));
        approvals.execute(change);

        assertThat(refusal(() -> allowances.close(UCID, "1001"))).isEqualTo(Reason.BUSY);
        assertThat(refusal(() -> allowances.grant(new Grant(UCID, "1002", BigDecimal.TEN))))
                .isEqualTo(Reason.BUSY);
    }

    @Test
    void givenMoneyTakenAway_whenReissuing_thenItDoesNotComeBack() {
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("50000"), LimitPeriod.MONTH);
        String reissue = approved(approvals.requestReissue(UCID, DEMAND));
        String zero = approved(approvals.requestLimit(UCID, NewLimit.zero(), DEMAND));
        approvals.execute(zero);

        ChangeRequest done = executed(reissue);

        assertThat(done.state()).isEqualTo(ChangeRequest.State.EXECUTED);
        long successor = done.successor().orElseThrow().value();
        assertThat(simulator.card(successor).spendLimit().remain()).isZero();
    }

    @Test
    void givenDismissal_whenGrantingOrChanging_thenIsRefused() {
        cards.directory().update(UCID, card -> card.employee("e-1"));
        String limit = approved(approvals.requestLimit(UCID, MONTHLY, DEMAND));
        String reissue = approved(approvals.requestReissue(UCID, DEMAND));
        cards.dismissals().dismiss("e-1", "left");

        assertThat(refusal(() -> allowances.grant(GRANT))).isEqualTo(Reason.DISMISSED);
        assertThat(approvals.execute(limit).refusal()).contains(Reason.DISMISSED);
        assertThat(approvals.execute(reissue).refusal()).contains(Reason.DISMISSED);
        assertThat(simulator.grantedTotal(CARD)).isZero();
        assertThat(simulator.timesReissued(CARD)).isZero();
    }

    @Test
    void givenOpenOrder_whenHolderIsDismissed_thenItIsNotGrantedAgain() {
        cards.directory().update(UCID, card -> card.employee("e-1"));
        allowances.grant(GRANT);
        cards.dismissals().dismiss("e-1", "left");

        assertThat(refusal(() -> allowances.grant(GRANT))).isEqualTo(Reason.DISMISSED);
        assertThat(simulator.card(CARD).spendLimit().remain()).isZero();
    }

    @Test
    void givenReissue_whenHolderIsDismissed_thenNewCardGetsNothing() {
        cards.directory().update(UCID, card -> card.employee("e-1"));
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("50000"), LimitPeriod.MONTH);
        String change = approved(approvals.requestReissue(UCID, DEMAND));
        approvals.execute(change);

        assertThat(cards.dismissals().dismiss("e-1", "left").isComplete()).isFalse();
        long successor = executed(change).successor().orElseThrow().value();

        assertThat(simulator.card(successor).spendLimit().value()).isZero();
        assertThat(refusal(() -> allowances.grant(GRANT.on(Ucid.of(successor)))))
                .isEqualTo(Reason.DISMISSED);
        assertThat(cards.dismissals().dismiss("e-1", "left").isComplete()).isTrue();
        assertThat(simulator.card(successor).status()).isEqualTo(CardStatus.BLOCKED);
    }

    @Test
    void givenLostGrant_whenClosing_thenMoneyGoesAtOnceAndOrderLater() {
        simulator.faults().actThenDrop().on("POST", SPEND);
        assertThatThrownBy(() -> allowances.grant(GRANT));

        assertThat(refusal(() -> allowances.close(UCID, "1001"))).isEqualTo(Reason.BUSY);
        assertThat(simulator.card(CARD).spendLimit().remain()).isZero();
        time.advance(Duration.ofMinutes(3));

        assertThat(allowances.close(UCID, "1001")).isTrue();
        assertThat(cards.once().pending()).isEmpty();
        assertThat(refusal(() -> allowances.grant(GRANT))).isEqualTo(Reason.CLOSED);
    }

    private Ucid reissue() {
        return executed(approved(approvals.requestReissue(UCID, DEMAND)))
                .successor()
                .orElseThrow();
    }

    private ChangeRequest executed(String change) {
        approvals.execute(change);
        simulator.clock().advance(Duration.ofMinutes(3));
        return approvals.execute(change);
    }

    private String approved(ChangeRequest change) {
        return approvals.approve(change.id(), "cfo").id();
    }

    private static Reason refusal(Runnable step) {
        return catchThrowableOfType(CardRefusedException.class, step::run).reason();
    }
}
