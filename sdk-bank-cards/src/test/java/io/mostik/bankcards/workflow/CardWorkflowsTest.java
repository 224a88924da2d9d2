package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Approvals.Demand;
import io.mostik.core.StateStore;
import io.mostik.core.once.OpenWrite;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.MortalStore;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CardWorkflowsTest {

    private static final long CARD = TBankSimulator.VIRTUAL_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final Grant GRANT = new Grant(UCID, "order-1", new BigDecimal("379.50"));
    private static final Demand DEMAND = new Demand("manager", "why", Duration.ofDays(2));

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;
    private CardWorkflows cards;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        cards = CardWorkflows.of(bank, store, time);
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenNewOrder_whenGranted_thenTakesThreeTrips() {
        assertThat(trips(node -> node.grant(GRANT))).isEqualTo(3);
    }

    @Test
    void givenKnownOrder_whenGrantedAgain_thenTakesOneTrip() {
        cards.allowances().grant(GRANT);

        assertThat(trips(node -> node.grant(GRANT))).isEqualTo(1);
    }

    @Test
    void givenOpenOrder_whenClosed_thenTakesThreeTrips() {
        cards.allowances().grant(GRANT);

        assertThat(trips(node -> node.close(UCID, "order-1"))).isEqualTo(3);
    }

    @Test
    void givenLostGrant_whenAPersonResolves_thenItIsAsHeSays() {
        simulator.faults().dropBeforeActing().on("POST", SPEND);
        Throwable unused = catchThrowable(() -> cards.allowances().grant(GRANT));

        resolve("cards/grant", false);

        assertThat(cards.allowances().find(UCID)).isEmpty();
        assertThat(cards.allowances().grant(GRANT).state()).isEqualTo(Allowance.State.GRANTED);
    }

    @Test
    void givenLostGrantThatHappened_whenAPersonResolves_thenIsGranted() {
        simulator.faults().actThenDrop().on("POST", SPEND);
        Throwable unused = catchThrowable(() -> cards.allowances().grant(GRANT));

        resolve("cards/grant", true);

        assertThat(cards.allowances().grant(GRANT))
                .isEqualTo(cards.allowances().find(UCID).orElseThrow());
        assertThat(simulator.journal().count("POST", SPEND)).isEqualTo(1);
    }

    @Test
    void givenLostClose_whenAPersonResolves_thenIsClosed() {
        cards.allowances().grant(GRANT);
        simulator.faults().dropBeforeActing().times(9).on("POST", SPEND);
        Throwable unused = catchThrowable(() -> cards.allowances().close(UCID, "order-1"));

        resolve("cards/close", true);

        assertThat(cards.allowances().find(UCID).orElseThrow().state()).isEqualTo(Allowance.State.CLOSED);
    }

    @Test
    void givenLostLimitChange_whenAPersonResolves_thenIsExecuted() {
        simulator.faults().actThenDrop().on("POST", SPEND);
        String change = approved(cards.approvals().requestLimit(UCID, NewLimit.once(BigDecimal.TEN), DEMAND));
        cards.approvals().execute(change);

        resolve("cards/limit-change", true);

        assertThat(state(change)).isEqualTo(ChangeRequest.State.EXECUTED);
        assertThat(cards.allowances().grant(GRANT).state()).isEqualTo(Allowance.State.GRANTED);
    }

    @Test
    void givenReissueNotBegun_whenPersonResolves_thenIsFreeToTry() {
        simulator.faults().dropBeforeActing().on("POST", "/api/v1/card/virtual/reissue");
        String change = approved(cards.approvals().requestReissue(UCID, DEMAND));
        cards.approvals().execute(change);

        resolve("cards/reissue", false);

        assertThat(state(change)).isEqualTo(ChangeRequest.State.APPROVED);
        assertThat(cards.allowances().grant(GRANT).state()).isEqualTo(Allowance.State.GRANTED);
    }

    @Test
    void givenNewCardWithoutLimit_whenPersonResolves_thenHasPlace() {
        cards.allowances().grant(GRANT);
        String change = approved(cards.approvals().requestReissue(UCID, DEMAND));
        cards.approvals().execute(change);
        simulator.clock().advance(Duration.ofMinutes(3));
        simulator.faults().answer(422).times(9).on("POST", SPEND);
        Throwable unused = catchThrowable(() -> cards.approvals().execute(change));

        assertThat(state(change)).isEqualTo(ChangeRequest.State.UNKNOWN);
        resolve("cards/replacement", true);

        Ucid successor =
                cards.approvals().find(change).orElseThrow().successor().orElseThrow();
        assertThat(state(change)).isEqualTo(ChangeRequest.State.EXECUTED);
        assertThat(cards.allowances().find(successor).orElseThrow().order()).isEqualTo("order-1");
    }

    @Test
    void givenUnblockedCard_whenPersonResolves_thenNothingIsOpen() {
        cards.directory().update(UCID, card -> card.employee("e-1"));
        simulator.faults().answer(422).times(9).on("POST", "/api/v1/card/{ucid}/block");
        cards.dismissals().dismiss("e-1", "left");

        resolve("cards/block", true);

        assertThat(cards.once().pending()).isEmpty();
    }

    @Test
    void givenRunningReissue_whenListingWhatIsOpen_thenNamesIt() {
        String change = approved(cards.approvals().requestReissue(UCID, DEMAND));
        cards.approvals().execute(change);

        assertThat(cards.once().pending()).extracting(OpenWrite::ref).containsExactly(change);
    }

    private interface Step {
        Object take(Allowances node);
    }

    private int trips(Step step) {
        MortalStore counted = MortalStore.over(store);
        Object unused = step.take(CardWorkflows.of(bank, counted, time).allowances());
        return counted.trips();
    }

    private void resolve(String kind, boolean happened) {
        List<OpenWrite> open = cards.once().pending().toList();
        assertThat(open).extracting(OpenWrite::kind).containsExactly(kind);
        assertThat(cards.once().resolve(open.get(0), happened)).isTrue();
    }

    private ChangeRequest.State state(String change) {
        return cards.approvals().find(change).orElseThrow().state();
    }

    private String approved(ChangeRequest change) {
        return cards.approvals().approve(change.id(), "cfo").id();
    }
}
