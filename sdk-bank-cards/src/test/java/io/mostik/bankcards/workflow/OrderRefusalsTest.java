package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an order waits for while something else of its card is not certain, and what a failed look leaves. */
class OrderRefusalsTest {

    private static final long CARD = TBankSimulator.PLASTIC_CARD;
    private static final Ucid UCID = Ucid.of(CARD);
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final String LIMITS = "/api/v1/card/{ucid}/limits";
    private static final Approvals.Demand DEMAND = new Approvals.Demand("manager", "why", Duration.ofDays(2));

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
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    static Stream<Consumer<Allowances>> onTheSameCard() {
        return Stream.of(
                orders -> orders.grant(of("order-3", "50")),
                orders -> orders.amend("order-1", BigDecimal.TEN),
                orders -> orders.close(UCID, "order-1"));
    }

    @ParameterizedTest
    @MethodSource("onTheSameCard")
    void givenLostGrantBeside_whenGoingOn_thenIsBusy(Consumer<Allowances> step) {
        allowances.grant(of("order-1", "400"));
        simulator.faults().dropBeforeActing().on("POST", SPEND);
        catchThrowable(() -> allowances.grant(of("order-2", "500")));
        int sent = sent();

        assertThat(refusal(() -> step.accept(allowances))).isEqualTo(Reason.BUSY);
        assertThat(sent()).isEqualTo(sent);
    }

    @Test
    void givenLostClose_whenGrantedOrAmended_thenIsClosed() {
        allowances.grant(of("order-1", "400"));
        simulator.faults().dropBeforeActing().on("POST", SPEND);
        catchThrowable(() -> allowances.close(UCID, "order-1"));
        int sent = sent();

        assertThat(refusal(() -> allowances.grant(of("order-1", "400")))).isEqualTo(Reason.CLOSED);
        assertThat(refusal(() -> allowances.amend("order-1", BigDecimal.TEN))).isEqualTo(Reason.CLOSED);
        assertThat(sent()).isEqualTo(sent);
    }

    @Test
    void givenReissueUnderWay_whenAmending_thenIsBusy() {
        Ucid virtual = Ucid.of(TBankSimulator.VIRTUAL_CARD);
        allowances.grant(new Grant(virtual, "order-1", new BigDecimal("400")));
        String reissue = cards.approvals().requestReissue(virtual, DEMAND).id();
        cards.approvals().approve(reissue, "cfo");
        cards.approvals().execute(reissue);

        assertThat(refusal(() -> allowances.amend("order-1", BigDecimal.TEN))).isEqualTo(Reason.BUSY);
    }

    @Test
    void givenDismissal_whenAmending_thenIsRefused() {
        cards.directory().update(UCID, card -> card.employee("e-1"));
        allowances.grant(of("order-1", "400"));
        cards.dismissals().dismiss("e-1", "left");

        assertThat(refusal(() -> allowances.amend("order-1", new BigDecimal("900"))))
                .isEqualTo(Reason.DISMISSED);
        assertThat(left()).isZero();
    }

    @Test
    void givenLimitUnderWay_whenGranting_thenIsBusy() {
        String limit = cards.approvals()
                .requestLimit(UCID, NewLimit.once(BigDecimal.TEN), DEMAND)
                .id();
        cards.approvals().approve(limit, "cfo");
        simulator.faults().dropBeforeActing().on("POST", SPEND);
        cards.approvals().execute(limit);

        assertThat(refusal(() -> allowances.grant(of("order-1", "400")))).isEqualTo(Reason.BUSY);
    }

    @Test
    void givenAllIsSpent_whenAmendedToThat_thenNothingIsLeft() {
        allowances.grant(of("order-1", "400"));
        simulator.spend(CARD, new BigDecimal("150"));

        Allowance amended = allowances.amend("order-1", new BigDecimal("150"));

        assertThat(amended.state()).isEqualTo(State.GRANTED);
        assertThat(left()).isZero();
        assertThat(refusal(() -> allowances.amend("order-1", new BigDecimal("149.99"))))
                .isEqualTo(Reason.SPENT);
    }

    @Test
    void givenLostAnswerOfPart_whenClosedAgain_thenTheOtherKeepsItsMoney() {
        allowances.grant(of("order-1", "400"));
        allowances.grant(of("order-2", "500"));
        simulator.faults().actThenDrop().on("POST", SPEND);
        catchThrowable(() -> allowances.close(UCID, "order-1"));
        int sent = sent();

        boolean closed = allowances.close(UCID, "order-1");

        assertThat(closed).isTrue();
        assertThat(sent()).isEqualTo(sent);
        assertThat(left()).isEqualByComparingTo("500");
        assertThat(cards.once().pending()).isEmpty();
    }

    @Test
    void givenLostRequestOfPart_whenClosedAgain_thenIsTakenOff() {
        allowances.grant(of("order-1", "400"));
        allowances.grant(of("order-2", "500"));
        simulator.faults().dropBeforeActing().on("POST", SPEND);
        catchThrowable(() -> allowances.close(UCID, "order-1"));
        time.advance(Duration.ofMinutes(3));

        boolean closed = allowances.close(UCID, "order-1");

        assertThat(closed).isTrue();
        assertThat(left()).isEqualByComparingTo("500");
    }

    @Test
    void givenExactlyTheOthersLeft_whenOneIsClosed_thenNothingIsSent() {
        allowances.grant(of("order-1", "400"));
        allowances.grant(of("order-2", "500"));
        simulator.spend(CARD, new BigDecimal("400"));
        int sent = sent();

        boolean closed = allowances.close(UCID, "order-1");

        assertThat(closed).isTrue();
        assertThat(sent()).isEqualTo(sent);
        assertThat(left()).isEqualByComparingTo("500");
    }

    /** The look before the write is noted passes; the one after it fails. */
    @ParameterizedTest
    @MethodSource("onTheSameCard")
    void givenLookThatFails_whenSending_thenNothingIsOpen(Consumer<Allowances> step) {
        allowances.grant(of("order-1", "400"));
        allowances.grant(of("order-2", "500"));
        int sent = sent();
        Runnable failing = () -> {
            if (cards.once().pending().findAny().isPresent()) {
                simulator.faults().answer(403).on("GET", LIMITS);
            }
        };
        Throwable failed;
        try (TBank broken = SimulatedBank.pausingBefore("limits.get", failing, simulator, time)) {
            failed = catchThrowable(
                    () -> step.accept(CardWorkflows.of(broken, store, time).allowances()));
        }

        assertThat(failed).isInstanceOf(SdkException.class);
        assertThat(sent()).isEqualTo(sent);
        assertThat(cards.once().pending()).isEmpty();
        simulator.faults().off();
        step.accept(allowances);
    }

    private static Grant of(String order, String sum) {
        return new Grant(UCID, order, new BigDecimal(sum));
    }

    private int sent() {
        return simulator.journal().count("POST", SPEND);
    }

    private BigDecimal left() {
        return simulator.card(CARD).spendLimit().remain();
    }

    private static Reason refusal(Runnable step) {
        return catchThrowableOfType(CardRefusedException.class, step::run).reason();
    }
}
