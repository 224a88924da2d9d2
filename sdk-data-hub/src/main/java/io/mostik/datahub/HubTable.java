package io.mostik.datahub;

import io.mostik.datahub.report.HubRecord;

/**
 * Where a refresh brings the records up to date: one row for each order, by its id. Both methods may come again for the
 * same order after a crash, and must then change nothing.
 */
public interface HubTable {

    /** Writes the record of an order in place of the one before. */
    void put(HubRecord order);

    /** Removes the record of an order, if there is one: it no longer passes the filter, or has gone. */
    void remove(long orderId);
}
