package io.mostik.remonline.hub;

import io.mostik.core.AuthException;
import io.mostik.remonline.hub.calc.Calculator;
import io.mostik.remonline.hub.calc.Indicators;
import io.mostik.remonline.hub.filter.Dictionaries;
import io.mostik.remonline.hub.filter.OrderFilter;
import io.mostik.remonline.hub.report.HubRecord;
import io.mostik.remonline.hub.statuses.Container;
import io.mostik.remonline.hub.statuses.DealState;
import io.mostik.remonline.hub.statuses.StatusMapping;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderClient;
import io.mostik.remonline.orders.OrderStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes records of orders, by the settings and the dictionaries as they were at the begin of a run. Thread-safe. */
final class RecordMaker {

    private static final int FORBIDDEN = 403;

    private final OrderFilter filter;
    private final Calculator calculator;
    private final ItemBook items;
    private final Map<Long, String> locations;
    private final Map<Long, Placed> places = new HashMap<>();

    private record Placed(Container container, DealState state) {}

    RecordMaker(HubSettings settings, Dictionaries account, ItemBook items) {
        this.filter = OrderFilter.resolve(
                settings.filter(), account, SettingsDocument.zone(settings).orElseThrow());
        this.calculator = new Calculator(settings.calculation());
        this.items = items;
        this.locations = visible(account);
        StatusMapping mapping = settings.mapping().orElse(SettingsDocument.NO_MAPPING);
        for (Container container : mapping.containers()) {
            Placed placed = new Placed(container, mapping.stateOf(container));
            container.statusIds().forEach(id -> places.put(id, placed));
        }
    }

    /** Without the right to see locations there are no names of them; that stops no run. */
    private static Map<Long, String> visible(Dictionaries account) {
        try {
            return account.locations();
        } catch (AuthException e) {
            if (e.status() == FORBIDDEN) {
                return Map.of();
            }
            throw e;
        }
    }

    OrderFilter filter() {
        return filter;
    }

    /** Returns whether a record may change without a trace in its order's row. */
    boolean dependsOnItems() {
        return calculator.needsItems();
    }

    ItemBook items() {
        return items;
    }

    /** Returns the record of an order; empty if the filter drops it. */
    Optional<HubRecord> make(Order order, Counter counter) {
        counter.read();
        if (!filter.matches(order)) {
            return Optional.empty();
        }
        Indicators indicators = calculator.calculate(order, () -> items.sums(order));
        HubRecord made = fill(order, indicators);
        counter.delivered(made, indicators);
        return Optional.of(made);
    }

    private HubRecord fill(Order order, Indicators indicators) {
        Optional<Long> status = order.status().map(OrderStatus::id);
        Optional<Placed> place = status.flatMap(id -> Optional.ofNullable(places.get(id)));
        return HubRecord.builder()
                .orderId(order.id())
                .number(order.number())
                .createdAt(order.createdAt())
                .modifiedAt(order.modifiedAt())
                .closedAt(order.closedAt())
                .locationId(order.branchId())
                .location(location(order.branchId()))
                .statusId(optional(status))
                .containerKey(place.map(placed -> placed.container().key()))
                .state(place.map(Placed::state))
                .cost(indicators.cost().value())
                .salesVolume(indicators.salesVolume().value())
                .managerId(order.managerId())
                .clientId(optional(order.client().map(OrderClient::id)))
                .adCampaignId(order.adCampaignId())
                .build();
    }

    private Optional<String> location(OptionalLong id) {
        return id.isPresent()
                ? Optional.ofNullable(locations.get(id.getAsLong())).filter(name -> !name.isBlank())
                : Optional.empty();
    }

    private static OptionalLong optional(Optional<Long> id) {
        return id.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
