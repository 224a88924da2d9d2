package io.mostik.remonline.hub.statuses;

import io.mostik.remonline.orders.OrderStatus;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Mappings made from the loaded statuses. The titles of the hub's own containers are the hub's. */
final class Proposals {

    private static final Set<Integer> NEW = Set.of(1);
    private static final Set<Integer> UNDER_WAY = Set.of(2, 3, 4, 5);
    private static final Set<Integer> CLOSED = Set.of(6);
    private static final Set<Integer> DROPPED_OFF = Set.of(7);

    private Proposals() {}

    static StatusMapping ungrouped(Funnel funnel) {
        StatusMapping.Builder mapping = StatusMapping.builder().funnelName(funnel.name());
        Set<String> taken = new HashSet<>();
        for (OrderStatus status : funnel.statuses()) {
            String name = Funnel.title(status).strip();
            boolean free = taken.add(name.toLowerCase(Locale.ROOT));
            mapping.addContainers(
                    Container.of("status-" + status.id(), free ? name : name + " (" + status.id() + ")", status.id()));
        }
        return mapping.build();
    }

    static StatusMapping byGroup(Funnel funnel) {
        return StatusMapping.builder()
                .funnelName(funnel.name())
                .addContainers(
                        Container.of("inquiries", "Обращения", ids(funnel, NEW)),
                        Container.of("unqualified", "Некачественные", Marker.UNSUCCESSFUL, ids(funnel, DROPPED_OFF)),
                        Container.of("leads", "Лиды", ids(funnel, UNDER_WAY)),
                        Container.of("paid", "Оплачен", Marker.SUCCESSFUL, ids(funnel, CLOSED)))
                .build();
    }

    private static long[] ids(Funnel funnel, Set<Integer> groups) {
        return funnel.statuses().stream()
                .filter(status -> status.group()
                        .filter(group -> groups.contains(group.type()))
                        .isPresent())
                .mapToLong(OrderStatus::id)
                .toArray();
    }
}
