package io.mostik.examples.onec;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.workflow.Allowance;
import io.mostik.bankcards.workflow.Allowances;
import io.mostik.bankcards.workflow.CardDirectory;
import io.mostik.bankcards.workflow.CardRecord;
import io.mostik.bankcards.workflow.CardRefusedException;
import io.mostik.bankcards.workflow.CardWorkflows;
import io.mostik.bankcards.workflow.DismissalReport;
import io.mostik.bankcards.workflow.Dismissals;
import io.mostik.bankcards.workflow.Grant;
import io.mostik.core.AuthException;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Tries errands at the bank. Any try may be the second one of its intent, after a crash or a lost answer: the card
 * stories beneath read back what is before they send anything again. Thread-safe.
 */
final class Errands {

    private final Allowances allowances;
    private final Dismissals dismissals;
    private final CardDirectory directory;
    private final TimeSource time;
    private final Pauses pauses;

    Errands(TBank bank, StateStore store, TimeSource time, Pauses pauses) {
        CardWorkflows cards = CardWorkflows.of(bank, store, time);
        this.allowances = cards.allowances();
        this.directory = cards.directory();
        this.dismissals = cards.dismissals();
        this.time = time;
        this.pauses = pauses;
    }

    /**
     * How long things may take.
     *
     * @param retry before something is tried again that provably did not happen
     * @param settle before the bank is asked what became of a request whose answer was lost; longer than the bank needs
     * @param giveUp after which a limit that was never set is not set any more: the courier has paid otherwise by then
     */
    record Pauses(Duration retry, Duration settle, Duration giveUp) {}

    Verdict tryOnce(Intent intent) {
        Errand errand = intent.errand();
        try {
            return switch (errand.kind()) {
                case GRANT ->
                    grant(intent, errand.card().orElseThrow(), errand.order().orElseThrow());
                case CLOSE -> close(errand.card().orElseThrow(), errand.order().orElseThrow());
                case DISMISS -> dismiss(errand.employee().orElseThrow());
                case HOLDER ->
                    holder(errand.card().orElseThrow(), errand.employee().orElseThrow());
                case NOTICE -> Verdict.done(errand.note().orElseThrow());
            };
        } catch (CardRefusedException e) {
            String message = String.valueOf(e.getMessage());
            return e.isRetryable() ? Verdict.again(message, pauses.retry()) : Verdict.refused(message);
        } catch (SdkException e) {
            return ofFailure(e);
        } catch (IllegalArgumentException e) {
            return Verdict.refused(String.valueOf(e.getMessage()));
        }
    }

    private Verdict grant(Intent intent, Ucid card, String order) {
        if (isTooLate(intent) && !isBegun(card, order)) {
            return Verdict.refused("nothing happened, and now it is too late: " + intent.message());
        }
        BigDecimal sum = intent.errand().sum().orElseThrow();
        Allowance.State state = allowances.grant(new Grant(card, order, sum)).state();
        return switch (state) {
            case GRANTED -> Verdict.done("the limit is set");
            case GRANTING ->
                Verdict.again("the limit is being set, or a lost request may still arrive", pauses.retry());
            default -> Verdict.unsure("the bank shows what fits both a set and an unset limit; look at the card");
        };
    }

    private Verdict close(Ucid card, String order) {
        return allowances.close(card, order)
                ? Verdict.done("the limit is zero")
                : Verdict.refused("the card does not serve this order");
    }

    private Verdict dismiss(String employee) {
        DismissalReport report = dismissals.dismiss(employee, "dismissed in 1C");
        if (!report.isComplete()) {
            return Verdict.again(report.open().size() + " card(s) are not known to be blocked yet", pauses.retry());
        }
        return Verdict.done(
                report.cards().isEmpty()
                        ? "nobody has noted a card of this employee"
                        : report.cards().size() + " card(s) are blocked");
    }

    private Verdict holder(Ucid card, String employee) {
        CardRecord unused = directory.update(card, known -> known.employee(employee));
        return Verdict.done("noted");
    }

    /** What provably did not happen may be tried again soon; what may have happened is read back after a while. */
    private Verdict ofFailure(SdkException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean nothingHappened = failure.outcome() == Outcome.REJECTED || failure.outcome() == Outcome.NOT_SENT;
        if (!nothingHappened) {
            return Verdict.again(message, pauses.settle());
        }
        boolean maySucceedLater = failure.failure().temporary() || failure instanceof AuthException;
        return maySucceedLater ? Verdict.again(message, pauses.retry()) : Verdict.refused(message);
    }

    private boolean isTooLate(Intent intent) {
        return intent.since().plus(pauses.giveUp()).isBefore(time.now());
    }

    private boolean isBegun(Ucid card, String order) {
        return allowances
                .find(card)
                .filter(known -> known.order().equals(order))
                .isPresent();
    }
}
