package io.mostik.datahub;

import io.mostik.datahub.report.HubRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** A table in memory. Lasts as long as the process, as should the store of its connection. Thread-safe. */
final class MemoryTable implements HubTable {

    private final Map<Long, HubRecord> rows = new ConcurrentSkipListMap<>();

    /** Creates an empty table. */
    public MemoryTable() {
        // The initial state is in the field.
    }

    @Override
    public void put(HubRecord order) {
        rows.put(order.orderId(), order);
    }

    @Override
    public void remove(long orderId) {
        rows.remove(orderId);
    }

    /** Returns the records, by the ids of their orders. */
    public List<HubRecord> records() {
        return List.copyOf(rows.values());
    }
}
