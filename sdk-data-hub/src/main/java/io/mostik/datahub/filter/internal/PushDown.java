package io.mostik.datahub.filter.internal;

import io.mostik.datahub.connector.FilterField;
import io.mostik.datahub.connector.FunnelStatus;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.filter.OrderParameter;
import io.mostik.datahub.statuses.Funnel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of a filter that is sent to the vendor. Several rules about the same parameter leave what all of them allow.
 */
final class PushDown {

    private static final Map<OrderParameter, FilterField> FIELDS = Map.of(
            OrderParameter.LOCATION, FilterField.LOCATION,
            OrderParameter.ORDER_TYPE, FilterField.ORDER_TYPE,
            OrderParameter.STATUS, FilterField.STATUS,
            OrderParameter.MANAGER, FilterField.MANAGER,
            OrderParameter.CLIENT, FilterField.CLIENT,
            OrderParameter.CREATED_AT, FilterField.CREATED_AT,
            OrderParameter.MODIFIED_AT, FilterField.MODIFIED_AT);

    private final Dictionaries known;
    private final Map<OrderParameter, Set<String>> ids = new HashMap<>();
    private final Map<OrderParameter, Span> spans = new HashMap<>();

    PushDown(Dictionaries known) {
        this.known = known;
    }

    void add(FieldAccessor.Resolved rule) {
        OrderParameter parameter = rule.rule().parameter();
        if (parameter.equals(OrderParameter.STATUS_GROUP)) {
            restrict(OrderParameter.STATUS, statusesOf(rule.ids()));
        } else if (rule.span().isPresent()) {
            spans.putIfAbsent(parameter, rule.span().get());
        } else if (!rule.ids().isEmpty()) {
            restrict(parameter, rule.ids());
        }
    }

    private void restrict(OrderParameter parameter, Set<String> allowed) {
        ids.computeIfAbsent(parameter, each -> new LinkedHashSet<>(allowed)).retainAll(allowed);
    }

    private Set<String> statusesOf(Set<String> groups) {
        Funnel funnel = known.funnel();
        return funnel.statuses().stream()
                .map(FunnelStatus::id)
                .filter(id -> groups.contains(Integer.toString(funnel.group(id).orElse(0))))
                .collect(Collectors.toSet());
    }

    boolean isImpossible() {
        return ids.entrySet().stream()
                .anyMatch(each -> each.getValue().isEmpty() && !each.getKey().equals(OrderParameter.STATUS));
    }

    PushedFilter filter() {
        Map<FilterField, Set<String>> allowed = new EnumMap<>(FilterField.class);
        ids.forEach((parameter, values) -> field(parameter).ifPresent(field -> allowed.put(field, values)));
        Map<FilterField, PushedFilter.Times> times = new EnumMap<>(FilterField.class);
        spans.forEach((parameter, span) ->
                field(parameter).ifPresent(field -> times.put(field, new PushedFilter.Times(span.from(), span.to()))));
        return new PushedFilter(allowed, times);
    }

    private static Optional<FilterField> field(OrderParameter parameter) {
        return Optional.ofNullable(FIELDS.get(parameter));
    }
}
