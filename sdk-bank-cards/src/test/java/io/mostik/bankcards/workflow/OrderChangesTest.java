package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import io.mostik.core.Async;
import io.mostik.core.BatchExecutor;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders that change: several on a card, another sum, another card, and the end of the shift. */
class OrderChangesTest {

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
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenSpentOrder_whenSecondOneComes_thenLimitIsWhatIsLeftAndIt() {
        grant("order-1", "400");
        simulator.spend(CARD, new BigDecimal("150"));

        grant("order-2", "500");

        assertLeft(CARD, "750");
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo("900");
        assertThat(allowances.grant(grantOf("order-1", "400")).state()).isEqualTo(Allowance.State.GRANTED);
    }

    @Test
    void givenTwoOrders_whenOneIsClosed_thenTheOtherKeepsItsMoney() {
        grant("order-1", "400");
        grant("order-2", "500");
        simulator.spend(CARD, new BigDecimal("300"));

        assertThat(allowances.close(UCID, "order-1")).isTrue();
        assertLeft(CARD, "500");
        grant("order-3", "10");
        assertThat(allowances.close(UCID, "order-1")).isTrue();
        assertThat(allowances.close(UCID, "order-3")).isTrue();
        assertThat(allowances.close(UCID, "order-2")).isTrue();

        assertLeft(CARD, "0");
        assertThat(allowances.open()).isEmpty();
    }

    @Test
    void givenMostIsSpent_whenOneIsClosed_thenNothingIsFilledUp() {
        grant("order-1", "400");
        grant("order-2", "500");
        simulator.spend(CARD, new BigDecimal("850"));

        allowances.close(UCID, "order-1");

        assertLeft(CARD, "50");
        assertThat(simulator.grantedTotal(CARD)).isEqualByComparingTo("900");
    }

    @Test
    void givenMostIsSpent_whenOneIsClosed_thenNextIsGrantedOnTop() {
        grant("order-1", "400");
        grant("order-2", "500");
        simulator.spend(CARD, new BigDecimal("850"));
        allowances.close(UCID, "order-1");

        grant("order-3", "70");

        assertLeft(CARD, "120");
    }

    @Test
    void givenPurchaseInBetween_whenGrantingOnTop_thenReadsAgain() {
        grant("order-1", "400");
        AtomicBoolean first = new AtomicBoolean(true);
        AtomicBoolean second = new AtomicBoolean(false);
        TBank slow = SimulatedBank.pausingBefore(
                "limits.get",
                () -> {
                    if (second.getAndSet(first.getAndSet(false))) {
                        simulator.spend(CARD, new BigDecimal("100"));
                    }
                },
                simulator,
                time);

        CardWorkflows.of(slow, store, time).allowances().grant(grantOf("order-2", "500"));

        assertLeft(CARD, "800");
        slow.close();
    }

    @Test
    void givenOthersLimit_whenGrantingOnTop_thenIsRefused() {
        grant("order-1", "400");
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("7000"), LimitPeriod.IRREGULAR);

        assertThat(refusal(() -> grant("order-2", "500"))).isEqualTo(Reason.CHANGED);
    }

    @Test
    void givenOrdersOfOneCard_whenGrantingAll_thenEachIsGranted() throws InterruptedException {
        List<Grant> grants = List.of(
                grantOf("order-1", "100"),
                grantOf("order-2", "200"),
                new Grant(Ucid.of(OTHER), "order-3", new BigDecimal("300")),
                grantOf("order-4", "400"));

        List<BatchExecutor.Result<Grant, Allowance>> results;
        try (Async async = Async.create()) {
            results = allowances.grantAll(grants, BatchExecutor.on(async));
        }

        assertThat(results).allMatch(BatchExecutor.Result::succeeded);
        assertLeft(CARD, "700");
        assertLeft(OTHER, "300");
    }

    @Test
    void givenSpentOrder_whenAmended_thenLimitChangesByDifference() {
        grant("order-1", "400");
        simulator.spend(CARD, new BigDecimal("150"));

        assertThat(allowances.amend("order-1", new BigDecimal("500")).sum()).isEqualByComparingTo("500");
        assertLeft(CARD, "350");
        allowances.amend(" order-1", new BigDecimal("500"));
        assertLeft(CARD, "350");
        allowances.amend("order-1", new BigDecimal("200"));
        assertLeft(CARD, "50");
        allowances.amend("order-1", new BigDecimal("500"));

        assertLeft(CARD, "350");
        assertThat(refusal(() -> allowances.amend("order-1", new BigDecimal("149"))))
                .isEqualTo(Reason.SPENT);
    }

    @Test
    void givenAmendedOrder_whenGrantedAgain_thenNewSumCounts() {
        grant("order-1", "400");
        allowances.amend("order-1", new BigDecimal("500"));

        assertThat(allowances.grant(grantOf("order-1", "500")).state()).isEqualTo(Allowance.State.GRANTED);
        assertThat(refusal(() -> grant("order-1", "400"))).isEqualTo(Reason.OTHER_SUM);
        assertThat(allowances.close(UCID, "order-1")).isTrue();
        assertThat(refusal(() -> allowances.amend("order-1", BigDecimal.TEN))).isEqualTo(Reason.CLOSED);
        assertThat(refusal(() -> allowances.amend("order-9", BigDecimal.TEN))).isEqualTo(Reason.UNKNOWN_ORDER);
    }

    @Test
    void givenLostAmendment_whenClosed_thenIsReadBackAndClosed() {
        grant("order-1", "400");
        simulator.faults().actThenDrop().on("POST", SPEND);
        assertThatThrownBy(() -> allowances.amend("order-1", new BigDecimal("450")))
                .isInstanceOf(SdkException.class);
        assertThat(allowances.open())
                .extracting(open -> open.allowance().state())
                .containsExactly(Allowance.State.CHANGING);

        assertThat(allowances.close(UCID, "order-1")).isTrue();

        assertLeft(CARD, "0");
        assertThat(cards.once().pending()).isEmpty();
    }

    @Test
    void givenUnspentOrder_whenHandedOver_thenMoneyMoves() {
        grant("order-1", "400");

        Allowance moved = allowances.handOver("order-1", Ucid.of(OTHER));

        assertThat(moved.ucid()).isEqualTo(Ucid.of(OTHER));
        assertLeft(CARD, "0");
        assertLeft(OTHER, "400");
        assertThat(allowances.handOver("order-1", Ucid.of(OTHER))).isEqualTo(moved);
        assertThat(allowances
                        .grant(new Grant(Ucid.of(OTHER), "order-1", new BigDecimal("400")))
                        .state())
                .isEqualTo(Allowance.State.GRANTED);
        assertThat(refusal(() -> grant("order-1", "400"))).isEqualTo(Reason.OTHER_CARD);
        assertThat(allowances.close(UCID, "order-1")).isFalse();
        assertThat(allowances.close(Ucid.of(OTHER), "order-1")).isTrue();
        assertLeft(OTHER, "0");
    }

    @Test
    void givenHandedOver_whenHandedBack_thenMoneyComesBack() {
        grant("order-1", "400");
        allowances.handOver("order-1", Ucid.of(OTHER));

        allowances.handOver("order-1", UCID);

        assertLeft(CARD, "400");
        assertLeft(OTHER, "0");
        assertThat(allowances.open()).hasSize(1);
    }

    @Test
    void givenSpentOrder_whenHandedOver_thenIsRefused() {
        grant("order-1", "400");
        simulator.spend(CARD, BigDecimal.ONE);

        assertThat(refusal(() -> allowances.handOver("order-1", Ucid.of(OTHER))))
                .isEqualTo(Reason.SPENT);

        assertLeft(CARD, "399");
        assertLeft(OTHER, "0");
    }

    @Test
    void givenPurchaseJustBefore_whenHandedOver_thenProofFails() {
        grant("order-1", "400");
        TBank slow = SimulatedBank.pausingBefore(
                "limits.setSpend", () -> simulator.spend(CARD, new BigDecimal("30")), simulator, time);

        assertThat(refusal(
                        () -> CardWorkflows.of(slow, store, time).allowances().handOver("order-1", Ucid.of(OTHER))))
                .isEqualTo(Reason.SPENT);

        assertLeft(CARD, "370");
        assertLeft(OTHER, "0");
        assertThat(cards.once().pending()).isEmpty();
        slow.close();
    }

    @Test
    void givenTwoOrders_whenOneIsHandedOver_thenTheOtherStays() {
        grant("order-1", "400");
        grant("order-2", "500");
        allowances.grant(new Grant(Ucid.of(OTHER), "order-3", new BigDecimal("50")));

        allowances.handOver("order-2", Ucid.of(OTHER));

        assertLeft(CARD, "400");
        assertLeft(OTHER, "550");
    }

    @Test
    void givenOpenOrders_whenSwept_thenNothingIsLeft() {
        cards.directory().update(UCID, card -> card.employee("E-17"));
        grant("order-1", "400");
        time.advance(Duration.ofMinutes(5));
        grant("order-2", "500");
        allowances.grant(new Grant(Ucid.of(OTHER), "order-3", new BigDecimal("50")));
        assertThat(allowances.open())
                .extracting(open -> open.allowance().order())
                .startsWith("order-1")
                .hasSize(3);
        assertThat(allowances.open().get(0).courier()).contains("E-17");

        assertThat(allowances.sweep(List.of(UCID))).hasSize(2).allMatch(BatchExecutor.Result::succeeded);
        assertLeft(CARD, "0");
        assertLeft(OTHER, "50");
        assertThat(allowances.sweep()).hasSize(1);

        assertLeft(OTHER, "0");
        assertThat(allowances.open()).isEmpty();
    }

    @Test
    void givenOneThatFails_whenSwept_thenOthersAreClosed() {
        grant("order-1", "400");
        allowances.grant(new Grant(Ucid.of(OTHER), "order-3", new BigDecimal("50")));
        simulator.faults().answer(500).times(10).on("POST", "/api/v1/card/" + CARD + "/spend-limit");

        assertThat(allowances.sweep())
                .filteredOn(BatchExecutor.Result::succeeded)
                .hasSize(1);

        assertLeft(OTHER, "0");
        simulator.faults().off();
        time.advance(Duration.ofMinutes(10));
        assertThat(allowances.sweep()).allMatch(BatchExecutor.Result::succeeded);
        assertLeft(CARD, "0");
    }

    @Test
    void givenCashLimit_whenCashless_thenIsZeroBeforeTheMoney() {
        simulator.limit(CARD, LimitKind.CASH, new BigDecimal("1000"), LimitPeriod.MONTH);

        allowances.cashless().grant(grantOf("order-1", "400"));

        assertThat(simulator.card(CARD).cashLimit().value()).isEqualByComparingTo("0");
        assertThat(simulator.withdrawCash(CARD, BigDecimal.TEN))
                .isNotEqualTo(io.mostik.testing.tbank.Decision.ACCEPTED);
        assertLeft(CARD, "400");
    }

    @Test
    void givenReissue_whenServingTwoOrders_thenBothMoveAndGoOn() {
        Ucid virtual = Ucid.of(OTHER);
        allowances.grant(new Grant(virtual, "order-1", new BigDecimal("400")));
        allowances.grant(new Grant(virtual, "order-2", new BigDecimal("500")));
        simulator.spend(OTHER, new BigDecimal("150"));
        Approvals.Demand demand = new Approvals.Demand("manager", "lost", Duration.ofDays(1));
        String id = cards.approvals().requestReissue(virtual, demand).id();
        cards.approvals().approve(id, "cfo");
        cards.approvals().execute(id);
        simulator.clock().advance(Duration.ofMinutes(10));
        Ucid next = cards.approvals().execute(id).successor().orElseThrow();

        allowances.amend("order-1", new BigDecimal("450"));
        allowances.grant(new Grant(virtual, "order-3", new BigDecimal("10")));

        assertLeft(next.value(), "810");
        assertThat(allowances.close(virtual, "order-2")).isTrue();
        assertThat(allowances.sweep()).hasSize(2).allMatch(BatchExecutor.Result::succeeded);
        assertLeft(next.value(), "0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.005", "1000000000000"})
    void givenImpossibleSum_whenAmending_thenRefusesBefore(String sum) {
        grant("order-1", "400");
        int before = simulator.journal().all().size();

        assertThatThrownBy(() -> allowances.amend("order-1", new BigDecimal(sum)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> grantOf("order-2", sum)).isInstanceOf(IllegalArgumentException.class);

        assertThat(simulator.journal().all()).hasSize(before);
    }

    @Test
    void givenClosedCardAtBank_whenAmending_thenStaysAsItWas() {
        grant("order-1", "400");
        simulator.status(CARD, io.mostik.testing.tbank.CardStatus.CLOSED);

        assertThatThrownBy(() -> allowances.amend("order-1", new BigDecimal("500")))
                .isInstanceOf(SdkException.class);

        assertThat(allowances.find(UCID).orElseThrow().state()).isEqualTo(Allowance.State.GRANTED);
        assertThat(allowances.find(UCID).orElseThrow().sum()).isEqualByComparingTo("400");
    }

    private void assertLeft(long card, String sum) {
        assertThat(simulator.card(card).spendLimit().remain()).isEqualByComparingTo(sum);
    }

    private static Reason refusal(ThrowingCallable call) {
        return catchThrowableOfType(CardRefusedException.class, call).reason();
    }

    private void grant(String order, String sum) {
        assertThat(allowances.grant(grantOf(order, sum)).state()).isEqualTo(Allowance.State.GRANTED);
    }

    private static Grant grantOf(String order, String sum) {
        return new Grant(UCID, order, new BigDecimal(sum));
    }
}
