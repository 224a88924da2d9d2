package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.core.StateStore;
import io.mostik.core.once.Records;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens after a dismissal: looks on later days, and somebody who comes back. */
class DismissalRecheckTest {

    private static final long CARD = TBankSimulator.PLASTIC_CARD;
    private static final String BLOCK = "/api/v1/card/{ucid}/block";

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
        simulator.limit(CARD, LimitKind.SPEND, new BigDecimal("5000"), LimitPeriod.MONTH);
        give(CARD, "e-1");
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenDismissal_whenDaysPass_thenLooksThreeTimes() {
        cards.dismissals().dismiss("e-1", "");

        assertThat(recheckAfterDays(0)).isEmpty();
        assertThat(recheckAfterDays(1)).hasSize(1);
        assertThat(recheckAfterDays(1)).isEmpty();
        assertThat(recheckAfterDays(5)).hasSize(1);
        assertThat(recheckAfterDays(23)).hasSize(1);
        assertThat(recheckAfterDays(300)).isEmpty();
    }

    @Test
    void givenCardRecordedAfterwards_whenDue_thenBlocksIt() {
        cards.dismissals().dismiss("e-1", "");
        long late = simulator.addPlastic(TBankSimulator.ACCOUNT, "PYOTR ORLOV");
        give(late, "e-1");

        List<DismissalReport> reports = recheckAfterDays(1);

        assertThat(reports).singleElement().matches(DismissalReport::isComplete);
        assertThat(simulator.card(late).status()).isEqualTo(CardStatus.BLOCKED);
    }

    @Test
    void givenCardOfSameNameAfterwards_whenDue_thenOnlyNamesIt() {
        cards.dismissals().dismiss("e-1", "");
        long late = simulator.addPlastic(TBankSimulator.ACCOUNT, "IRINA SOKOL");
        give(simulator.addPlastic(TBankSimulator.ACCOUNT, "IRINA SOKOL"), "e-2");

        List<DismissalReport> reports = recheckAfterDays(7);

        assertThat(reports.get(0).sameName()).extracting(Card::ucid).containsExactly(Ucid.of(late));
        assertThat(simulator.card(late).status()).isEqualTo(CardStatus.NORM);
    }

    @Test
    void givenNobodyKnownYet_whenRecordedLater_thenIsBlockedWhenDue() {
        cards.dismissals().dismiss("e-9", "");
        long late = simulator.addPlastic(TBankSimulator.ACCOUNT, "PYOTR ORLOV");
        give(late, "e-9");

        assertThat(recheckAfterDays(1)).singleElement().matches(DismissalReport::isComplete);
    }

    @Test
    void givenOpenDismissal_whenHourPassed_thenIsTriedAgain() {
        simulator.faults().answer(500).times(100).on("POST", BLOCK);
        cards.dismissals().dismiss("e-1", "");
        assertThat(recheckAfterDays(1)).noneMatch(DismissalReport::isComplete);
        simulator.faults().off();

        time.advance(Duration.ofHours(1));

        assertThat(cards.dismissals().recheckDue())
                .allMatch(DismissalReport::isComplete)
                .hasSize(1);
    }

    @Test
    void givenOneThatFails_whenDue_thenOthersAreLookedAt() {
        long other = simulator.addPlastic(TBankSimulator.ACCOUNT, "PYOTR ORLOV");
        give(other, "e-2");
        cards.dismissals().dismiss("e-1", "");
        cards.dismissals().dismiss("e-2", "");
        Records.of(store, "cards/of-employee/", String.class).put("e-1", "damaged");

        List<DismissalReport> reports = recheckAfterDays(1);

        assertThat(reports).extracting(DismissalReport::employee).containsExactly("e-2");
    }

    @Test
    void givenDamagedRecordOfOneCard_whenDismissed_thenOthersAreBlocked() {
        give(TBankSimulator.VIRTUAL_CARD, "e-1");
        Records.of(store, "cards/owner/", String.class).put(Long.toString(CARD), "damaged");

        DismissalReport report = cards.dismissals().dismiss("e-1", "");

        assertThat(report.cards()).hasSize(2);
        assertThat(simulator.card(TBankSimulator.VIRTUAL_CARD).status()).isEqualTo(CardStatus.BLOCKED);
        assertThat(simulator.card(CARD).status()).isEqualTo(CardStatus.BLOCKED);
    }

    @Test
    void givenZeroLimitOnly_whenRehired_thenCardHasMoneyAgain() {
        simulator.faults().answer(422).times(100).on("POST", BLOCK);
        cards.dismissals().dismiss("e-1", "");
        simulator.faults().off();

        RehireReport report = cards.dismissals().rehire("e-1", NewLimit.daily(new BigDecimal("700")));

        assertThat(report.cards()).singleElement().matches(RehireReport.Line::usable);
        assertThat(simulator.card(CARD).spendLimit().value()).isEqualByComparingTo("700");
        assertThat(cards.once().pending()).isEmpty();
        assertThat(recheckAfterDays(30)).isEmpty();
        Grant grant = new Grant(Ucid.of(CARD), "order-1", BigDecimal.TEN);
        assertThat(cards.allowances().grant(grant).state()).isEqualTo(Allowance.State.GRANTED);
    }

    @Test
    void givenBlockedCard_whenRehired_thenStaysBlocked() {
        cards.dismissals().dismiss("e-1", "");

        RehireReport report = cards.dismissals().rehire("e-1");

        assertThat(report.cards()).singleElement().matches(line -> !line.usable());
        assertThat(recheckAfterDays(30)).isEmpty();
        assertThat(simulator.card(CARD).status()).isEqualTo(CardStatus.BLOCKED);
    }

    @Test
    void givenNobodyKnown_whenRehired_thenRefusesByReason() {
        CardRefusedException refusal = catchThrowableOfType(
                CardRefusedException.class, () -> cards.dismissals().rehire("e-9"));

        assertThat(refusal.reason()).isEqualTo(CardRefusedException.Reason.NOBODY_KNOWN);
        assertThat(refusal.isRetryable()).isFalse();
    }

    @Test
    void givenOneTimeLimit_whenRehired_thenIsRefused() {
        assertThatThrownBy(() -> cards.dismissals().rehire("e-1", NewLimit.once(BigDecimal.TEN)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("limit");
        assertThat(simulator.journal().all()).isEmpty();
    }

    private List<DismissalReport> recheckAfterDays(int days) {
        time.advance(Duration.ofDays(days));
        return cards.dismissals().recheckDue();
    }

    private void give(long card, String employee) {
        CardRecord unused = cards.directory().update(Ucid.of(card), known -> known.employee(employee));
    }
}
