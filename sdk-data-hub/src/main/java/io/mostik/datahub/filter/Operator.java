package io.mostik.datahub.filter;

/**
 * How a parameter is compared. Only {@link #EQUALS} is confirmed for the hub; the others are its natural counterparts.
 * Several values of one rule mean any of them. Texts and names are compared without regard to case and to spaces around.
 */
public enum Operator {
    /** Is one of the values; a day as value means any time of it. */
    EQUALS(1, Integer.MAX_VALUE),
    /** Is not the value, or is empty. */
    NOT_EQUALS(1, 1),
    /** Is one of the values. */
    IN(1, Integer.MAX_VALUE),
    /** Is none of the values, or is empty. */
    NOT_IN(1, Integer.MAX_VALUE),
    /** Has one of the values within; of ids, their names have. */
    CONTAINS(1, Integer.MAX_VALUE),
    /** Begins with one of the values; of ids, their names do. */
    STARTS_WITH(1, Integer.MAX_VALUE),
    /** Is greater than the value; later than the whole of a day. */
    GREATER(1, 1),
    /** Is greater than or equal to the value. */
    GREATER_OR_EQUAL(1, 1),
    /** Is less than the value; before the whole of a day. */
    LESS(1, 1),
    /** Is less than or equal to the value. */
    LESS_OR_EQUAL(1, 1),
    /** Is not less than the first value and not greater than the second. */
    BETWEEN(2, 2),
    /** Is not there, or is an empty text. */
    IS_EMPTY(0, 0),
    /** Is there, and no empty text. */
    IS_NOT_EMPTY(0, 0);

    private final int fewest;
    private final int most;

    Operator(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    boolean takes(int values) {
        return values >= fewest && values <= most;
    }

    String count() {
        return fewest == most ? Integer.toString(fewest) : "at least " + fewest;
    }

    /** Returns whether it says that one of the values is met: the only kind of condition that the vendor is asked. */
    boolean isEquality() {
        return this == EQUALS || this == IN;
    }

    /** Returns whether it is true where the other one, which it negates, is false. */
    boolean isNegation() {
        return this == NOT_EQUALS || this == NOT_IN;
    }

    /** Returns whether it compares by size. */
    boolean isOrdering() {
        return switch (this) {
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL, BETWEEN -> true;
            default -> false;
        };
    }

    /** Returns whether it looks into a text. */
    boolean isTextual() {
        return this == CONTAINS || this == STARTS_WITH;
    }

    /** Returns whether it asks only whether there is something. */
    boolean isPresence() {
        return this == IS_EMPTY || this == IS_NOT_EMPTY;
    }
}
