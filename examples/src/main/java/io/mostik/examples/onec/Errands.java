package io.mostik.examples.onec;

import io.mostik.bankcards.Allowance;
import io.mostik.bankcards.CardDirectory;
import io.mostik.bankcards.CardRecord;
import io.mostik.bankcards.CourierAllowance;
import io.mostik.bankcards.Dismissal;
import io.mostik.bankcards.DismissalReport;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.Ucid;
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

    private final CourierAllowance allowances;
    private final Dismissal dismissal;
    private final CardDirectory directory;
    private final TimeSource time;
    private final Pauses pauses;

    Errands(TBank bank, StateStore store, TimeSource time, Pauses pauses) {
        this.allowances = new CourierAllowance(bank, store, time);
        this.directory = new CardDirectory(store);
        this.dismissal = new Dismissal(bank, directory);
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
        try {
            Allowance allowance = allowances.grant(new CourierAllowance.Grant(card, order, sum));
            return allowance.state() == Allowance.State.GRANTED
                    ? Verdict.done("the limit is set")
                    : Verdict.unsure("the bank shows what fits both a set and an unset limit; look at the card");
        } catch (IllegalStateException e) {
            return isBeingGranted(card, order)
                    ? Verdict.again("begun by a program that is no more; read back soon", pauses.retry())
                    : Verdict.refused(String.valueOf(e.getMessage()));
        }
    }

    private Verdict close(Ucid card, String order) {
        if (isBeingGranted(card, order)) {
            return Verdict.again("the limit is being set at this moment", pauses.retry());
        }
        return allowances.close(card, order)
                ? Verdict.done("the limit is zero")
                : Verdict.refused("the card does not serve this order");
    }

    private Verdict dismiss(String employee) {
        DismissalReport report = dismissal.dismiss(employee, "dismissed in 1C");
        if (!report.isComplete()) {
            return Verdict.again(report.open().size() + " card(s) are not known to be blocked yet", pauses.retry());
        }
        return Verdict.done(
                report.cards().isEmpty()
                        ? "nobody has noted a card of this employee"
                        : report.cards().size() + " card(s) are blocked");
    }

    private Verdict holder(Ucid card, String employee) {
        directory.record(directory.find(card).orElse(CardRecord.of(card)).employee(employee));
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

    private boolean isBeingGranted(Ucid card, String order) {
        return allowances
                .find(card)
                .filter(known -> known.order().equals(order) && known.state() == Allowance.State.GRANTING)
                .isPresent();
    }
}
