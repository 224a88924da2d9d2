package io.mostik.examples.onec;

import io.mostik.bankcards.tbank.cards.Ucid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.Optional;

/**
 * What a 1C document asks for. Two tasks are equal if they ask for the same.
 *
 * @param kind what to do
 * @param card the card, if the task is about one
 * @param order the order, in 1C's words
 * @param sum the limit, with two decimals
 * @param employee who holds cards, or leaves: the GUID of his item in 1C, or whatever else the company calls him
 * @param note what to tell people
 */
public record OnecTask(
        Kind kind,
        Optional<Ucid> card,
        Optional<String> order,
        Optional<BigDecimal> sum,
        Optional<String> employee,
        Optional<String> note) {

    private static final int DECIMALS = 2;
    private static final int LONGEST_TEXT = 200;

    /** What can be asked for. */
    public enum Kind {
        /** Give a courier the sum of an order. */
        GRANT,
        /** Take what is left of it when the order is closed. */
        CLOSE,
        /** Stop and block the cards of somebody who leaves. */
        DISMISS,
        /** Note who holds a card. */
        HOLDER,
        /** Tell people of something that no program should decide. */
        NOTICE
    }

    /** Refuses what cannot be, by the name of the field. */
    public OnecTask {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(card, "card");
        Objects.requireNonNull(note, "note");
        sum = sum.map(OnecTask::money);
        order.ifPresent(text -> check("order", text));
        employee.ifPresent(text -> check("employee", text));
    }

    /** Returns the task to give a courier the sum of an order. */
    public static OnecTask grant(Ucid card, String order, BigDecimal sum) {
        return new OnecTask(
                Kind.GRANT,
                Optional.of(card),
                Optional.of(order),
                Optional.of(sum),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the task to take what is left when an order is closed. */
    public static OnecTask close(Ucid card, String order) {
        return new OnecTask(
                Kind.CLOSE,
                Optional.of(card),
                Optional.of(order),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Returns the task to block the cards of somebody who leaves. */
    public static OnecTask dismiss(String employee) {
        return about(Kind.DISMISS, Optional.empty(), Optional.of(employee), Optional.empty());
    }

    /** Returns the task to note who holds a card. */
    public static OnecTask holder(Ucid card, String employee) {
        return about(Kind.HOLDER, Optional.of(card), Optional.of(employee), Optional.empty());
    }

    static OnecTask notice(String text) {
        return about(Kind.NOTICE, Optional.empty(), Optional.empty(), Optional.of(text));
    }

    private static OnecTask about(Kind kind, Optional<Ucid> card, Optional<String> employee, Optional<String> note) {
        return new OnecTask(kind, card, Optional.empty(), Optional.empty(), employee, note);
    }

    /** Returns this task with a note for people. */
    OnecTask noted(String text) {
        return new OnecTask(kind, card, order, sum, employee, Optional.of(text));
    }

    /** Returns whether this and another task are about the same order on the same card. */
    boolean sameOrder(OnecTask other) {
        return card.equals(other.card) && order.equals(other.order);
    }

    private static BigDecimal money(BigDecimal sum) {
        if (sum.signum() <= 0 || sum.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("sum must be above zero, with at most two decimals");
        }
        return sum.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    }

    private static void check(String name, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException(name + " must have 1 to " + LONGEST_TEXT + " characters");
        }
    }

    /** Returns the kind only: what is in it is the company's business. */
    @Override
    public String toString() {
        return "OnecTask[" + kind + "]";
    }
}
