package io.mostik.bridge.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Something that is done with a connection. It may be done again from the start, if the database took it back.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface Work<T> {

    /** Does it. */
    T on(Connection connection) throws SQLException;
}
