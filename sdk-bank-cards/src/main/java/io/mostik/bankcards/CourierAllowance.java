package io.mostik.bankcards;

import io.mostik.bankcards.tbank.TBank;
import io.mostik.bankcards.tbank.cards.ReadBack;
import io.mostik.bankcards.tbank.cards.Ucid;
import io.mostik.bankcards.tbank.limits.NewLimit;
import io.mostik.bankcards.tbank.operations.Direction;
import io.mostik.bankcards.tbank.operations.Operation;
import io.mostik.core.Bulk;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Gives a courier the money of one order: the one-time limit of his card becomes the sum of the order, and zero when the
 * order is closed or cancelled. No allowance is granted twice, whatever breaks and however often it is asked for: what
 * was asked of the bank is remembered first, and read back before it is asked again. A card serves one order at a time.
 * Thread-safe, on several nodes with one store too.
 */
public final class CourierAllowance {

    /** Longer than a call to the bank can last: a grant older than this has no process any more. */
    private static final Duration ABANDONED = Duration.ofMinutes(2);

    private static final Duration KEEP = Duration.ofDays(60);

    private final TBank bank;
    private final TimeSource time;
    private final Records<Allowance> current;
    private final Records<Allowance> past;

    /**
     * Creates the story.
     *
     * @param store where allowances are remembered; shared by all nodes
     */
    public CourierAllowance(TBank bank, StateStore store, TimeSource time) {
        this.bank = Objects.requireNonNull(bank, "bank");
        this.time = Objects.requireNonNull(time, "time");
        this.current = new Records<>(store, "cards/allowance/", Allowance.class);
        this.past = new Records<>(store, "cards/past-allowance/", Allowance.class);
    }

    /**
     * What to grant.
     *
     * @param ucid the card
     * @param order the order
     * @param sum what it costs
     */
    public record Grant(Ucid ucid, String order, BigDecimal sum) {

        /** Refuses what cannot be a limit. */
        public Grant {
            Objects.requireNonNull(ucid, "ucid");
            Objects.requireNonNull(order, "order");
            NewLimit unused = NewLimit.once(sum);
        }
    }

    /**
     * Grants the sum of an order. Asking again for the same order grants nothing more.
     *
     * @return the allowance: {@code GRANTED}, or {@code UNSURE} if what the bank shows fits both a lost and a received
     *     grant, and somebody has to look
     * @throws IllegalStateException if the card serves another order, or the order is closed, or another node is at it
     * @throws SdkException if the bank could not be asked; with {@code UNKNOWN}, grant again to read back what is
     */
    public Allowance grant(Grant grant) {
        Optional<Records.Kept<Allowance>> kept = current.find(key(grant.ucid()));
        if (kept.isEmpty() || kept.get().value().state() == Allowance.State.CLOSED) {
            refuse(isClosed(grant), "the order is closed");
            return begin(grant, kept.map(Records.Kept::version).orElse(StateStore.ABSENT));
        }
        Allowance known = kept.get().value();
        refuse(!known.order().equals(grant.order()), "the card serves another order");
        refuse(known.sum().compareTo(grant.sum()) != 0, "the order was granted another sum");
        return known.state() == Allowance.State.GRANTED ? known : resume(kept.get());
    }

    /** Grants many, with a result for each; the limits of the bank are kept whatever the number at once. */
    public List<Bulk.Result<Grant, Allowance>> grantAll(Collection<Grant> grants, Bulk bulk)
            throws InterruptedException {
        return bulk.each(grants, this::grant);
    }

    /**
     * Sets the limit of a closed or cancelled order to zero. Harmless when repeated.
     *
     * @return whether the order is closed now; false if the card does not serve it
     * @throws IllegalStateException if another node is granting at this moment; try again
     */
    public boolean close(Ucid ucid, String order) {
        Optional<Records.Kept<Allowance>> kept =
                current.find(key(ucid)).filter(one -> one.value().order().equals(order));
        if (kept.isEmpty()) {
            return false;
        }
        Allowance known = kept.get().value();
        if (known.state() != Allowance.State.CLOSED) {
            refuse(isUnderWay(known), "another thread or node is granting at this moment");
            bank.limits().setSpend(ucid, NewLimit.zero());
            Allowance closed = known.closedAt(time.now());
            current.replace(key(ucid), closed, kept.get().version());
            past.put(key(ucid) + "/" + known.since().toEpochMilli(), closed, KEEP);
        }
        return true;
    }

    /** Returns the latest allowance of a card. */
    public Optional<Allowance> find(Ucid ucid) {
        return current.find(key(ucid)).map(Records.Kept::value);
    }

    /**
     * Returns why an operation, as webhook or statement tell it, does not belong to an order; empty if it does, or if no
     * money went by card.
     */
    public Optional<StrayReason> check(Operation operation) {
        boolean spent =
                operation.typeOfOperation().filter(Direction.CREDIT::equals).isEmpty();
        if (operation.card().isEmpty() || !spent) {
            return Optional.empty();
        }
        Ucid card = operation.card().get();
        Instant at = operation.authorizationDate().or(operation::operationDate).orElseGet(time::now);
        Optional<Allowance> cover = find(card)
                .filter(allowance -> allowance.covers(at))
                .or(() -> past.all(key(card) + "/").stream()
                        .filter(allowance -> allowance.covers(at))
                        .findFirst());
        if (cover.isEmpty()) {
            return Optional.of(StrayReason.NO_ORDER);
        }
        BigDecimal sum = cover.get().sum();
        return operation
                .accountAmount()
                .filter(amount -> amount.compareTo(sum) > 0)
                .map(amount -> StrayReason.ABOVE_SUM);
    }

    private Allowance begin(Grant grant, long version) {
        LimitBefore before = LimitBefore.of(bank.limits().get(grant.ucid()).spendLimit());
        Allowance begun = new Allowance(
                grant.ucid(),
                grant.order(),
                grant.sum(),
                Allowance.State.GRANTING,
                time.now(),
                Optional.empty(),
                Optional.of(before));
        return send(current.replace(key(grant.ucid()), begun, version));
    }

    private Allowance send(Records.Kept<Allowance> begun) {
        Allowance allowance = begun.value();
        try {
            bank.limits().setSpend(allowance.ucid(), NewLimit.once(allowance.sum()));
        } catch (SdkException e) {
            if (e.outcome() == Outcome.NOT_SENT || e.outcome() == Outcome.REJECTED) {
                current.remove(key(allowance.ucid()));
                throw e;
            }
            if (e.outcome() == Outcome.UNKNOWN) {
                move(begun, Allowance.State.UNSURE);
                throw e;
            }
        }
        return move(begun, Allowance.State.GRANTED);
    }

    private Allowance resume(Records.Kept<Allowance> kept) {
        Allowance known = kept.value();
        refuse(isUnderWay(known), "another thread or node is granting at this moment");
        ReadBack verdict = bank.limits()
                .reconcileSpend(
                        known.ucid(), NewLimit.once(known.sum()), known.before().map(LimitBefore::toLimit));
        return switch (verdict) {
            case IN_FORCE -> move(kept, Allowance.State.GRANTED);
            case UNDECIDED -> move(kept, Allowance.State.UNSURE);
            case NOT_IN_FORCE -> {
                Allowance again = new Allowance(
                        known.ucid(),
                        known.order(),
                        known.sum(),
                        Allowance.State.GRANTING,
                        time.now(),
                        Optional.empty(),
                        known.before());
                yield send(current.replace(key(known.ucid()), again, kept.version()));
            }
        };
    }

    private Allowance move(Records.Kept<Allowance> kept, Allowance.State state) {
        Allowance next = kept.value().in(state);
        return next.equals(kept.value())
                ? next
                : current.replace(key(next.ucid()), next, kept.version()).value();
    }

    private boolean isClosed(Grant grant) {
        return past.all(key(grant.ucid()) + "/").stream()
                .anyMatch(allowance -> allowance.order().equals(grant.order()));
    }

    private boolean isUnderWay(Allowance allowance) {
        return allowance.state() == Allowance.State.GRANTING
                && allowance.since().plus(ABANDONED).isAfter(time.now());
    }

    private static String key(Ucid ucid) {
        return ucid.toString();
    }

    private static void refuse(boolean wrong, String text) {
        if (wrong) {
            throw new IllegalStateException(text);
        }
    }
}
