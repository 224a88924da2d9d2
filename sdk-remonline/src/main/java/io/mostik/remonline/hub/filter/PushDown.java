package io.mostik.remonline.hub.filter;

import io.mostik.remonline.hub.statuses.Funnel;
import io.mostik.remonline.orders.OrderQuery;
import io.mostik.remonline.orders.OrderStatus;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of a filter the vendor is asked to do. Several rules about the same parameter leave what all of them allow. */
final class PushDown {

    /** The longest list that the vendor takes is not known. */
    private static final int MOST_VALUES = 50;

    private final Dictionaries known;
    private final Map<OrderParameter, Set<Long>> ids = new HashMap<>();
    private final Map<OrderParameter, Span> spans = new HashMap<>();

    PushDown(Dictionaries known) {
        this.known = known;
    }

    void add(Subject.Resolved rule) {
        OrderParameter parameter = rule.rule().parameter();
        if (parameter.equals(OrderParameter.STATUS_GROUP)) {
            restrict(OrderParameter.STATUS, statusesOf(rule.ids()));
        } else if (rule.span().isPresent()) {
            spans.putIfAbsent(parameter, rule.span().get());
        } else if (!rule.ids().isEmpty()) {
            restrict(parameter, rule.ids());
        }
    }

    private void restrict(OrderParameter parameter, Set<Long> allowed) {
        ids.computeIfAbsent(parameter, each -> new LinkedHashSet<>(allowed)).retainAll(allowed);
    }

    private Set<Long> statusesOf(Set<Long> groups) {
        Funnel funnel = known.funnel();
        return funnel.statuses().stream()
                .map(OrderStatus::id)
                .filter(id -> groups.contains((long) funnel.group(id).orElse(0)))
                .collect(Collectors.toSet());
    }

    boolean isImpossible() {
        return ids.entrySet().stream()
                .anyMatch(each -> each.getValue().isEmpty() && !each.getKey().equals(OrderParameter.STATUS));
    }

    OrderQuery query() {
        return OrderQuery.builder()
                .branches(list(OrderParameter.LOCATION))
                .types(list(OrderParameter.ORDER_TYPE))
                .statuses(list(OrderParameter.STATUS))
                .managers(list(OrderParameter.MANAGER))
                .clientsIds(list(OrderParameter.CLIENT))
                .createdAt(range(OrderParameter.CREATED_AT))
                .modifiedAt(range(OrderParameter.MODIFIED_AT))
                .sort("id")
                .build();
    }

    private List<Long> list(OrderParameter parameter) {
        Set<Long> values = ids.getOrDefault(parameter, Set.of());
        return values.size() > MOST_VALUES ? List.of() : List.copyOf(new TreeSet<>(values));
    }

    /** A second wider at either end: whether the vendor includes its bounds is not known. */
    private List<Instant> range(OrderParameter parameter) {
        Span span = spans.get(parameter);
        return span == null
                ? List.of()
                : List.of(span.from().minusSeconds(1), span.to().plusSeconds(1));
    }
}
