package io.mostik.datahub.bitrix24;

import io.mostik.core.once.FeedSource;
import io.mostik.datahub.connector.HubOrder;
import java.time.Instant;
import java.util.List;

/**
 * The changes of deals. The vendor's times have whole seconds.
 *
 * @param deals asks
 */
record ChangedDeals(Bitrix24Deals deals) implements FeedSource<HubOrder>, KeysetWalk.Pages<HubOrder> {

    @Override
    public Walk<HubOrder> from(Instant from) {
        return new KeysetWalk<>(this, this, HubOrder::id, from);
    }

    @Override
    public String id(HubOrder row) {
        return Long.toString(row.id());
    }

    @Override
    public Instant changedAt(HubOrder row) {
        return row.modifiedAt().orElseThrow(() -> KeysetWalk.disorder("deals.changes"));
    }

    @Override
    public List<HubOrder> since(Instant from) {
        return deals.page(DealQuery.byChange().where(">=updatedTime", from));
    }

    @Override
    public List<HubOrder> within(Instant second, long afterId) {
        return deals.page(DealQuery.byId()
                .where(">=updatedTime", second)
                .where("<updatedTime", second.plusSeconds(1))
                .where(">id", afterId));
    }
}
