package io.mostik.datahub.filter.internal;

import io.mostik.datahub.filter.Operator;

/** What operators are, and how many values they take. */
final class Operators {

    private Operators() {}

    static boolean takes(Operator operator, int values) {
        return values >= fewest(operator) && values <= most(operator);
    }

    static String count(Operator operator) {
        int fewest = fewest(operator);
        return fewest == most(operator) ? Integer.toString(fewest) : "at least " + fewest;
    }

    private static int fewest(Operator operator) {
        return switch (operator) {
            case IS_EMPTY, IS_NOT_EMPTY -> 0;
            case BETWEEN -> 2;
            default -> 1;
        };
    }

    private static int most(Operator operator) {
        return switch (operator) {
            case EQUALS, IN, NOT_IN, CONTAINS, STARTS_WITH -> Integer.MAX_VALUE;
            default -> fewest(operator);
        };
    }

    /** Returns whether it says that one of the values is met: the only kind of condition that the vendor is asked. */
    static boolean isEquality(Operator operator) {
        return operator == Operator.EQUALS || operator == Operator.IN;
    }

    /** Returns whether it is true where the other one, which it negates, is false. */
    static boolean isNegation(Operator operator) {
        return operator == Operator.NOT_EQUALS || operator == Operator.NOT_IN;
    }

    /** Returns whether it compares by size. */
    static boolean isOrdering(Operator operator) {
        return switch (operator) {
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL, BETWEEN -> true;
            default -> false;
        };
    }

    /** Returns whether it searches a text. */
    static boolean isTextual(Operator operator) {
        return operator == Operator.CONTAINS || operator == Operator.STARTS_WITH;
    }

    /** Returns whether it asks only whether there is a value. */
    static boolean isPresence(Operator operator) {
        return operator == Operator.IS_EMPTY || operator == Operator.IS_NOT_EMPTY;
    }
}
