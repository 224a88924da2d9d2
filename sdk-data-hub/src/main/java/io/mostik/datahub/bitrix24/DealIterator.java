package io.mostik.datahub.bitrix24;

import io.mostik.core.PartialList;
import io.mostik.datahub.connector.HubOrder;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Walks deals in the order of their ids, each page asked for when the one before is used up. Belongs to one thread. */
final class DealIterator implements Iterator<HubOrder> {

    private final Bitrix24Deals deals;
    private final DealQuery query;
    private Iterator<HubOrder> page = List.<HubOrder>of().iterator();
    private long last;
    private boolean done;

    DealIterator(Bitrix24Deals deals, DealQuery query) {
        this.deals = deals;
        this.query = query;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && !done) {
            List<HubOrder> found = deals.page(query.where(">id", last));
            done = PartialList.came(found) < Bitrix24.PAGE;
            for (HubOrder order : found) {
                if (order.id() <= last) {
                    throw KeysetWalk.disorder("deals.list");
                }
                last = order.id();
            }
            page = found.iterator();
        }
        return page.hasNext();
    }

    @Override
    public HubOrder next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more deals");
        }
        return page.next();
    }
}
