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
 * Executes tasks at the bank. Any attempt may be a retry, after a crash or a lost answer: the card
 * stories beneath read back what is before they send anything again. Thread-safe.
 */
final class OnecTasks {

    private final Allowances allowances;
    private final Dismissals dismissals;
    private final CardDirectory directory;
    private final TimeSource time;
    private final Pauses pauses;

    OnecTasks(TBank bank, StateStore store, TimeSource time, Pauses pauses) {
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
     * @param settle the wait before reading back a request whose answer was lost; longer than the bank needs
     * @param giveUp after which a limit that was never set is not set any more: the courier has paid otherwise by then
     */
    record Pauses(Duration retry, Duration settle, Duration giveUp) {}

    TaskResult tryOnce(Intent intent) {
        OnecTask errand = intent.errand();
        try {
            return switch (errand.kind()) {
                case GRANT ->
                    grant(intent, errand.card().orElseThrow(), errand.order().orElseThrow());
                case CLOSE -> close(errand.card().orElseThrow(), errand.order().orElseThrow());
                case DISMISS -> dismiss(errand.employee().orElseThrow());
                case HOLDER ->
                    holder(errand.card().orElseThrow(), errand.employee().orElseThrow());
                case NOTICE -> TaskResult.done(errand.note().orElseThrow());
            };
        } catch (CardRefusedException e) {
            String message = String.valueOf(e.getMessage());
            return e.isRetryable() ? TaskResult.again(message, pauses.retry()) : TaskResult.refused(message);
        } catch (SdkException e) {
            return ofFailure(e);
        } catch (IllegalArgumentException e) {
            return TaskResult.refused(String.valueOf(e.getMessage()));
        }
    }

    private TaskResult grant(Intent intent, Ucid card, String order) {
        if (isTooLate(intent) && !isBegun(card, order)) {
            return TaskResult.refused("nothing happened, and now it is too late: " + intent.message());
        }
        BigDecimal sum = intent.errand().sum().orElseThrow();
        Allowance.State state = allowances.grant(new Grant(card, order, sum)).state();
        return switch (state) {
            case GRANTED -> TaskResult.done("the limit is set");
            case GRANTING ->
                TaskResult.again("the limit is being set, or a lost request may still arrive", pauses.retry());
            default -> TaskResult.unknown("the bank shows what fits both a set and an unset limit; look at the card");
        };
    }

    private TaskResult close(Ucid card, String order) {
        return allowances.close(card, order)
                ? TaskResult.done("the limit is zero")
                : TaskResult.refused("the card does not serve this order");
    }

    private TaskResult dismiss(String employee) {
        DismissalReport report = dismissals.dismiss(employee, "dismissed in 1C");
        return switch (report.state()) {
            case COMPLETE -> TaskResult.done(report.cards().size() + " card(s) are blocked");
            case OPEN ->
                TaskResult.again(report.open().size() + " card(s) are not known to be blocked yet", pauses.retry());
            case NOBODY_KNOWN ->
                TaskResult.unknown("no card of this employee is recorded; find out whether he has one");
        };
    }

    private TaskResult holder(Ucid card, String employee) {
        CardRecord unused = directory.update(card, known -> known.employee(employee));
        return TaskResult.done("noted");
    }

    /** What provably did not happen may be tried again soon; what may have happened is read back after a while. */
    private TaskResult ofFailure(SdkException failure) {
        String message = String.valueOf(failure.getMessage());
        boolean nothingHappened = failure.outcome() == Outcome.REJECTED || failure.outcome() == Outcome.NOT_SENT;
        if (!nothingHappened) {
            return TaskResult.again(message, pauses.settle());
        }
        boolean maySucceedLater = failure.failure().temporary() || failure instanceof AuthException;
        return maySucceedLater ? TaskResult.again(message, pauses.retry()) : TaskResult.refused(message);
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
