package io.mostik.salesautopilot.workflow;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.ReadBack;
import io.mostik.core.once.Sent;
import io.mostik.core.once.Versioned;
import io.mostik.core.once.WriteState;
import io.mostik.salesautopilot.SalesAutopilot;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.orders.OrderRef;
import io.mostik.salesautopilot.usage.CostMeter;
import io.mostik.salesautopilot.workflow.MarketingRefusedException.Reason;
import java.time.Duration;
import java.util.Optional;

/**
 * Marks a covered order paid, as soon as it is in the list. The use of the form is a once-only write of its own, so this can
 * be tried as often as needed. An order that has not come is asked for less and less often, and given up in the end.
 */
final class LedgerSteps implements OnceSteps<LedgerEntry, Void, RecordId> {

    /** How long an order is waited for: its sources repeat for days at most. */
    static final Duration PATIENCE = Duration.ofDays(60);

    /** Refunded at this moment, or the process that planned it died before it stored why: the next reading decides. */
    private static final Duration PAUSE_WHERE_NOT_COVERED = Duration.ofDays(1);

    private static final Duration LONGEST_PAUSE = Duration.ofDays(14);
    private static final Duration LONGEST_OUTAGE_PAUSE = Duration.ofHours(6);

    private final SalesAutopilot sales;
    private final MarketingWrites writes;

    LedgerSteps(SalesAutopilot sales, MarketingWrites writes) {
        this.sales = sales;
        this.writes = writes;
    }

    @Override
    public Sent<RecordId> send(LedgerEntry entry, Optional<Void> before) {
        LedgerOrder order = writes.ledger()
                .find(entry.id())
                .map(Versioned::value)
                .filter(LedgerOrder::isCovered)
                .orElseThrow(() ->
                        Failures.waiting(new MarketingRefusedException(Reason.NOT_COVERED), PAUSE_WHERE_NOT_COVERED));
        Duration age = Duration.between(order.coveredAt().orElseThrow(), writes.now());
        try {
            return Sent.result(CostMeter.during("ledger", () -> mark(entry, order)));
        } catch (MarketingRefusedException refused) {
            boolean isHopeless = refused.reason() == Reason.REFUNDED || refused.reason() == Reason.SEVERAL_ORDERS;
            throw isHopeless || isOver(age)
                    ? givenUp(entry, refused)
                    : waiting(entry, refused, shorter(age.multipliedBy(2), LONGEST_PAUSE));
        } catch (SdkException e) {
            throw isOver(age) ? givenUp(entry, e) : Failures.temporary(e, shorter(age, LONGEST_OUTAGE_PAUSE));
        } catch (IllegalArgumentException e) { // a number that the vendor cannot be asked for
            throw givenUp(entry, e);
        }
    }

    private RecordId mark(LedgerEntry entry, LedgerOrder order) {
        OrderWorkflow orders = new OrderWorkflow(sales, writes, entry.list());
        Sum sum = order.sum();
        OnceResult<RecordId> marked = orders.markPaid(
                order.form(), OrderRef.shopOrder(entry.order()), sum.paidOn().orElseThrow(), sum.columns());
        if (marked instanceof OnceResult.Done<RecordId> done) {
            RecordId record = done.result().orElseThrow();
            Failures.refuseIf(done.how() == OnceResult.How.SENT && !isNoted(entry, record), Reason.BUSY);
            return record;
        }
        boolean isDuplicated = marked instanceof OnceResult.Unknown<RecordId> unknown && unknown.duplicated();
        throw new MarketingRefusedException(isDuplicated ? Reason.DUPLICATED : Reason.BUSY);
    }

    /** If the store failed right after the vendor acted, somebody has to ask again, or the write stays open forever. */
    private boolean isNoted(LedgerEntry entry, RecordId order) {
        return writes.paid().state(OrderPayment.id(entry.list(), order)) == WriteState.DONE;
    }

    @Override
    public ReadBack<RecordId> readBack(LedgerEntry entry, Optional<Void> before) {
        return ReadBack.notApplied();
    }

    /** No failure settles it; whether the order was marked is known to the write beneath. */
    @Override
    public Outcome outcomeOf(RuntimeException failure) {
        return Outcome.NOT_SENT;
    }

    private SdkException waiting(LedgerEntry entry, MarketingRefusedException refused, Duration pause) {
        note(entry, Optional.of(refused.reason()));
        return Failures.waiting(refused, pause);
    }

    /** What does not pass by itself becomes a dead letter, and a person is told. */
    private SdkException givenUp(LedgerEntry entry, RuntimeException failure) {
        Optional<Reason> reason = failure instanceof MarketingRefusedException refused
                ? Optional.of(refused.reason())
                : Optional.of(Reason.NO_ANSWER);
        note(entry, reason);
        writes.ledger()
                .find(entry.id())
                .map(Versioned::value)
                .ifPresent(order -> writes.tell(listener -> listener.deadLetter(PaymentLedger.balance(
                        entry.order(), order, Optional.of(new OnceResult.Refused<>("given up"))))));
        return Failures.lasting(failure);
    }

    private void note(LedgerEntry entry, Optional<Reason> reason) {
        if (writes.ledger().find(entry.id()).isPresent()) {
            Versioned<LedgerOrder> unused = writes.ledger()
                    .update(entry.id(), known -> known.orElseThrow().withReason(reason));
        }
    }

    private static boolean isOver(Duration age) {
        return age.compareTo(PATIENCE) >= 0;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
