package io.mostik.datahub.filter.internal;

import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.checks.Findings;
import io.mostik.datahub.checks.InvalidSettingsException;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.filter.FilterRule;
import io.mostik.datahub.filter.Operator;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Rules resolved against the dictionaries of an account: they can be asked of orders, and partly of the vendor. The
 * vendor is asked only for what must be equal to one of some values, under rules that include: an ignored parameter shows
 * nowhere, so every order is looked at again when it comes. Immutable and thread-safe.
 */
public final class OrderFilter {

    private final List<FieldAccessor.Resolved> rules;
    private final PushDown pushDown;

    private OrderFilter(List<FieldAccessor.Resolved> rules, Dictionaries known) {
        this.rules = List.copyOf(rules);
        this.pushDown = new PushDown(known);
        rules.stream().filter(FieldAccessor.Resolved::isPushed).forEach(pushDown::add);
    }

    /**
     * Returns the rules as a filter; asks the vendor for the dictionaries that they need.
     *
     * @param zone in which days begin and end
     * @throws InvalidSettingsException if a rule cannot be understood; tells all of them, with the candidates where a
     *     name is unknown or ambiguous
     */
    public static OrderFilter resolve(List<FilterRule> rules, Dictionaries known, ZoneId zone) {
        List<Finding> findings = new ArrayList<>();
        OrderFilter filter = new OrderFilter(resolve(rules, new FieldAccessors(known, zone), findings), known);
        new Findings(findings).orThrow();
        return filter;
    }

    /** Returns everything that is wrong with rules; asks the vendor for the dictionaries that they need. */
    public static Findings check(List<FilterRule> rules, Dictionaries known, ZoneId zone) {
        List<Finding> findings = new ArrayList<>();
        resolve(rules, new FieldAccessors(known, zone), findings);
        return new Findings(findings);
    }

    private static List<FieldAccessor.Resolved> resolve(
            List<FilterRule> rules, FieldAccessors subjects, List<Finding> findings) {
        List<FieldAccessor.Resolved> resolved = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            RuleValues values = new RuleValues(rules.get(i), "[" + i + "]", findings);
            resolve(rules.get(i), subjects, values).ifPresent(resolved::add);
        }
        return resolved;
    }

    private static Optional<FieldAccessor.Resolved> resolve(
            FilterRule rule, FieldAccessors subjects, RuleValues values) {
        Optional<FieldAccessor<?>> subject = subjects.find(rule.parameter());
        if (subject.isEmpty()) {
            values.error(
                    FindingCode.UNKNOWN_PARAMETER,
                    ".parameter",
                    "'" + rule.parameter() + "' is no parameter of an order; there are " + subjects.candidates());
            return Optional.empty();
        }
        Operator operator = rule.operator();
        if (!subject.get().allows(operator)) {
            values.error(FindingCode.WRONG_OPERATOR, ".operator", operator + " does not fit " + rule.parameter());
            return Optional.empty();
        }
        if (!Operators.takes(operator, rule.values().size())) {
            values.error(
                    FindingCode.WRONG_COUNT,
                    ".values",
                    operator + " takes " + Operators.count(operator) + " values, not "
                            + rule.values().size());
            return Optional.empty();
        }
        return Optional.of(subject.get().resolve(rule, values));
    }

    /** Returns whether an order is delivered. */
    public boolean matches(HubOrder order) {
        return rules.stream().allMatch(rule -> rule.passes(order));
    }

    /** Returns whether the rules contradict each other, so that no order can be delivered. */
    public boolean matchesNothing() {
        return pushDown.isImpossible();
    }

    /** Returns what the vendor may be asked for. */
    public PushedFilter pushed() {
        return pushDown.filter();
    }
}
