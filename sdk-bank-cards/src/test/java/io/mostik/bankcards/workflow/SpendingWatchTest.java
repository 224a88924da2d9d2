package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.bankcards.tbank.operations.OperationCategory;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingWatchTest {

    private static final Ucid UCID = Ucid.of(TBankSimulator.PLASTIC_CARD);

    private final ManualTime time = new ManualTime();
    private final Instant start = time.now();
    private final StateStore store = StateStore.inMemory(time);
    private TBankSimulator simulator;
    private TBank bank;
    private Allowances allowances;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        allowances = CardWorkflows.of(bank, store, time).allowances();
        allowances.grant(new Grant(UCID, "order-1", new BigDecimal("400")));
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenPurchasesWithinTheSum_whenWatching_thenNoneIsAStray() {
        assertThat(allowances.watch(purchase("1", "250"))).isEmpty();
        assertThat(allowances.watch(purchase("2", "150"))).isEmpty();
    }

    @Test
    void givenPurchasesAboveSum_whenRestarted_thenNamesTheLastOne() {
        allowances.watch(purchase("1", "250"));

        Optional<UnmatchedSpending> stray =
                CardWorkflows.of(bank, store, time).allowances().watch(purchase("2", "151"));

        assertThat(stray)
                .contains(new UnmatchedSpending(
                        UCID,
                        "2",
                        start.plusSeconds(60),
                        Optional.of(new BigDecimal("151")),
                        UnmatchedReason.ABOVE_SUM,
                        Optional.of("order-1")));
        assertThat(allowances.watch(purchase("1", "250"))).isEmpty();
        assertThat(allowances.check(purchase("2", "151"))).isEmpty();
    }

    @Test
    void givenHoldAndItsPosting_whenWatching_thenCountsOnce() {
        assertThat(allowances.watch(purchase("1", "250"))).isEmpty();
        assertThat(allowances.watch(purchase("1", "250.00"))).isEmpty();
        assertThat(allowances.watch(purchase("1", "255"))).isEmpty();
        assertThat(allowances.watch(purchase("2", "145"))).isEmpty();
    }

    @Test
    void givenClosedOrder_whenWatching_thenLaterPurchaseHasNoOrder() {
        time.advance(Duration.ofMinutes(30));
        allowances.close(UCID, "order-1");

        assertThat(allowances.watch(purchase("1", "250"))).isEmpty();
        assertThat(allowances.watch(at(start.plusSeconds(3600), "2").build()))
                .map(UnmatchedSpending::reason)
                .contains(UnmatchedReason.NO_ORDER);
        assertThat(allowances.watch(at(start.minusSeconds(60), "3").build()))
                .map(UnmatchedSpending::order)
                .contains(Optional.empty());
    }

    @Test
    void givenWhatIsNotSpentByCard_whenWatching_thenIsNoStray() {
        Operation.Builder late = at(start.minusSeconds(60), "1");

        assertThat(allowances.watch(
                        late.mcc("0000").category(OperationCategory.FEE).build()))
                .isEmpty();
        assertThat(allowances.watch(at(start.minusSeconds(60), "2")
                        .typeOfOperation(Direction.CREDIT)
                        .build()))
                .isEmpty();
        assertThat(allowances.watch(at(start.minusSeconds(60), "3")
                        .mcc("0000")
                        .category(OperationCategory.CASH_OUT)
                        .build()))
                .isPresent();
    }

    private Operation purchase(String id, String amount) {
        return at(start.plusSeconds(60), id)
                .accountAmount(new BigDecimal(amount))
                .build();
    }

    private static Operation.Builder at(Instant instant, String id) {
        Operation.Builder operation = Operation.builder();
        operation
                .operationId(id)
                .ucid(UCID.toString())
                .typeOfOperation(Direction.DEBIT)
                .authorizationDate(instant);
        return operation;
    }

    @Test
    void givenNoAmountWhenToldAgain_whenWatching_thenTheKnownOneStays() {
        allowances.watch(purchase("1", "250"));
        allowances.watch(at(start.plusSeconds(60), "1").build());

        assertThat(allowances.watch(purchase("2", "151")))
                .map(UnmatchedSpending::reason)
                .contains(UnmatchedReason.ABOVE_SUM);
    }

    @Test
    void givenDearForeignHold_whenWatching_thenIsJudgedWhenPosted() {
        Operation.Builder hold = foreign("100", "840", "9500");

        Optional<UnmatchedSpending> held = allowances.watch(hold.build());
        Optional<UnmatchedSpending> posted =
                allowances.watch(hold.accountAmount(new BigDecimal("9512.30")).build());

        assertThat(held).map(UnmatchedSpending::reason).contains(UnmatchedReason.AMOUNT_UNKNOWN);
        assertThat(held).map(UnmatchedSpending::order).contains(Optional.of("order-1"));
        assertThat(posted).map(UnmatchedSpending::reason).contains(UnmatchedReason.ABOVE_SUM);
    }

    @Test
    void givenCheapForeignHold_whenPosted_thenIsNoStray() {
        Operation.Builder hold = foreign("2000", "398", "350");

        Optional<UnmatchedSpending> held = allowances.watch(hold.build());
        Optional<UnmatchedSpending> posted =
                allowances.watch(hold.accountAmount(new BigDecimal("351")).build());

        assertThat(held).map(UnmatchedSpending::reason).contains(UnmatchedReason.AMOUNT_UNKNOWN);
        assertThat(posted).isEmpty();
        assertThat(allowances.watch(purchase("2", "50")))
                .map(UnmatchedSpending::reason)
                .contains(UnmatchedReason.ABOVE_SUM);
    }

    @ParameterizedTest
    @CsvSource({"643, 643", "643,", ", 643", "840, 840", ","})
    void givenCurrencyOfTheAccount_whenWatching_thenIsJudged(String purchase, String account) {
        Operation.Builder operation = at(start.plusSeconds(60), "1");
        operation.operationAmount(new BigDecimal("401"));
        operation.operationCurrencyDigitalCode(Optional.ofNullable(purchase));
        operation.accountCurrencyDigitalCode(Optional.ofNullable(account));

        assertThat(allowances.watch(operation.build()))
                .map(UnmatchedSpending::reason)
                .contains(UnmatchedReason.ABOVE_SUM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0000", "6012"})
    void givenFeeOfTheBank_whenWatching_thenIsNotSpending(String mcc) {
        Operation.Builder fee = at(start.minusSeconds(60), "1").category(OperationCategory.FEE);
        fee.accountAmount(new BigDecimal("5000")).mcc(Optional.of(mcc).filter(code -> !code.isEmpty()));

        assertThat(allowances.watch(fee.build())).isEmpty();
        assertThat(allowances.check(fee.build())).isEmpty();
    }

    private Operation.Builder foreign(String amount, String currency, String rubles) {
        Operation.Builder operation = at(start.plusSeconds(60), "1");
        operation
                .operationAmount(new BigDecimal(amount))
                .operationCurrencyDigitalCode(currency)
                .accountCurrencyDigitalCode("643")
                .rubleAmount(new BigDecimal(rubles));
        return operation;
    }
}
