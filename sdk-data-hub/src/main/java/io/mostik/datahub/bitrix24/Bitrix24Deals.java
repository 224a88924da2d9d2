package io.mostik.datahub.bitrix24;

import io.mostik.core.PartialList;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.once.FeedSource;
import io.mostik.datahub.connector.FilterField;
import io.mostik.datahub.connector.HubOrder;
import io.mostik.datahub.connector.OrderLine;
import io.mostik.datahub.connector.OwnField;
import io.mostik.datahub.connector.PushedFilter;
import io.mostik.datahub.connector.RecordSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** The deals of a portal, each page the 50 after the last one: changes move no rows. Thread-safe. */
final class Bitrix24Deals implements RecordSource {

    private static final Map<FilterField, String> NAMES = Map.of(
            FilterField.ORDER_TYPE, "categoryId",
            FilterField.STATUS, "stageId",
            FilterField.MANAGER, "assignedById",
            FilterField.CREATED_AT, "createdTime",
            FilterField.MODIFIED_AT, "updatedTime");

    private final Bitrix24 client;
    private final List<OwnField> ownFields;
    private final LastStages lastStages;

    /**
     * Creates the source.
     *
     * @param ownFields of deals that are read
     */
    Bitrix24Deals(Bitrix24 client, List<OwnField> ownFields) {
        this(client, ownFields, new LastStages(client));
    }

    private Bitrix24Deals(Bitrix24 client, List<OwnField> ownFields, LastStages lastStages) {
        this.client = client;
        this.ownFields = List.copyOf(ownFields);
        this.lastStages = lastStages;
    }

    /** Leaves out deals that cannot be read. Not for looking one up: it would look like one that was deleted. */
    private Bitrix24Deals skipping(IntConsumer unreadable) {
        return new Bitrix24Deals(client.skipping(unreadable), ownFields, lastStages);
    }

    @Override
    public Set<FilterField> pushDowns() {
        return NAMES.keySet();
    }

    @Override
    public Iterable<HubOrder> list(PushedFilter filter, IntConsumer unreadable) {
        DealQuery query = query(filter);
        return () -> new DealIterator(skipping(unreadable), query);
    }

    private static DealQuery query(PushedFilter filter) {
        DealQuery query = DealQuery.byId();
        for (Map.Entry<FilterField, String> field : NAMES.entrySet()) {
            Set<String> ids = filter.ids(field.getKey());
            if (!ids.isEmpty() && ids.size() <= Bitrix24.PAGE) {
                query = query.in(field.getValue(), ids);
            }
            Optional<PushedFilter.Times> times = filter.times(field.getKey());
            if (times.isPresent()) {
                query = query.where(">=" + field.getValue(), times.get().from())
                        .where("<" + field.getValue(), times.get().to());
            }
        }
        return query;
    }

    /** Returns the deals of one page as orders. */
    List<HubOrder> page(DealQuery query) {
        return PartialList.map(
                client.deals(query, ownFields.stream().map(OwnField::key).toList()), this::order);
    }

    @Override
    public FeedSource<HubOrder> changes(TimeSource time, IntConsumer unreadable) {
        return new ChangedDeals(skipping(unreadable));
    }

    @Override
    public Optional<HubOrder> find(long id) {
        return page(DealQuery.byId().in("id", List.of(id))).stream().findFirst();
    }

    /** Fifty at a time, and once more those that did not come: what is not there when asked for by id was deleted. */
    @Override
    public void findDeleted(Iterable<Long> held, LongConsumer gone) {
        List<Long> some = new ArrayList<>();
        for (Iterator<Long> ids = held.iterator(); ids.hasNext(); ) {
            some.add(ids.next());
            if (some.size() == Bitrix24.PAGE || !ids.hasNext()) {
                Set<Long> there = page(DealQuery.byId().in("id", some)).stream()
                        .map(HubOrder::id)
                        .collect(Collectors.toSet());
                some.stream()
                        .filter(id -> !there.contains(id) && find(id).isEmpty())
                        .forEach(gone::accept);
                some.clear();
            }
        }
    }

    /** None: the funnel says so. */
    @Override
    public List<OrderLine> lines(long id) {
        return List.of();
    }

    /** A deal in a last stage was closed when it came there; inferred, since the vendor's date of closing is a plan too. */
    private HubOrder order(Deal deal) {
        HubOrder.Builder order = HubOrder.builder();
        order.id(deal.id())
                .createdAt(deal.createdTime())
                .modifiedAt(deal.updatedTime())
                .closedAt(deal.movedTime()
                        .filter(at -> lastStages.has(deal.stageId().orElse(""))))
                .statusId(deal.stageId())
                .typeId(deal.categoryId())
                .managerId(deal.assignedById())
                .campaignId(deal.sourceId().filter(source -> !source.isEmpty()))
                .total(deal.opportunity())
                .currency(deal.currencyId())
                .ownFields(own(deal));
        return order.build();
    }

    private Map<String, Json> own(Deal deal) {
        Map<String, Json> values = new HashMap<>();
        for (OwnField field : ownFields) {
            Optional.ofNullable(deal.unknown().get(field.key())).ifPresent(value -> values.put(field.key(), value));
        }
        return values;
    }
}
