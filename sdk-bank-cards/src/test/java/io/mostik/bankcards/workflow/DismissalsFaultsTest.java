package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankCard;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks, no card is left unblocked without being named: by the books of the bank. */
class DismissalsFaultsTest {

    private static final long[] CARDS = {TBankSimulator.VIRTUAL_CARD, TBankSimulator.PLASTIC_CARD};

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final CardDirectory directory = new CardDirectory(store);
    private TBankSimulator simulator;
    private TBank bank;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        for (long card : CARDS) {
            simulator.limit(card, LimitKind.SPEND, new BigDecimal("5000"), LimitPeriod.MONTH);
            directory.update(Ucid.of(card), known -> known.employee("e-1"));
        }
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    static Stream<FaultRun> runs() {
        return FaultRun.on(
                "PUT /api/v3/card/limits/set_batch",
                "POST /api/v1/card/{ucid}/block",
                "POST /api/v1/card/" + TBankSimulator.PLASTIC_CARD + "/block",
                "GET /openapi/api/v1/card/{ucid}");
    }

    @ParameterizedTest
    @MethodSource("runs")
    void givenFault_whenDismissingTwice_thenEveryCardIsStopped(FaultRun run) {
        run.arm(simulator.faults());
        DismissalReport first = CardWorkflows.of(SimulatedBank.impatient(bank), store, time)
                .dismissals()
                .dismiss("e-1", "");
        assertThat(first.cards()).hasSize(CARDS.length).allSatisfy(this::isAsTheBankSays);
        assertThat(first.open()).allMatch(line -> line.problem().isPresent());
        simulator.faults().off();

        DismissalReport second =
                CardWorkflows.of(bank, store, time).dismissals().dismiss("e-1", "");

        assertThat(second.isComplete()).isTrue();
        assertThat(second.cards()).allMatch(DismissalReport.Line::stopped).allSatisfy(this::isAsTheBankSays);
    }

    private void isAsTheBankSays(DismissalReport.Line line) {
        TBankCard card = simulator.card(line.ucid().value());
        if (line.blocked()) {
            assertThat(card.status()).isEqualTo(CardStatus.BLOCKED);
        }
        if (line.stopped()) {
            assertThat(card.spendLimit().value()).isEqualByComparingTo("0");
        }
    }
}
