package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.bankcards.workflow.ChangeRequest.State;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.Answer;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a limit change waits for, refuses, writes into its trail, and lets the holder spend. */
class LimitStepsTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final BigDecimal SUM = new BigDecimal("900");
    private static final NewLimit WANTED = NewLimit.once(SUM);
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final String CASH = "/api/v1/card/{ucid}/cash-limit";
    private static final String LIMITS = "/api/v1/card/{ucid}/limits";
    private static final Approvals.Demand DEMAND = new Approvals.Demand("manager", "order 17", Duration.ofDays(2));

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;
    private CardWorkflows cards;
    private Approvals approvals;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("500"), LimitPeriod.IRREGULAR);
        bank = SimulatedBank.client(simulator, time);
        cards = CardWorkflows.of(bank, store, time);
        approvals = cards.approvals();
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenOtherChangeUnderWay_whenExecuting_thenIsBusy() {
        String first = approved(approvals.requestLimit(UCID, WANTED, DEMAND));
        String second = approved(approvals.requestLimit(UCID, NewLimit.zero(), DEMAND));
        simulator.faults().dropBeforeActing().on("POST", SPEND);
        approvals.execute(first);
        int sent = sent();

        Reason refused = refusal(() -> approvals.execute(second));

        assertThat(refused).isEqualTo(Reason.BUSY);
        assertThat(sent()).isEqualTo(sent);
        assertThat(trail(first)).endsWith("not certain yet");
    }

    @Test
    void givenReplacedCard_whenExecuting_thenNothingIsSent() {
        String limit = approved(approvals.requestLimit(UCID, WANTED, DEMAND));
        String reissue = approved(approvals.requestReissue(UCID, DEMAND));
        approvals.execute(reissue);
        simulator.clock().advance(Duration.ofMinutes(3));
        approvals.execute(reissue);
        int reads = simulator.journal().all().size();

        ChangeRequest failed = approvals.execute(limit);

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.refusal()).contains(Reason.CHANGED);
        assertThat(simulator.journal().all()).hasSize(reads);
    }

    @Test
    void givenChange_whenExecuted_thenTheTrailSaysWhatRemains() {
        String id = approved(approvals.requestLimit(UCID, WANTED, DEMAND));

        approvals.execute(id);

        assertThat(trail(id)).endsWith("sending", "set; remains 900");
    }

    @Test
    void givenRefusalForNow_whenExecuting_thenCardAndChangeAreFree() {
        String id = approved(approvals.requestLimit(UCID, WANTED, DEMAND));
        simulator.faults().answer(429).times(4).on("POST", SPEND);

        State refused = approvals.execute(id).state();
        Allowance.State granted =
                cards.allowances().grant(new Grant(UCID, "1001", SUM)).state();

        assertThat(refused).isEqualTo(State.APPROVED);
        assertThat(trail(id)).endsWith("not set, may be executed again");
        assertThat(granted).isEqualTo(Allowance.State.GRANTED);
    }

    static Stream<Function<Approvals, ChangeRequest>> uncovered() {
        return Stream.of(
                approvals -> approvals.requestCashLimit(UCID, WANTED, DEMAND),
                approvals -> approvals.requestLimit(UCID, NewLimit.monthly(SUM), DEMAND));
    }

    @ParameterizedTest
    @MethodSource("uncovered")
    void givenLimitThatStays_whenPaid_thenBelongsToNothing(Function<Approvals, ChangeRequest> request) {
        String id = approved(request.apply(approvals));

        State done = approvals.execute(id).state();

        assertThat(done).isEqualTo(State.EXECUTED);
        assertThat(cards.allowances().check(purchase("100"))).contains(UnmatchedReason.NO_ORDER);
    }

    @Test
    void givenCashLimitThatIsGone_whenExecuted_thenIsTheBanks() {
        String id = approved(approvals.requestCashLimit(UCID, WANTED, DEMAND));
        Map<String, Object> spend = Map.of("limitValue", 500, "limitRemain", 500, "limitPeriod", "IRREGULAR");
        simulator
                .faults()
                .answer(Answer.json(200, Map.of("ucid", Long.toString(CARD), "spendLimit", spend)))
                .times(2)
                .on("GET", LIMITS);

        ChangeRequest failed = approvals.execute(id);

        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.refusal()).contains(Reason.LIMIT_OF_BANK);
        assertThat(refusal(() -> approvals.requestCashLimit(UCID, WANTED, DEMAND)))
                .isEqualTo(Reason.LIMIT_OF_BANK);
        assertThat(simulator.journal().count("POST", CASH)).isZero();
    }

    @Test
    void givenOneTimeLimit_whenPaid_thenBelongsToItUpToItsSum() {
        String id = approved(approvals.requestLimit(UCID, WANTED, DEMAND));

        approvals.execute(id);

        assertThat(cards.allowances().check(purchase("900"))).isEmpty();
        assertThat(cards.allowances().check(purchase("900.01"))).contains(UnmatchedReason.ABOVE_SUM);
    }

    private String approved(ChangeRequest change) {
        return approvals.approve(change.id(), "cfo").id();
    }

    private Stream<String> trail(String id) {
        return approvals.find(id).orElseThrow().trail().stream().map(ChangeRequest.Step::what);
    }

    private int sent() {
        return simulator.journal().count("POST", SPEND);
    }

    private Operation purchase(String sum) {
        return Operation.builder()
                .operationId("1")
                .ucid(Long.toString(CARD))
                .typeOfOperation(Direction.DEBIT)
                .authorizationDate(time.now())
                .accountAmount(new BigDecimal(sum))
                .build();
    }

    private static Reason refusal(Runnable step) {
        return catchThrowableOfType(CardRefusedException.class, step::run).reason();
    }
}
