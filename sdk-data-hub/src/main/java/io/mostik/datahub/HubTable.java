package io.mostik.datahub;

import io.mostik.datahub.connector.StageMove;
import io.mostik.datahub.report.HubRecord;

/**
 * Where a refresh brings the records up to date: one row for each order, by its id. All may come again for the
 * same order after a crash, and must then change nothing.
 */
public interface HubTable {

    /** Writes the record of an order in place of the one before. */
    void put(HubRecord order);

    /**
     * Takes a move of an order to a status: from the vendor's history, else as observed, where it comes with each look at
     * the order whether or not it moved. Does nothing by default. Orders that do not pass the filter may be among those of a
     * history.
     */
    default void moved(StageMove move) {}

    /** Removes the record of an order, if there is one: it no longer passes the filter, or has gone. */
    void remove(long orderId);
}
