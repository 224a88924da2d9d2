package io.mostik.bankcards.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Card;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.Progress;
import io.mostik.core.StateStore;
import io.mostik.core.test.ManualTime;
import io.mostik.testing.tbank.CardStatus;
import io.mostik.testing.tbank.LimitKind;
import io.mostik.testing.tbank.LimitPeriod;
import io.mostik.testing.tbank.TBankSimulator;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DismissalsTest {

    private static final long VIRTUAL = TBankSimulator.VIRTUAL_CARD;
    private static final long PLASTIC = TBankSimulator.PLASTIC_CARD;

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private final CardDirectory directory = new CardDirectory(store);
    private TBankSimulator simulator;
    private TBank bank;
    private Dismissals dismissal;

    @BeforeEach
    void start() {
        simulator = TBankSimulator.startFrozen();
        bank = SimulatedBank.client(simulator, time);
        dismissal = CardWorkflows.of(bank, store, time).dismissals();
        for (long card : new long[] {VIRTUAL, PLASTIC}) {
            simulator.limit(card, LimitKind.SPEND, new BigDecimal("5000"), LimitPeriod.MONTH);
            directory.update(Ucid.of(card), known -> known.employee("e-1"));
        }
    }

    @AfterEach
    void close() {
        bank.close();
        simulator.close();
    }

    @Test
    void givenCards_whenDismissing_thenStopsAndThenBlocksEach() {
        DismissalReport report = dismissal.dismiss("e-1", "dismissal");

        assertThat(report.isComplete()).isTrue();
        assertThat(report.cards()).allMatch(DismissalReport.Line::stopped);
        assertThat(simulator.card(VIRTUAL).status()).isEqualTo(CardStatus.BLOCKED);
        assertThat(simulator.card(VIRTUAL).blockReason()).contains("CLIENTINITIATED");
        assertThat(simulator.card(VIRTUAL).spendLimit().value()).isEqualByComparingTo("0");
        assertThat(simulator.journal().acted().get(0).path()).endsWith("set_batch");
    }

    @Test
    void givenDismissal_whenRepeated_thenBlocksNothingTwice() {
        dismissal.dismiss("e-1", "");

        DismissalReport report = dismissal.dismiss("e-1", "");

        assertThat(report.isComplete()).isTrue();
        assertThat(simulator.timesBlocked(VIRTUAL)).isEqualTo(1);
        assertThat(simulator.timesBlocked(PLASTIC)).isEqualTo(1);
    }

    @Test
    void givenUnblockableCard_whenDismissing_thenNamesItAndGoesOn() {
        simulator.faults().answer(422).times(10).on("POST", "/api/v1/card/" + VIRTUAL + "/block");

        DismissalReport report = dismissal.dismiss("e-1", "");

        assertThat(report.open()).extracting(DismissalReport.Line::ucid).containsExactly(Ucid.of(VIRTUAL));
        assertThat(report.open().get(0).problem()).isPresent();
        assertThat(report.open().get(0).stopped()).isTrue();
        assertThat(simulator.card(PLASTIC).status()).isEqualTo(CardStatus.BLOCKED);
    }

    @Test
    void givenBatchThatIsRefused_whenDismissing_thenStopsCardByCard() {
        simulator.faults().answer(422).on("PUT", "/api/v3/card/limits/set_batch");

        DismissalReport report = dismissal.dismiss("e-1", "");

        assertThat(report.cards()).allMatch(DismissalReport.Line::stopped);
        assertThat(simulator.card(PLASTIC).spendLimit().value()).isEqualByComparingTo("0");
    }

    @Test
    void givenOneLimitThatIsRefused_whenDismissing_thenBlocksAllSame() {
        simulator.refuseLimit(VIRTUAL, LimitKind.SPEND, "Нельзя");

        DismissalReport report = dismissal.dismiss("e-1", "");

        assertThat(report.isComplete()).isTrue();
        assertThat(report.cards())
                .filteredOn(line -> !line.stopped())
                .extracting(DismissalReport.Line::ucid)
                .containsExactly(Ucid.of(VIRTUAL));
    }

    @Test
    void givenLostAnswers_whenDismissing_thenCardsAreBlockedOrNamed() {
        simulator.faults().actThenDrop().times(3).on("POST", "/api/v1/card/{ucid}/block");
        simulator.faults().answer(500).times(4).on("GET", "/openapi/api/v1/card/" + PLASTIC);

        DismissalReport report = dismissal.dismiss("e-1", "");

        assertThat(report.cards()).hasSize(2);
        assertThat(report.cards())
                .allMatch(line -> line.blocked() || line.problem().isPresent());
    }

    @Test
    void givenNameOnForeignCard_whenLookingForHints_thenOnlyNamesIt() {
        directory.update(Ucid.of(PLASTIC), card -> card.employee("e-2"));

        assertThat(dismissal.hints("e-1", "irina sokol")).extracting(Card::ucid).containsExactly(Ucid.of(PLASTIC));
        assertThat(dismissal.dismiss("e-1", "").cards()).hasSize(1);
        assertThat(simulator.card(PLASTIC).status()).isEqualTo(CardStatus.NORM);
    }

    @Test
    void givenEmployeeWithoutCards_whenDismissing_thenSendsNothing() {
        assertThat(dismissal.dismiss("nobody", "").cards()).isEmpty();
        assertThat(simulator.journal().all()).isEmpty();
    }

    @Test
    void givenListener_whenDismissing_thenHearsOfAllCards() {
        List<Progress> told = new ArrayList<>();

        dismissal.progress(told::add).dismiss("e-1", "");

        Progress last = told.get(told.size() - 1);
        assertThat(last.ended()).isTrue();
        assertThat(last.done()).isEqualTo(2);
        assertThat(last.total()).hasValue(2);
    }

    @Test
    void givenReissueMeanwhile_whenDismissing_thenTakesTheNewCard() {
        Approvals approvals = CardWorkflows.of(bank, store, time).approvals();
        Approvals.Demand demand = new Approvals.Demand("manager", "seen", Duration.ofDays(1));
        String id = approvals.requestReissue(Ucid.of(VIRTUAL), demand).id();
        approvals.approve(id, "cfo");
        approvals.execute(id);
        simulator.clock().advance(Duration.ofMinutes(10));
        AtomicBoolean first = new AtomicBoolean(true);
        TBank slow = SimulatedBank.pausingBefore(
                "cards.block", () -> finish(first.getAndSet(false), approvals, id), simulator, time);

        DismissalReport report =
                CardWorkflows.of(slow, store, time).dismissals().dismiss("e-1", "");

        Ucid successor = approvals.find(id).orElseThrow().successor().orElseThrow();
        assertThat(report.cards())
                .extracting(DismissalReport.Line::ucid)
                .containsExactlyInAnyOrder(Ucid.of(VIRTUAL), Ucid.of(PLASTIC), successor);
        assertThat(simulator.card(successor.value()).status()).isEqualTo(CardStatus.BLOCKED);
        slow.close();
    }

    private static void finish(boolean now, Approvals approvals, String id) {
        if (now) {
            assertThat(approvals.execute(id).state()).isEqualTo(ChangeRequest.State.EXECUTED);
        }
    }

    @Test
    void givenNoComment_whenDismissing_thenRefusesBeforeAnything() {
        @Nullable String none = null;

        assertThatThrownBy(() -> dismissal.dismiss("e-1", none)).isInstanceOf(NullPointerException.class);

        assertThat(simulator.journal().all()).isEmpty();
        assertThat(CardWorkflows.of(bank, store, time).once().pending()).isEmpty();
    }
}
