package io.mostik.datahub.filter.internal;

import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.filter.FilterAction;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The value that a rule examines.
 *
 * @param <T> what an order has there
 * @param read takes it from an order
 * @param kind how it is written and compared
 */
record FieldAccessor<T>(Function<HubOrder, Optional<T>> read, ValueKind<T> kind) {

    boolean allows(Operator operator) {
        return operator == Operator.IS_EMPTY || kind.allows(operator);
    }

    Resolved resolve(FilterRule rule, RuleValues values) {
        if (rule.operator() == Operator.IS_EMPTY) {
            return new Resolved(rule, order -> read.apply(order).isEmpty(), Set.of(), Optional.empty());
        }
        Comparison<T> comparison = kind.compare(values);
        Predicate<HubOrder> condition =
                order -> read.apply(order).filter(comparison.test()).isPresent();
        return new Resolved(rule, condition, comparison.ids(), comparison.span());
    }

    /**
     * A rule that can be asked of orders.
     *
     * @param rule as it was said
     * @param condition whether an order meets it
     * @param ids the ids that meet it, where it is about ids
     * @param span the time within which all that meets it lies
     */
    record Resolved(FilterRule rule, Predicate<HubOrder> condition, Set<String> ids, Optional<Span> span) {

        boolean passes(HubOrder order) {
            return condition.test(order) == (rule.action() == FilterAction.INCLUDE);
        }

        /** Returns whether the vendor can be asked for it: it includes, and says what has to be equal. */
        boolean isPushed() {
            return rule.action() == FilterAction.INCLUDE && rule.operator() == Operator.EQUALS;
        }
    }
}
