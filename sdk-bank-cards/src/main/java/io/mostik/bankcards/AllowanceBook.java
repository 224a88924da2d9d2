package io.mostik.bankcards;

import io.mostik.bankcards.Allowance.State;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What is remembered of allowances: the latest of each card, the past ones, and to which card each order was granted.
 * Every step is written only over the version that was read, so that of two nodes one goes on. Thread-safe.
 */
final class AllowanceBook {

    /** Longer than a call to the bank can last: what was begun before that has no process any more. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private static final Duration KEEP_PAST = Duration.ofDays(60);
    private static final Duration KEEP_ORDERS = Duration.ofDays(400);

    private final Records<Allowance> current;
    private final Records<Allowance> past;
    private final Records<OrderClaim> orders;
    private final TimeSource time;

    AllowanceBook(StateStore store, TimeSource time) {
        this.time = Objects.requireNonNull(time, "time");
        this.current = new Records<>(store, "cards/allowance/", Allowance.class);
        this.past = new Records<>(store, "cards/past-allowance/", Allowance.class);
        this.orders = new Records<>(store, "cards/order/", OrderClaim.class);
    }

    Optional<Records.Kept<Allowance>> find(Ucid ucid) {
        return current.find(ucid.toString());
    }

    /** Takes the card for a grant that is about to be sent. */
    Records.Kept<Allowance> begin(Allowance begun, long version) {
        refuseIfTaken(begun);
        return current.replace(begun.ucid().toString(), begun, version);
    }

    /** Takes the order for the card that was taken, or gives the card back if another card has the order. */
    void claim(Allowance begun) {
        OrderClaim claim = new OrderClaim(begun.ucid(), begun.sum());
        boolean isOurs = orders.add(begun.order(), claim, KEEP_ORDERS)
                || orders.find(begun.order())
                        .filter(kept -> kept.value().ucid().equals(begun.ucid()))
                        .isPresent();
        if (!isOurs) {
            current.remove(begun.ucid().toString());
            throw new IllegalStateException("the order was granted to another card");
        }
    }

    /** Forgets a grant that did not happen: the order first, for the card blocks others as long as it is taken. */
    void release(Allowance begun) {
        orders.remove(begun.order());
        current.remove(begun.ucid().toString());
    }

    /** Writes the next state of an allowance. */
    Records.Kept<Allowance> move(Records.Kept<Allowance> kept, Allowance next) {
        return next.equals(kept.value()) ? kept : current.replace(next.ucid().toString(), next, kept.version());
    }

    /** Closes an allowance: in the past first, so that its end is not lost if this process ends here. */
    void close(Records.Kept<Allowance> closing) {
        Allowance closed = closing.value().in(State.CLOSED, Optional.of(time.now()));
        boolean unusedAgain = past.add(pastKey(closed), closed, KEEP_PAST);
        move(closing, closed);
    }

    /** Returns the allowance of a card at a time. */
    Optional<Allowance> covering(Ucid ucid, Instant at) {
        return find(ucid)
                .map(Records.Kept::value)
                .filter(allowance -> allowance.covers(at))
                .or(() -> past.all(ucid + "/").stream()
                        .filter(allowance -> allowance.covers(at))
                        .findFirst());
    }

    /** Returns whether another thread or node may be asking the bank at this moment. */
    boolean isUnderWay(Allowance allowance) {
        Optional<Instant> begun = allowance.state() == State.GRANTING
                ? Optional.of(allowance.since())
                : allowance.until().filter(end -> allowance.state() == State.CLOSING);
        return begun.filter(start -> start.plus(ABANDONED).isAfter(time.now())).isPresent();
    }

    /** Returns whether so much time has gone since a grant was begun that it should not be sent in company any more. */
    boolean isGettingOld(Allowance begun) {
        return begun.since().plus(ABANDONED.dividedBy(2)).isBefore(time.now());
    }

    private void refuseIfTaken(Allowance begun) {
        orders.find(begun.order()).map(Records.Kept::value).ifPresent(claim -> {
            boolean sameCard = claim.ucid().equals(begun.ucid());
            throw new IllegalStateException(sameCard ? "the order is closed" : "the order was granted to another card");
        });
    }

    private static String pastKey(Allowance allowance) {
        return allowance.ucid() + "/" + allowance.since().toEpochMilli();
    }
}
