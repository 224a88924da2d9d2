package io.mostik.datahub;

import io.mostik.datahub.calc.internal.Calculator;
import io.mostik.datahub.calc.internal.Indicators;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.filter.Dictionaries;
import io.mostik.datahub.filter.internal.OrderFilter;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.statuses.DealState;
import io.mostik.datahub.statuses.FunnelStage;
import io.mostik.datahub.statuses.StatusMapping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes records of orders, with the settings and dictionaries loaded at the start of a run. Thread-safe. */
final class RecordMaker {

    private final OrderFilter filter;
    private final Calculator calculator;
    private final ItemBook items;
    private final RecordNames names;
    private final Map<String, Placed> places = new HashMap<>();

    private record Placed(FunnelStage container, DealState state) {}

    RecordMaker(HubSettings settings, Dictionaries account, ItemBook items) {
        this.filter = OrderFilter.resolve(
                settings.filter(), account, SettingsDocument.zone(settings).orElseThrow());
        this.calculator = new Calculator(settings.calculation());
        this.items = items;
        this.names = new RecordNames(settings.columns(), account);
        StatusMapping mapping = settings.mapping().orElse(SettingsDocument.NO_MAPPING);
        for (FunnelStage container : mapping.containers()) {
            Placed placed = new Placed(container, mapping.stateOf(container));
            container.statusIds().forEach(id -> places.put(id, placed));
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

    /**
     * The result for an order.
     *
     * @param record empty if the filter drops it
     * @param isWhole whether everything could be read that it is made of
     */
    record Made(Optional<HubRecord> record, boolean isWhole) {}

    /** Returns the record of an order. */
    Made make(HubOrder order, Counter counter) {
        counter.read();
        if (!filter.matches(order)) {
            return new Made(Optional.empty(), true);
        }
        Indicators indicators = calculator.calculate(order, () -> items.sums(order));
        HubRecord made = fill(order, indicators);
        counter.delivered(made, indicators);
        return new Made(Optional.of(made), !indicators.lacksItems());
    }

    private HubRecord fill(HubOrder order, Indicators indicators) {
        Optional<Placed> place = order.statusId().flatMap(id -> Optional.ofNullable(places.get(id)));
        HubRecord.Builder row = HubRecord.builder();
        row.orderId(order.id())
                .number(order.number())
                .createdAt(order.createdAt())
                .modifiedAt(order.modifiedAt())
                .closedAt(order.closedAt())
                .locationId(order.locationId())
                .location(names.location(order))
                .statusId(order.statusId())
                .containerKey(place.map(placed -> placed.container().key()))
                .state(place.map(Placed::state))
                .cost(indicators.cost().value())
                .salesVolume(indicators.salesVolume().value())
                .managerId(order.managerId())
                .clientId(order.clientId())
                .adCampaignId(order.campaignId());
        names.fill(row, order, place.map(placed -> placed.container().title()));
        return row.build();
    }
}
