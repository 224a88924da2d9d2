package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.ApprovalPolicyTest.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The day of an approver: what waits, what goes on by itself, what has to be resolved, what is left on paper. */
class ApprovalInboxTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final Ucid OTHER = Ucid.of(TBankSimulator.PLASTIC_CARD);
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final NewLimit WANTED = NewLimit.once(new BigDecimal("900"));
    private static final Approvals.Demand DEMAND = new Approvals.Demand("manager", "order 17", Duration.ofHours(8));

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final List<ChangeRequest> told = new ArrayList<>();
    private TBankSimulator simulator;
    private TBank bank;
    private Approvals approvals;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("500"), LimitPeriod.IRREGULAR);
        bank = SimulatedBank.client(simulator, time);
        approvals = CardWorkflows.of(bank, store, time).approvals().onChange(told::add);
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenRequests_whenAskingTheInbox_thenOldestWaitFirst() {
        String first = approvals.requestLimit(UCID, WANTED, DEMAND).id();
        time.advance(Duration.ofMinutes(1));
        String second = approvals.requestReissue(UCID, DEMAND).id();
        approvals.reject(approvals.requestReissue(UCID, DEMAND).id(), "cfo", "no");

        assertThat(approvals.pending()).extracting(ChangeRequest::id).containsExactly(first, second);
        time.advance(Duration.ofHours(8));
        assertThat(approvals.pending()).isEmpty();
        assertThat(told)
                .extracting(ChangeRequest::state)
                .containsExactly(State.REQUESTED, State.REQUESTED, State.REQUESTED, State.REJECTED);
    }

    @Test
    void givenListenerThatThrows_whenApproving_thenGoesOn() {
        Approvals loud = approvals.onChange(change -> {
            throw new IllegalStateException("no mail today");
        });

        String id = loud.requestLimit(UCID, WANTED, DEMAND).id();

        assertThat(loud.approve(id, "cfo").state()).isEqualTo(State.APPROVED);
    }

    @Test
    void givenWaitingChanges_whenRun_thenEachGoesAsFarAsItGets() {
        String broken = approved(approvals.requestLimit(OTHER, WANTED, DEMAND));
        simulator.refuseLimit(OTHER.value(), LimitKind.SPEND, "Нельзя");
        String busy = approved(approvals.requestReissue(UCID, DEMAND));
        Allowances allowances = CardWorkflows.of(bank, store, time).allowances();
        simulator.faults().actThenDrop().on("POST", SPEND);
        catchThrowable(() -> allowances.grant(new Grant(UCID, "1001", BigDecimal.TEN)));
        assertThat(approvals.runDue()).isEqualTo(1);
        allowances.grant(new Grant(UCID, "1001", BigDecimal.TEN));
        String old = approvals.requestReissue(OTHER, DEMAND).id();

        approvals.runDue();
        simulator.clock().advance(Duration.ofMinutes(3));
        approvals.runDue();
        time.advance(Duration.ofHours(9));
        approvals.runDue();

        assertThat(state(broken)).isEqualTo(State.FAILED);
        assertThat(state(busy)).isEqualTo(State.EXECUTED);
        assertThat(state(old)).isEqualTo(State.EXPIRED);
        assertThat(approvals.open()).isEmpty();
        assertThat(told).extracting(ChangeRequest::state).contains(State.FAILED, State.EXECUTED, State.EXPIRED);
    }

    @Test
    void givenIncrease_whenMoneyIsSpentMeanwhile_thenItDoesNotComeBack() {
        String id = approved(approvals.requestIncrease(UCID, new BigDecimal("200.50"), DEMAND));
        simulator.spend(CARD, new BigDecimal("300"));

        ChangeRequest done = approvals.execute(id);

        assertThat(done.state()).isEqualTo(State.EXECUTED);
        assertThat(done.limit()).contains(NewLimit.once(new BigDecimal("700.50")));
        assertThat(simulator.card(CARD).spendLimit().remain()).isEqualByComparingTo("400.50");
    }

    @Test
    void givenMonthlyLimit_whenIncreased_thenTheLimitRises() {
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("1000"), LimitPeriod.MONTH);

        String id = approved(approvals.requestIncrease(UCID, new BigDecimal("250"), DEMAND));

        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTED);
        assertThat(simulator.card(CARD).spendLimit().value()).isEqualByComparingTo("1250");
    }

    @Test
    void givenLostAnswer_whenIncreased_thenRisesOnce() {
        String id = approved(approvals.requestIncrease(UCID, new BigDecimal("200"), DEMAND));
        simulator.faults().actThenDrop().on("POST", SPEND);

        approvals.execute(id);
        simulator.spend(CARD, new BigDecimal("50"));
        approvals.runDue();

        assertThat(state(id)).isEqualTo(State.EXECUTED);
        assertThat(simulator.card(CARD).spendLimit().remain()).isEqualByComparingTo("650");
    }

    @Test
    void givenCashLimit_whenExecuted_thenSpendLimitStays() {
        String id = approved(approvals.requestCashLimit(UCID, NewLimit.zero(), DEMAND));

        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTED);
        assertThat(simulator.journal().count("POST", "/api/v1/card/{ucid}/cash-limit"))
                .isEqualTo(1);
        assertThat(simulator.card(CARD).spendLimit().value()).isEqualByComparingTo("500");
    }

    @Test
    void givenLimitOfTheBank_whenIncreased_thenIsRefused() {
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("1000"), LimitPeriod.CUSTOM);

        assertThat(reason(() -> approvals.requestIncrease(UCID, BigDecimal.ONE, DEMAND)))
                .isEqualTo(Reason.LIMIT_OF_BANK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "0.001", "1000000000000", "999999999999.99"})
    void givenImpossibleSum_whenIncreasing_thenIsRefused(String sum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> approvals.requestIncrease(UCID, new BigDecimal(sum), DEMAND));
        assertThat(approvals.all()).isEmpty();
    }

    @Test
    void givenImpossibleDemand_whenMade_thenNamesTheParameter() {
        Duration hour = Duration.ofHours(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Approvals.Demand("\u200b", "why", hour))
                .withMessageContaining("requester");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Approvals.Demand("m", "\u00a0", hour))
                .withMessageContaining("reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Approvals.Demand("m", "why", Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageContaining("validFor");
    }

    @Test
    void givenClosedCard_whenExecuting_thenHasFailed() {
        String id = approved(approvals.requestLimit(UCID, WANTED, DEMAND));
        simulator.status(CARD, CardStatus.CLOSED);

        assertThat(approvals.execute(id).state()).isEqualTo(State.FAILED);
    }

    @Test
    void givenCancelledChange_whenExecuting_thenNothingIsSent() {
        String id = approved(approvals.requestLimit(UCID, WANTED, DEMAND));

        assertThat(approvals.cancel(id, "cfo", "not needed").state()).isEqualTo(State.CANCELLED);

        assertThat(reason(() -> approvals.execute(id))).isEqualTo(Reason.NOT_APPROVED);
        assertThat(reason(() -> approvals.cancel(id, "cfo", "again"))).isEqualTo(Reason.DECIDED);
        assertThat(approvals.runDue()).isZero();
        assertThat(simulator.journal().count("POST", SPEND)).isZero();
    }

    @Test
    void givenCancelBeforeTheCall_whenExecuting_thenNothingIsSent() {
        String id = approved(approvals.requestLimit(UCID, WANTED, DEMAND));
        AtomicBoolean first = new AtomicBoolean(true);
        Runnable cancel = () -> {
            if (first.getAndSet(false)) {
                approvals.cancel(id, "cfo", "too late?");
            }
        };

        try (TBank slow = SimulatedBank.pausingBefore("limits.get", cancel, simulator, time)) {
            State state =
                    CardWorkflows.of(slow, store, time).approvals().execute(id).state();

            assertThat(state).isEqualTo(State.CANCELLED);
        }
        assertThat(simulator.journal().count("POST", SPEND)).isZero();
    }

    @Test
    void givenCancelDuringTheCall_whenExecuting_thenIsRefused() {
        String id = approved(approvals.requestLimit(UCID, WANTED, DEMAND));
        List<Reason> refused = new ArrayList<>();
        Runnable cancel = () -> refused.add(reason(() -> approvals.cancel(id, "cfo", "too late")));

        try (TBank slow = SimulatedBank.pausingBefore("limits.setSpend", cancel, simulator, time)) {
            CardWorkflows.of(slow, store, time).approvals().execute(id);
        }

        assertThat(refused).containsExactly(Reason.DECIDED);
        assertThat(state(id)).isEqualTo(State.EXECUTED);
    }

    @Test
    void givenUnknownChange_whenResolved_thenItIsWrittenWhoSaidSo() {
        String id = approved(approvals.requestLimit(UCID, WANTED, DEMAND));
        simulator.faults().dropBeforeActing().on("POST", SPEND);
        approvals.execute(id);

        assertThat(reason(() -> approvals.resolve(id, "Manager", true, "looked")))
                .isEqualTo(Reason.OWN_CHANGE);
        ChangeRequest done = approvals.resolve(id, "cfo", true, "looked in the cabinet");

        assertThat(done.state()).isEqualTo(State.EXECUTED);
        assertThat(done.trail())
                .extracting(ChangeRequest.Step::what)
                .contains("says that it happened: looked in the cabinet");
        assertThat(done.isTrailWhole()).isTrue();
        assertThat(reason(() -> approvals.resolve(id, "cfo", false, "again"))).isEqualTo(Reason.NOT_OPEN);
    }

    @Test
    void givenForgottenReissue_whenNewCardIsSeen_thenIsExecuted() {
        String id = approved(approvals.requestReissue(UCID, DEMAND));
        approvals.execute(id);
        simulator.forgetReissues();
        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTING);
        simulator.clock().advance(Duration.ofMinutes(3));

        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTED);
        assertThat(simulator.timesReissued(CARD)).isEqualTo(1);
    }

    @Test
    void givenForgottenReissue_whenNoCardComes_thenHasFailed() {
        String id = approved(approvals.requestReissue(UCID, DEMAND));
        simulator.failReissue(CARD);
        approvals.execute(id);
        simulator.forgetReissues();

        time.advance(Duration.ofMinutes(59));
        assertThat(approvals.execute(id).state()).isEqualTo(State.EXECUTING);
        time.advance(Duration.ofMinutes(2));
        assertThat(approvals.execute(id).state()).isEqualTo(State.FAILED);

        assertThat(simulator.timesReissued(CARD)).isEqualTo(1);
        assertThat(approvals.open()).isEmpty();
    }

    @Test
    void givenOldUcidAsNew_whenExecuting_thenLooksForTheNewCard() {
        simulator.reissueNamesOldCard(true);
        CardDirectory directory = new CardDirectory(store);
        directory.update(UCID, card -> card.employee("E-1"));
        String id = approved(approvals.requestReissue(UCID, DEMAND));
        approvals.execute(id);
        simulator.clock().advance(Duration.ofMinutes(3));

        ChangeRequest done = approvals.execute(id);

        assertThat(done.state()).isEqualTo(State.EXECUTED);
        assertThat(done.successor()).isNotEmpty().isNotEqualTo(Optional.of(UCID));
        assertThat(directory.ofEmployee("E-1"))
                .extracting(CardRecord::ucid)
                .containsExactly(done.successor().orElseThrow());
    }

    @Test
    void givenTwoNewCards_whenAPersonNamesOne_thenItTakesThePlace() {
        String id = approved(approvals.requestReissue(UCID, DEMAND));
        simulator.faults().actThenDrop().on("POST", "/api/v1/card/virtual/reissue");
        approvals.execute(id);
        simulator.clock().advance(Duration.ofMinutes(3));
        Ucid named = Ucid.of(simulator.addVirtual(TBankSimulator.ACCOUNT, "OLEG VOLKOV"));
        assertThat(approvals.execute(id).state()).isEqualTo(State.UNKNOWN);

        assertThatIllegalArgumentException().isThrownBy(() -> approvals.resolveReissue(id, "cfo", OTHER, "x"));
        approvals.resolveReissue(id, "cfo", named, "the bank told by phone");
        approvals.runDue();

        assertThat(state(id)).isEqualTo(State.EXECUTED);
        assertThat(approvals.find(id).flatMap(ChangeRequest::successor)).contains(named);
        assertThat(simulator.card(named.value()).spendLimit().remain()).isEqualByComparingTo("500");
    }

    @Test
    void givenTrail_whenExported_thenALaterChangeOfItShows() {
        Approvals.Demand formula =
                new Approvals.Demand("=cmd|' /C calc'!A0", "a \"quoted\"\nreason", Duration.ofHours(1));
        String id = approvals.requestLimit(UCID, WANTED, formula).id();
        approvals.approve(id, "cfo");
        StringBuilder csv = new StringBuilder();

        approvals.exportTrail(csv);

        ChangeRequest change = approvals.find(id).orElseThrow();
        assertThat(csv.toString().split("\r\n", -1)).hasSize(4);
        assertThat(csv).contains("\"'=cmd|' /C calc'!A0\"", "a \"\"quoted\"\"\nreason", "900 IRREGULAR");
        assertThat(change.isTrailWhole()).isTrue();
        ChangeRequest.Builder other = ChangeRequest.builder();
        assertThat(other.from(change)
                        .limit(NewLimit.once(new BigDecimal("90000")))
                        .build()
                        .isTrailWhole())
                .isFalse();
        ChangeRequest.Step approved = change.trail().get(1);
        ChangeRequest.Builder altered = ChangeRequest.builder();
        assertThat(altered.from(change)
                        .trail(List.of(
                                change.trail().get(0),
                                new ChangeRequest.Step(approved.at(), "somebody", approved.what(), approved.digest())))
                        .build()
                        .isTrailWhole())
                .isFalse();
    }

    private String approved(ChangeRequest change) {
        return approvals.approve(change.id(), "cfo").id();
    }

    private State state(String id) {
        return approvals.find(id).orElseThrow().state();
    }
}
