package io.mostik.bankcards;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a courier may spend on one order.
 *
 * @param ucid the card
 * @param order the order
 * @param sum what the order costs, in the currency of the account
 * @param state how far it is
 * @param since from when spending belongs to the order
 * @param until when the order was closed, or its closing began
 * @param before the limit of the card before, to tell a refill from it
 */
public record Allowance(
        Ucid ucid,
        String order,
        BigDecimal sum,
        State state,
        Instant since,
        Optional<Instant> until,
        Optional<LimitBefore> before) {

    /** Refuses missing parts. */
    public Allowance {
        Objects.requireNonNull(ucid, "ucid");
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(before, "before");
        if (order.isBlank()) {
            throw new IllegalArgumentException("order must not be blank");
        }
    }

    /** How far an allowance is. */
    public enum State {
        /** Being set; perhaps by a process that is no more. */
        GRANTING,
        /** The answer of the bank was lost; grant again to read back what is. */
        UNSURE,
        /** Set. */
        GRANTED,
        /** Being set to zero, perhaps by a process that is no more; close again if that does not end. */
        CLOSING,
        /** Over; the limit is zero. */
        CLOSED
    }

    Allowance in(State next) {
        return new Allowance(ucid, order, sum, next, since, until, before);
    }

    Allowance in(State next, Optional<Instant> end) {
        return new Allowance(ucid, order, sum, next, since, end, before);
    }

    Allowance grantedAnewAt(Instant start) {
        return new Allowance(ucid, order, sum, State.GRANTING, start, Optional.empty(), before);
    }

    boolean covers(Instant time) {
        return !time.isBefore(since) && until.filter(time::isAfter).isEmpty();
    }
}
