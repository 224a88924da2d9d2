package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an order that is closed, closing or changing lets happen, and on which card. */
class OrderStatesTest {

    private static final long CARD = TBankSimulator.PLASTIC_CARD;
    private static final long OTHER = TBankSimulator.VIRTUAL_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";

    private final ManualTime time = new ManualTime();
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
        allowances.grant(of("order-1", "400"));
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenCloseThatIsLost_whenGrantedOrChanged_thenIsBusy() {
        simulator.faults().dropBeforeActing().times(20).on("POST", SPEND);
        catchThrowable(() -> allowances.close(UCID, "order-1"));
        int sent = sent();

        assertThat(allowances.find(UCID).map(Allowance::state)).contains(State.CLOSING);
        assertThat(refusal(() -> allowances.grant(of("order-1", "400")))).isEqualTo(Reason.BUSY);
        assertThat(refusal(() -> allowances.amend("order-1", new BigDecimal("500"))))
                .isEqualTo(Reason.BUSY);
        assertThat(refusal(() -> allowances.handOver("order-1", Ucid.of(OTHER))))
                .isEqualTo(Reason.BUSY);
        assertThat(sent()).isEqualTo(sent);
    }

    @Test
    void givenLimitOfOthers_whenAmending_thenIsNotOverwritten() {
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("7000"), LimitPeriod.IRREGULAR);

        Reason refused = refusal(() -> allowances.amend("order-1", new BigDecimal("500")));

        assertThat(refused).isEqualTo(Reason.CHANGED);
        assertThat(simulator.card(CARD).spendLimit().value()).isEqualByComparingTo("7000");
    }

    @Test
    void givenTheSameSum_whenAmending_thenNothingIsSent() {
        int requests = simulator.journal().all().size();

        Allowance same = allowances.amend("order-1", new BigDecimal("400.00"));

        assertThat(same.state()).isEqualTo(State.GRANTED);
        assertThat(simulator.journal().all()).hasSize(requests);
    }

    @Test
    void givenClosedOrder_whenClosedOnAnotherCard_thenIsNotItsOrder() {
        allowances.close(UCID, "order-1");

        assertThat(allowances.close(Ucid.of(OTHER), "order-1")).isFalse();
        assertThat(allowances.close(UCID, "order-1")).isTrue();
    }

    @Test
    void givenOrderClosedBesideOthers_whenClosedAgain_thenOnItsCardAlone() {
        allowances.grant(of("order-2", "500"));
        allowances.close(UCID, "order-1");
        boolean elsewhere = allowances.close(Ucid.of(OTHER), "order-1");
        allowances.close(UCID, "order-2");
        int sent = sent();

        boolean again = allowances.close(UCID, "order-1");

        assertThat(elsewhere).isFalse();
        assertThat(again).isTrue();
        assertThat(sent()).isEqualTo(sent);
    }

    @Test
    void givenLostHandOver_whenClosedOnFirstCard_thenEndsOnTheOther() {
        simulator.faults().dropBeforeActing().on("POST", "/api/v1/card/" + OTHER + "/spend-limit");
        catchThrowable(() -> allowances.handOver("order-1", Ucid.of(OTHER)));
        State open = allowances.find(UCID).orElseThrow().state();
        time.advance(Duration.ofMinutes(20));

        boolean onFirst = allowances.close(UCID, "order-1");

        assertThat(open).isEqualTo(State.CHANGING);
        assertThat(onFirst).isFalse();
        assertThat(simulator.card(OTHER).spendLimit().remain()).isEqualByComparingTo("400");
        assertThat(allowances.close(Ucid.of(OTHER), "order-1")).isTrue();
        assertThat(simulator.card(OTHER).spendLimit().remain()).isZero();
    }

    @Test
    void givenAllIsSpent_whenClosed_thenLimitIsZeroAllTheSame() {
        simulator.spend(CARD, new BigDecimal("400"));

        allowances.close(UCID, "order-1");

        assertThat(simulator.card(CARD).spendLimit().value()).isZero();
    }

    @Test
    void givenRefusedClose_whenLimitIsLoweredByHand_thenIsSeen() {
        simulator.faults().answer(403).on("POST", SPEND);
        catchThrowable(() -> allowances.close(UCID, "order-1"));
        State after = allowances.find(UCID).orElseThrow().state();
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("300"), LimitPeriod.IRREGULAR);

        assertThat(after).isEqualTo(State.GRANTED);
        assertThat(refusal(() -> allowances.grant(of("order-1", "400")))).isEqualTo(Reason.CHANGED);
    }

    @Test
    void givenPurchaseWhileClosing_whenNextOrderRuns_thenBelongsToTheClosed() {
        Instant meanwhile = time.now().plusSeconds(5);
        try (TBank slow = SimulatedBank.pausingBefore(
                "limits.setSpend", () -> time.advance(Duration.ofSeconds(10)), simulator, time)) {
            CardWorkflows.of(slow, store, time).allowances().close(UCID, "order-1");
        }
        allowances.grant(of("order-2", "500"));

        assertThat(allowances.check(purchase(meanwhile))).isEmpty();
        assertThat(allowances.check(purchase(meanwhile.minusSeconds(60)))).contains(UnmatchedReason.NO_ORDER);
    }

    @Test
    void givenCourier_whenOpenOrderIsPrinted_thenOnlyTheOrderIs() {
        cards.directory().update(UCID, card -> card.employee("E-17"));

        OpenAllowance open = allowances.open().get(0);

        assertThat(open.courier()).contains("E-17");
        assertThat(open.toString()).contains("order-1").doesNotContain("E-17");
    }

    private static Operation purchase(Instant at) {
        return Operation.builder()
                .operationId("1")
                .ucid(UCID.toString())
                .typeOfOperation(Direction.DEBIT)
                .authorizationDate(at)
                .accountAmount(BigDecimal.TEN)
                .build();
    }

    private static Grant of(String order, String sum) {
        return new Grant(UCID, order, new BigDecimal(sum));
    }

    private int sent() {
        return simulator.journal().count("POST", SPEND);
    }

    private static Reason refusal(Runnable step) {
        return catchThrowableOfType(CardRefusedException.class, step::run).reason();
    }
}
