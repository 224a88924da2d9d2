package io.mostik.datahub.filter.internal;

import io.mostik.datahub.filter.Operator;

/**
 * How values of a parameter are written and compared.
 *
 * @param <T> what an order has
 */
interface ValueKind<T> {

    /** Returns whether values of this kind can be compared so; whether there is one can always be asked. */
    boolean allows(Operator operator);

    /** Returns the condition; negations are compared as what they negate. What is wrong with the values is noted. */
    Comparison<T> compare(RuleValues values);
}
