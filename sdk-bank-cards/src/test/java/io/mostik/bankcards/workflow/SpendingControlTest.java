package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationCategory;
import io.mostik.bankcards.tbank.operations.OperationStatus;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One purchase is counted once, however it is told; refunds go back to its order. */
class SpendingControlTest {

    private static final Ucid UCID = Ucid.of(TBankSimulator.PLASTIC_CARD);

    private final ManualTime time = new ManualTime();
    private final Instant bought = time.now().plusSeconds(60);
    private final LocalDate day = LocalDate.of(2026, 3, 2);
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
        cards.directory().update(UCID, card -> card.employee("E-17"));
        allowances.grant(new Grant(UCID, "order-1", new BigDecimal("500")));
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenNightIdChanged_whenPosted_thenCountsOnce() {
        assertThat(allowances.watch(hold("night-1", "500").build())).isEmpty();

        assertThat(allowances.watch(posting("night-2", "500").build())).isEmpty();

        assertThat(line().spent()).isEqualByComparingTo("500");
        assertThat(line().confidence()).isEqualTo(MatchConfidence.MEDIUM);
        assertThat(cards.once().pending()).isEmpty();
    }

    @Test
    void givenWebhookAndStatementWithOtherIds_whenWatching_thenCountsOnce() {
        allowances.watch(
                hold("hook", "500").rrn("606112345678").status("Active").build());

        assertThat(allowances.watch(hold("statement", "500").rrn("606112345678").build()))
                .isEmpty();
        assertThat(allowances.watch(posting("posted", "505").rrn("606112345678").build()))
                .map(UnmatchedSpending::reason)
                .contains(UnmatchedReason.ABOVE_SUM);

        assertThat(line().purchases()).isEqualTo(1);
        assertThat(line().confidence()).isEqualTo(MatchConfidence.HIGH);
    }

    @Test
    void givenTwoAlikePurchases_whenNumbersDiffer_thenCountsBoth() {
        allowances.watch(hold("1", "250").rrn("1").build());
        allowances.watch(posting("2", "250").rrn("2").build());
        allowances.watch(hold("3", "250").rrn("3").build());

        assertThat(allowances.watch(posting("4", "250").rrn("4").build())).isPresent();
        assertThat(line().purchases()).isEqualTo(4);
    }

    @Test
    void givenPostingWithoutTimeOfHold_whenWatching_thenIsNoStray() {
        allowances.watch(hold("1", "499.90").build());
        time.advance(Duration.ofHours(3));
        allowances.close(UCID, "order-1");
        Operation late = operation("9", "499.90")
                .operationStatus(OperationStatus.TRANSACTION)
                .operationDate(bought.plus(Duration.ofHours(30)))
                .build();

        assertThat(allowances.watch(late)).isEmpty();
        assertThat(line().confidence()).isEqualTo(MatchConfidence.LOW);
        assertThat(line().held()).isEqualByComparingTo("0");
    }

    @Test
    void givenRefund_whenWatching_thenGoesBackToTheOrder() {
        allowances.watch(posting("1", "500").rrn("77").build());
        time.advance(Duration.ofHours(3));
        Operation refund = operation("2", "200")
                .category(OperationCategory.REFUND_IN)
                .mcc("5411")
                .typeOfOperation(Direction.CREDIT)
                .rrn("77")
                .operationDate(bought.plusSeconds(600))
                .build();

        assertThat(allowances.watch(refund)).isEmpty();
        assertThat(allowances.watch(refund)).isEmpty();
        assertThat(allowances.watch(hold("3", "200")
                        .authorizationDate(bought.plusSeconds(900))
                        .build()))
                .isEmpty();

        assertThat(line().refunded()).isEqualByComparingTo("200");
        assertThat(line().net()).isEqualByComparingTo("500");
        assertThat(cards.once().pending()).isEmpty();
    }

    @Test
    void givenHoldThatIsGivenUp_whenWatching_thenCountsNothing() {
        allowances.watch(hold("1", "500").build());

        assertThat(allowances.watch(hold("1", "500").status("Cancelled").build()))
                .isEmpty();
        assertThat(allowances.watch(hold("2", "500")
                        .authorizationDate(bought.plusSeconds(9))
                        .build()))
                .isEmpty();

        assertThat(line().spent()).isEqualByComparingTo("500");
        assertThat(line().purchases()).isEqualTo(1);
    }

    @Test
    void givenCash_whenWatching_thenHasAReasonOfItsOwn() {
        assertThat(allowances.watch(
                        hold("1", "500").category(OperationCategory.CASH_OUT).build()))
                .map(UnmatchedSpending::reason)
                .contains(UnmatchedReason.CASH);
        assertThat(allowances.check(hold("2", "5").mcc("6011").build())).contains(UnmatchedReason.CASH);

        assertThat(line().cash()).isEqualByComparingTo("500");
    }

    @Test
    void givenTwoOrders_whenPaidAtOnce_thenIsSplitAndNoStray() {
        allowances.grant(new Grant(UCID, "order-2", new BigDecimal("300")));
        assertThat(allowances.watch(hold("1", "300").build())).isEmpty();
        assertThat(allowances.report(day, day).lines())
                .extracting(SpendingReport.Line::order)
                .containsExactly(Optional.of("order-2"));

        assertThat(allowances.watch(hold("2", "501")
                        .authorizationDate(bought.plusSeconds(5))
                        .build()))
                .map(UnmatchedSpending::reason)
                .contains(UnmatchedReason.ABOVE_SUM);
    }

    @Test
    void givenOneReceiptForTwoOrders_whenWatching_thenEachHasItsPart() {
        allowances.grant(new Grant(UCID, "order-2", new BigDecimal("300")));

        assertThat(allowances.watch(hold("1", "800").build())).isEmpty();

        assertThat(allowances.report(day, day).lines())
                .extracting(one -> one.spent().intValueExact())
                .containsExactly(500, 300);
    }

    @Test
    void givenSpending_whenReported_thenAsObjectsCsvAndText() {
        cards.directory().update(UCID, card -> card.employee("=cmd, \"x\""));
        allowances.watch(hold("1", "120.50").build());
        allowances.watch(
                posting("2", "7").authorizationDate(bought.minusSeconds(7200)).build());

        SpendingReport report = allowances.report(day, day);

        assertThat(report.net()).isEqualByComparingTo("127.50");
        assertThat(report.csv())
                .isEqualTo("day,courier,order,purchases,spent,cash,refunded,net,held,confidence\r\n"
                        + "2026-03-02,\"'=cmd, \"\"x\"\"\",,1,7,0,0,7,0,CERTAIN\r\n"
                        + "2026-03-02,\"'=cmd, \"\"x\"\"\",order-1,1,120.50,0,0,120.50,120.50,CERTAIN\r\n");
        assertThat(report.text()).contains("order-1").endsWith("net in all: 127.50\n");
        assertThat(allowances.report(day.plusDays(1), day.plusDays(9)).lines()).isEmpty();
        assertThatThrownBy(() -> allowances.report(day, day.minusDays(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givenHandedOverOrder_whenWatching_thenBothCardsCountForIt() {
        Ucid other = Ucid.of(TBankSimulator.VIRTUAL_CARD);
        time.advance(Duration.ofMinutes(10));
        allowances.handOver("order-1", other);
        Operation second = hold("1", "500")
                .ucid(other.toString())
                .authorizationDate(time.now())
                .build();

        assertThat(allowances.watch(second)).isEmpty();
        assertThat(allowances.watch(hold("2", "1").build()))
                .map(UnmatchedSpending::reason)
                .contains(UnmatchedReason.ABOVE_SUM);
    }

    private SpendingReport.Line line() {
        List<SpendingReport.Line> lines =
                allowances.report(day, day.plusDays(3)).lines();
        assertThat(lines).extracting(SpendingReport.Line::courier).containsOnly(Optional.of("E-17"));
        return lines.stream()
                .reduce((one, other) -> new SpendingReport.Line(
                        one.day(),
                        one.courier(),
                        one.order(),
                        one.purchases() + other.purchases(),
                        one.spent().add(other.spent()),
                        one.cash().add(other.cash()),
                        one.refunded().add(other.refunded()),
                        one.held().add(other.held()),
                        one.confidence()))
                .orElseThrow();
    }

    private Operation.Builder hold(String id, String amount) {
        Operation.Builder hold = operation(id, amount);
        hold.operationStatus(OperationStatus.AUTHORIZATION).authorizationDate(bought);
        return hold;
    }

    private Operation.Builder posting(String id, String amount) {
        Operation.Builder posting = operation(id, amount);
        posting.operationStatus(OperationStatus.TRANSACTION).authorizationDate(bought);
        return posting;
    }

    private static Operation.Builder operation(String id, String amount) {
        Operation.Builder operation = Operation.builder();
        operation
                .operationId(id)
                .ucid(UCID.toString())
                .category(OperationCategory.CARD)
                .typeOfOperation(Direction.DEBIT)
                .accountAmount(new BigDecimal(amount));
        return operation;
    }
}
