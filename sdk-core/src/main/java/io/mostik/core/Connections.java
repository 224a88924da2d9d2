package io.mostik.core;

import java.sql.SQLException;
import java.util.function.Predicate;

/** Where a {@link JdbcStateStore} gets its connections, and what a transaction is there. */
interface Connections {

    /** Reads something. */
    <T> T read(Work<T> work) throws SQLException;

    /** Does something in which each statement commits by itself. */
    <T> T on(Work<T> work) throws SQLException;

    /** Does something of which all is kept, or nothing: if it fails, or if the result is not one to keep. */
    <T> T atomically(Work<T> work, Predicate<T> isKept) throws SQLException;

    /** What is done on one connection. Repeated if the database has taken it back. */
    interface Work<T> {
        T with(Session session) throws SQLException;
    }
}
