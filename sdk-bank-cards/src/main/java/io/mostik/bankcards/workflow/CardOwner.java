package io.mostik.bankcards.workflow;

import static io.mostik.bankcards.workflow.CardRefusedException.refuseIf;

import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.CardLimit;
import io.mostik.bankcards.tbank.limits.LimitPeriod;
import io.mostik.bankcards.workflow.Allowance.State;
import io.mostik.bankcards.workflow.CardRefusedException.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who may change a card: the one record by which orders, changes and a dismissal know of each other. It changes in the
 * same commit as each of their write records, so that of two that want the card at once one is refused. Immutable.
 *
 * @param orders the orders of the card; of closed ones the latest, the others lie in {@link CardOwners#past}
 * @param changes the changes under way, and those of the last {@link CardOwners#KEEP} that set a one-time limit
 * @param dismissedAt when the holder was dismissed
 * @param successor the card that replaced it
 * @param limit the one-time limit that was set last for the open orders; empty if it is not known
 */
record CardOwner(
        List<Allowance> orders,
        List<CardChange> changes,
        Optional<Instant> dismissedAt,
        Optional<Ucid> successor,
        Optional<BigDecimal> limit) {

    static final CardOwner NOBODY =
            new CardOwner(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    CardOwner {
        orders = List.copyOf(orders);
        changes = List.copyOf(changes);
    }

    Optional<Allowance> order(String order) {
        return orders.stream().filter(one -> one.order().equals(order)).findFirst();
    }

    Optional<Allowance> latest() {
        return orders.isEmpty() ? Optional.empty() : Optional.of(orders.get(orders.size() - 1));
    }

    Optional<CardChange> change(String id) {
        return changes.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Refuses what is new to a card whose holder has left, or that was replaced. */
    void requireUsable() {
        refuseIf(dismissedAt.isPresent(), Reason.DISMISSED);
        successor.ifPresent(card -> {
            throw new CardReplacedException(card);
        });
    }

    /** Refuses while a change is under way, other than the given one. */
    void requireNoChange(String exceptId) {
        refuseIf(changes.stream().anyMatch(one -> one.underWay() && !one.id().equals(exceptId)), Reason.BUSY);
    }

    /** Refuses while an order is open, unless it is in a given state. */
    void requireNoOrder(Predicate<Allowance> allowed) {
        refuseIf(orders.stream().filter(Allowance::isOpen).anyMatch(allowed.negate()), Reason.BUSY);
    }

    /** Refuses while the bank is at an order, other than the given one. */
    void requireSettled(String exceptOrder) {
        refuseIf(others(exceptOrder).anyMatch(one -> !one.isSettled()), Reason.BUSY);
    }

    boolean isSettled() {
        return orders.stream().allMatch(Allowance::isSettled);
    }

    /** Returns the sum of the open orders. */
    BigDecimal openTotal() {
        return total(orders.stream());
    }

    /** Returns the sum of the open orders, one left out. */
    BigDecimal openBeside(String order) {
        return total(others(order));
    }

    boolean servesBeside(String order) {
        return others(order).anyMatch(Allowance::isOpen);
    }

    /**
     * Returns whether a limit at the bank is the one that was set for the open orders; where that is not known, whether it
     * leaves no more than they come to.
     */
    boolean explains(CardLimit now) {
        boolean isOurs = limit.map(known -> known.compareTo(now.limitValue()) == 0)
                .orElseGet(() -> now.limitRemain().compareTo(openTotal()) <= 0);
        return isOurs && now.limitPeriod().equals(LimitPeriod.IRREGULAR);
    }

    CardOwner limit(BigDecimal next) {
        return withLimit(Optional.of(next));
    }

    CardOwner withLimit(Optional<BigDecimal> next) {
        return new CardOwner(orders, changes, dismissedAt, successor, next);
    }

    private static BigDecimal total(Stream<Allowance> some) {
        return some.filter(Allowance::isOpen).map(Allowance::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns this with an order that begins: closed ones make room, and one-time limits of changes end. */
    CardOwner beginning(Allowance order) {
        List<Allowance> open = orders.stream().filter(Allowance::isOpen).toList();
        return withOrders(open).with(order).endingLimits(order.since());
    }

    /** Returns this with an order in the place of what is known of it. */
    CardOwner with(Allowance order) {
        return withOrders(Stream.concat(others(order.order()), Stream.of(order)).toList());
    }

    CardOwner without(String order) {
        return withOrders(others(order).toList());
    }

    /** Returns this with a change that begins; what it does not need any more is dropped. */
    CardOwner beginning(CardChange change) {
        Instant old = change.since().minus(CardOwners.KEEP);
        Predicate<CardChange> isOld = one -> one.until().filter(old::isAfter).isPresent();
        List<CardChange> next = new ArrayList<>(endingLimits(change.since()).changes.stream()
                .filter(one -> !one.id().equals(change.id()) && !isOld.test(one))
                .toList());
        next.add(change);
        return withChanges(next);
    }

    /** Returns this with a change that is done: it is kept if it set a one-time limit. */
    CardOwner done(String change) {
        return withChanges(changes.stream()
                .filter(one -> !one.id().equals(change) || one.sum().isPresent())
                .map(one -> one.id().equals(change) ? one.done() : one)
                .toList());
    }

    CardOwner withoutChange(String change) {
        return withChanges(
                changes.stream().filter(one -> !one.id().equals(change)).toList());
    }

    CardOwner dismissed(Instant at) {
        return new CardOwner(orders, changes, dismissedAt.or(() -> Optional.of(at)), successor, limit);
    }

    /** Returns this of a holder who has come back. */
    CardOwner rehired() {
        return new CardOwner(orders, changes, Optional.empty(), successor, limit);
    }

    /** Returns this without its orders: they end here, and go on with the card that replaced this one. */
    CardOwner replacedBy(Ucid card, String change, Instant at) {
        List<Allowance> ended = orders.stream()
                .map(one -> one.isOpen() ? one.ending(State.CLOSED, at) : one)
                .toList();
        return withOrders(ended).withoutChange(change).endingLimits(at).withSuccessor(card);
    }

    /** Returns this, of a new card, with the orders of the card that it replaces. */
    CardOwner replacing(CardOwner old, Ucid card, String change) {
        CardOwner next = withoutChange(change);
        for (Allowance order : old.orders) {
            next = order.isOpen() && order(order.order()).isEmpty() ? next.with(order.on(card)) : next;
        }
        CardOwner moved = next.withLimit(Optional.empty());
        return old.dismissedAt.map(moved::dismissed).orElse(moved);
    }

    private Stream<Allowance> others(String order) {
        return orders.stream().filter(one -> !one.order().equals(order));
    }

    private CardOwner endingLimits(Instant at) {
        return withChanges(changes.stream()
                .map(one -> one.underWay() ? one : one.until(at))
                .toList());
    }

    private CardOwner withOrders(List<Allowance> next) {
        return new CardOwner(next, changes, dismissedAt, successor, limit);
    }

    private CardOwner withChanges(List<CardChange> next) {
        return new CardOwner(orders, next, dismissedAt, successor, limit);
    }

    private CardOwner withSuccessor(Ucid card) {
        return new CardOwner(orders, changes, dismissedAt, Optional.of(card), limit);
    }
}
