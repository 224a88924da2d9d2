package io.mostik.bankcards.workflow;

import io.mostik.core.JdbcStateStore;
import io.mostik.core.StateStore;
import io.mostik.core.TimeSource;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** A database that outlives its stores, as it does a process; each store is a node of its own. */
final class SharedDatabase {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    StateStore node(TimeSource time) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        return JdbcStateStore.create(h2, time);
    }
}
