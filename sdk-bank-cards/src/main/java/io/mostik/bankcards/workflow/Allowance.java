package io.mostik.bankcards.workflow;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The money that a courier may spend on one order.
 *
 * @param ucid the card
 * @param order the order
 * @param sum what the order costs, in the currency of the account
 * @param state its state
 * @param at when it came into this state
 * @param since from when spending belongs to the order
 * @param until when the order was closed, or its closing began
 */
public record Allowance(
        Ucid ucid, String order, BigDecimal sum, State state, Instant at, Instant since, Optional<Instant> until) {

    /** Rejects null components. */
    public Allowance {
        Objects.requireNonNull(ucid, "ucid");
        Objects.requireNonNull(sum, "sum");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(until, "until");
        if (order.isBlank()) {
            throw new IllegalArgumentException("order must not be blank");
        }
    }

    /** The state of an allowance. */
    public enum State {
        /** Being granted by this or another thread or node, or abandoned by a crashed process; grant again later. */
        GRANTING,
        /** It may have been granted, once or twice; grant again to read back, or let a person look and resolve it. */
        UNKNOWN,
        /** Granted. */
        GRANTED,
        /** Being amended or handed over, or abandoned by a crashed process; ask for the same again. */
        CHANGING,
        /** Being closed, or abandoned by a crashed process; close again. */
        CLOSING,
        /** Closed; the limit is zero. */
        CLOSED
    }

    static Allowance of(Grant grant, State state, Instant since) {
        return new Allowance(grant.ucid(), grant.order(), grant.sum(), state, since, since, Optional.empty());
    }

    Allowance in(State next, Instant when) {
        return new Allowance(ucid, order, sum, next, when, since, until);
    }

    /** Returns this as granted, from when on spending belongs to it. */
    Allowance granted(Instant start) {
        return new Allowance(ucid, order, sum, State.GRANTED, start, start, Optional.empty());
    }

    /** Returns this as closing or closed. */
    Allowance ending(State next, Instant end) {
        return new Allowance(ucid, order, sum, next, end, since, Optional.of(end));
    }

    Allowance on(Ucid card) {
        return new Allowance(card, order, sum, state, at, since, until);
    }

    Allowance sum(BigDecimal next) {
        return new Allowance(ucid, order, next, state, at, since, until);
    }

    /** Returns whether the bank is not at it. */
    boolean isSettled() {
        return state == State.GRANTED || state == State.CLOSED;
    }

    boolean isOpen() {
        return state != State.CLOSED;
    }

    boolean covers(Instant time) {
        return !time.isBefore(since) && until.filter(time::isAfter).isEmpty();
    }
}
