package io.mostik.core;

import java.sql.SQLException;

/** The clock that all nodes of a database share. */
interface StoreClock {

    /** Returns the milliseconds since 1970, asking the database where it must. */
    long millis(Connections connections) throws SQLException;

    /** Returns this clock for use in somebody's transaction, in which the clock of the database may stand still. */
    default StoreClock insideTransaction() {
        return this;
    }

    /** Returns a clock that asks no database. */
    static StoreClock of(TimeSource time) {
        return connections -> time.now().toEpochMilli();
    }
}
