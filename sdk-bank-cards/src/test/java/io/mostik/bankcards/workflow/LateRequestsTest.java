package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.http.CallOptions;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that reach the bank after their caller has gone, and processes that slept past their lease. */
class LateRequestsTest {

    private static final long CARD = TBankSimulator.PLASTIC_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final Ucid OTHER = Ucid.of(TBankSimulator.VIRTUAL_CARD);
    private static final BigDecimal SUM = new BigDecimal("379.50");
    private static final Grant GRANT = new Grant(UCID, "order-1", SUM);
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";

    private final ManualTime time = new ManualTime();
    private final ManualTime asleep = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;
    private CardWorkflows cards;
    private Allowances allowances;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        cards = CardWorkflows.of(bank, store, time);
        allowances = cards.allowances();
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenLateGrant_whenAskedMeanwhile_thenTheSumIsGrantedOnce() {
        loseGrant();

        State meanwhile = allowances.grant(GRANT).state();
        time.advance(Duration.ofSeconds(70));
        assertThat(allowances.grant(GRANT).state()).isEqualTo(State.GRANTING);
        simulator.faults().deliverLate();
        time.advance(Duration.ofMinutes(3));

        assertThat(meanwhile).isEqualTo(State.GRANTING);
        assertThat(allowances.grant(GRANT).state()).isEqualTo(State.GRANTED);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    @Test
    void givenLateGrantAfterASecondOne_whenSpent_thenAPersonIsTold() {
        grantTwice();

        Optional<UnmatchedSpending> first = allowances.watch(purchase("1", SUM));
        Optional<UnmatchedSpending> second = allowances.watch(purchase("2", SUM));

        assertThat(first).isEmpty();
        assertThat(second).map(UnmatchedSpending::reason).contains(UnmatchedReason.ABOVE_SUM);
        assertThat(cards.once().pending())
                .singleElement()
                .satisfies(open -> assertThat(open.kind()).isEqualTo("cards/grant"))
                .satisfies(open -> assertThat(open.ref()).isEqualTo("order-1"))
                .satisfies(open -> assertThat(open.duplicated()).isTrue());
    }

    @Test
    void givenResolvedDouble_whenToldAgain_thenStaysClosed() {
        grantTwice();
        List<Operation> purchases = List.of(purchase("1", SUM), purchase("2", SUM));
        purchases.forEach(allowances::watch);
        cards.once().pending().toList().forEach(open -> cards.once().resolve(open, true));

        purchases.forEach(allowances::watch);

        assertThat(cards.once().pending()).isEmpty();
    }

    @Test
    void givenDouble_whenTheOrderIsClosed_thenIsOpenStill() {
        grantTwice();
        allowances.watch(purchase("1", SUM));
        allowances.watch(purchase("2", SUM));

        boolean closed = allowances.close(UCID, "order-1");
        time.advance(Duration.ofMinutes(10));

        assertThat(closed).isTrue();
        assertThat(allowances.close(UCID, "order-1")).isTrue();
        assertThat(simulator.card(CARD).spendLimit().remain()).isZero();
        assertThat(cards.once().pending()).extracting(OpenWrite::duplicated).containsExactly(true);
    }

    @Test
    void givenDoubleAfterTheClose_whenSpent_thenAPersonIsTold() {
        grantTwice();
        Instant spentAt = time.now();
        time.advance(Duration.ofMinutes(1));
        allowances.close(UCID, "order-1");

        allowances.watch(purchase("1", SUM, spentAt));
        allowances.watch(purchase("2", SUM, spentAt));

        assertThat(cards.once().pending()).extracting(OpenWrite::duplicated).containsExactly(true);
        assertThat(allowances.find(UCID).orElseThrow().state()).isEqualTo(State.CLOSED);
    }

    @Test
    void givenLateOneTimeLimit_whenExecuting_thenIsFilledUpOnce() {
        String change = approvedLimit("50000");
        simulator.faults().actLater(Duration.ofHours(1)).on("POST", SPEND);

        assertThat(execute(change)).isEqualTo(ChangeRequest.State.UNKNOWN);
        assertThat(execute(change)).isEqualTo(ChangeRequest.State.UNKNOWN);
        simulator.faults().deliverLate();
        time.advance(Duration.ofMinutes(3));

        assertThat(execute(change)).isEqualTo(ChangeRequest.State.EXECUTED);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo("50000");
    }

    @Test
    void givenLateLimitAfterASecond_whenSpent_thenAPersonIsTold() {
        BigDecimal sum = new BigDecimal("50000");
        String change = approvedLimit("50000");
        simulator.faults().actLater(Duration.ofHours(1)).on("POST", SPEND);
        execute(change);
        time.advance(Duration.ofMinutes(3));
        execute(change);
        simulator.faults().deliverLate();

        assertThat(allowances.watch(purchase("1", sum))).isEmpty();
        assertThat(allowances.watch(purchase("2", sum)).map(UnmatchedSpending::reason))
                .contains(UnmatchedReason.ABOVE_SUM);

        assertThat(cards.once().pending()).extracting(OpenWrite::kind).containsExactly("cards/limit-change");
        ChangeRequest open = cards.approvals().find(change).orElseThrow();
        assertThat(open.state()).isEqualTo(ChangeRequest.State.UNKNOWN);
        assertThat(open.trail()).last().extracting(ChangeRequest.Step::what).isEqualTo("perhaps twice");
    }

    @Test
    void givenSlowNode_whenItIsRefused_thenKeepsWhatTheOtherGranted() {
        TBank slow =
                SimulatedBank.pausingBefore("limits.setSpend", this::grantOnOtherNodeThenRefuse, simulator, asleep);

        SdkException refused = catchThrowableOfType(
                SdkException.class,
                () -> CardWorkflows.of(slow, store, time).allowances().grant(GRANT));

        assertThat(refused).isNull();
        assertThat(allowances.find(UCID).orElseThrow().state()).isEqualTo(State.GRANTED);
        assertThat(refusal(() -> allowances.grant(GRANT.on(OTHER)))).isEqualTo(Reason.OTHER_CARD);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo("379.50");
        assertThat(simulator.grantedTotal(OTHER.value())).isZero();
        assertThat(allowances.close(UCID, "order-1")).isTrue();
    }

    @Test
    void givenNodeThatSleptPastLease_whenItWakes_thenDoubleIsOpen() {
        TBank slow = SimulatedBank.pausingBefore("limits.setSpend", this::grantOnOtherNodeAndSpend, simulator, asleep);

        Allowance late = CardWorkflows.of(slow, store, time).allowances().grant(GRANT);

        assertThat(late.state()).isEqualTo(State.UNKNOWN);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo("759.00");
        assertThat(cards.once().pending()).extracting(OpenWrite::duplicated).containsExactly(true);
        assertThat(refusal(() -> allowances.grant(GRANT.on(OTHER)))).isEqualTo(Reason.OTHER_CARD);
    }

    @Test
    void givenNodeThatSleptAfterALook_whenItWakes_thenSendsNothing() {
        allowances.grant(new Grant(UCID, "order-0", new BigDecimal("100")));
        CardBank slow = SimulatedBank.pausingAfter("limits", 2, this::grantOnTopAndSpendAll, simulator, time);

        Allowance late = CardWorkflows.of(slow, store, time).allowances().grant(GRANT);

        assertThat(late.state()).isEqualTo(State.GRANTED);
        assertThat(simulator.card(CARD).spendLimit().remain()).isZero();
        assertThat(cards.once().pending()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"limits, 3", "statements, 3"})
    void givenHandOverThatSlept_whenItWakes_thenSendsNothing(String look, int nth) {
        allowances.grant(GRANT);
        CardBank slow = SimulatedBank.pausingAfter(look, nth, this::handOverOnOtherNodeAndSpend, simulator, time);

        Allowance late = CardWorkflows.of(slow, store, time).allowances().handOver("order-1", OTHER);

        assertThat(late.state()).isEqualTo(State.GRANTED);
        assertThat(late.ucid()).isEqualTo(OTHER);
        assertThat(simulator.grantedTotal(OTHER.value())).isEqualByComparingTo(SUM);
        assertThat(simulator.card(CARD).spendLimit().remain()).isEqualByComparingTo("120");
        assertThat(cards.once().pending()).isEmpty();
    }

    @Test
    void givenLongDeadline_whenAnotherNodeAsks_thenWaitsForIt() {
        TBank patient =
                bank.with(CallOptions.builder().deadline(Duration.ofMinutes(10)).build());
        TBank dying = SimulatedBank.dyingAfter("limits.setSpend", simulator, time)
                .with(CallOptions.builder().deadline(Duration.ofMinutes(10)).build());
        Throwable unused = catchThrowable(
                () -> CardWorkflows.of(dying, store, time).allowances().grant(GRANT));

        time.advance(Duration.ofMinutes(20)); // two calls: on top of other orders a grant looks at the limit again
        State before = allowances.grant(GRANT).state();
        time.advance(Duration.ofMinutes(2));

        assertThat(patient.longestCall()).isEqualTo(Duration.ofMinutes(10));
        assertThat(before).isEqualTo(State.GRANTING);
        assertThat(allowances.grant(GRANT).state()).isEqualTo(State.GRANTED);
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo(SUM);
    }

    /** The first request is on its way for longer than anybody waits; a second one is granted; then it arrives. */
    private void grantTwice() {
        loseGrant();
        time.advance(Duration.ofMinutes(3));
        allowances.grant(GRANT);
        simulator.faults().deliverLate();
    }

    private void loseGrant() {
        simulator.faults().actLater(Duration.ofHours(1)).on("POST", SPEND);
        Throwable unused = catchThrowable(() -> allowances.grant(GRANT));
    }

    private void grantOnOtherNode() {
        time.advance(Duration.ofMinutes(10));
        assertThat(allowances.grant(GRANT).state()).isEqualTo(State.GRANTED);
    }

    private void grantOnOtherNodeAndSpend() {
        grantOnOtherNode();
        simulator.spend(CARD, SUM);
    }

    /** The first card serves another order by then. */
    private void handOverOnOtherNodeAndSpend() {
        time.advance(Duration.ofHours(1));
        assertThat(allowances.handOver("order-1", OTHER).state()).isEqualTo(State.GRANTED);
        simulator.spend(OTHER.value(), SUM);
        allowances.grant(new Grant(UCID, "order-2", new BigDecimal("120")));
    }

    private void grantOnOtherNodeThenRefuse() {
        grantOnOtherNode();
        simulator.faults().answer(403).on("POST", SPEND);
    }

    private void grantOnTopAndSpendAll() {
        grantOnOtherNode();
        simulator.spend(CARD, SUM.add(new BigDecimal("100")));
    }

    private String approvedLimit(String sum) {
        NewLimit limit = NewLimit.once(new BigDecimal(sum));
        Approvals.Demand demand = new Approvals.Demand("manager", "why", Duration.ofDays(1));
        String id = cards.approvals().requestLimit(UCID, limit, demand).id();
        return cards.approvals().approve(id, "cfo").id();
    }

    private ChangeRequest.State execute(String change) {
        return cards.approvals().execute(change).state();
    }

    private Operation purchase(String id, BigDecimal sum) {
        return purchase(id, sum, time.now());
    }

    private static Operation purchase(String id, BigDecimal sum, Instant at) {
        return Operation.builder()
                .operationId(id)
                .ucid(UCID.toString())
                .typeOfOperation(Direction.DEBIT)
                .authorizationDate(at)
                .accountAmount(sum)
                .build();
    }

    private static Reason refusal(Runnable step) {
        return catchThrowableOfType(CardRefusedException.class, step::run).reason();
    }
}
