package io.mostik.datahub.filter.internal;

import io.mostik.datahub.filter.Operator;

/** What operators are, and how many values they take. */
final class Operators {

    private Operators() {}

    static boolean takes(Operator operator, int values) {
        return switch (operator) {
            case EQUALS, CONTAINS, STARTS_WITH -> values > 0;
            case GREATER_OR_EQUAL, LESS_OR_EQUAL -> values == 1;
            case IS_EMPTY -> values == 0;
        };
    }

    static String count(Operator operator) {
        return switch (operator) {
            case EQUALS, CONTAINS, STARTS_WITH -> "at least 1";
            case GREATER_OR_EQUAL, LESS_OR_EQUAL -> "1";
            case IS_EMPTY -> "0";
        };
    }

    /** Returns whether it compares by size. */
    static boolean isOrdering(Operator operator) {
        return operator == Operator.GREATER_OR_EQUAL || operator == Operator.LESS_OR_EQUAL;
    }

    /** Returns whether it searches a text. */
    static boolean isTextual(Operator operator) {
        return operator == Operator.CONTAINS || operator == Operator.STARTS_WITH;
    }
}
