package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.TBankSimulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under which keys an employee is found, and what is said when he is not. */
class DismissalKeysTest {

    private static final long CARD = TBankSimulator.PLASTIC_CARD;
    private static final String GUID = "5f0b2c1e-3d4a-11ee-9c1d-0050569a0001";

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5F0B2C1E-3D4A-11EE-9C1D-0050569A0001",
                " 5f0b2c1e-3d4a-11ee-9c1d-0050569a0001\t",
                "{5f0b2c1e-3D4A-11ee-9c1d-0050569a0001}",
                "\u00a05f0b2c1e-3d4a-11ee-9c1d-0050569a0001\u200b"
            })
    void givenGuidInOtherSpelling_whenDismissed_thenBlocks(String spelling) {
        give(spelling);

        DismissalReport report = cards.dismissals().dismiss(GUID, "");

        assertThat(report.isComplete()).isTrue();
        assertThat(report.employee()).isEqualTo(GUID);
        assertThat(simulator.card(CARD).status()).isEqualTo(CardStatus.BLOCKED);
    }

    @Test
    void givenBlanksAroundNumber_whenDismissed_thenBlocks() {
        give("E-17");

        assertThat(cards.dismissals().dismiss(" E-17\u00a0", "").isComplete()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"E-17,e-17", "E-17,E17", "E-17,E-0017", "K-01,\u041a-01", "TO-10,to-l0"})
    void givenLookAlike_whenDismissed_thenOffersItOnly(String recorded, String asked) {
        give(recorded);

        DismissalReport report = cards.dismissals().dismiss(asked, "");

        assertThat(report.state()).isEqualTo(DismissalReport.State.NOBODY_KNOWN);
        assertThat(report.similar()).containsExactly(recorded);
        assertThat(simulator.card(CARD).status()).isEqualTo(CardStatus.NORM);
    }

    @Test
    void givenNobodyKnown_whenDismissed_thenIsNeverComplete() {
        give("E-17");

        DismissalReport report = cards.dismissals().dismiss("E-18", "");

        assertThat(report.isComplete()).isFalse();
        assertThat(report.open()).isEmpty();
        assertThat(report.similar()).isEmpty();
        assertThat(report).asString().doesNotContain("E-18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u00a0", "\u200b", "00000000-0000-0000-0000-000000000000"})
    void givenNoKey_whenUsed_thenIsRefused(String key) {
        assertThatThrownBy(() -> cards.dismissals().dismiss(key, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("employee");
        assertThatThrownBy(() -> cards.dismissals().rehire(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> give(key)).isInstanceOf(IllegalArgumentException.class);
        assertThat(simulator.journal().all()).isEmpty();
    }

    @Test
    void givenCardTakenBack_whenDismissed_thenIsNotHis() {
        give("E-17");
        cards.directory().update(Ucid.of(CARD), CardRecord::withoutEmployee);

        assertThat(cards.dismissals().dismiss("E-17", "").state()).isEqualTo(DismissalReport.State.NOBODY_KNOWN);
    }

    private void give(String employee) {
        CardRecord unused = cards.directory().update(Ucid.of(CARD), card -> card.employee(employee));
    }
}
