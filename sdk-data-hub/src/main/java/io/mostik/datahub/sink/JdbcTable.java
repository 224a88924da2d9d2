package io.mostik.datahub.sink;

import io.mostik.core.StateStoreException;
import io.mostik.datahub.HubTable;
import io.mostik.datahub.connector.StageMove;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.report.HubRecord;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A table of a database that a refresh keeps up to date: PostgreSQL, H2, SQLite or DuckDB. One row an order, its columns those of
 * the settings; beside it a table {@code <name>_moves} with the stages that orders came to: the vendor's history, else what
 * the hub has observed. Both are made where they are missing. Columns that settings add later are added, and filled by the
 * refresh after that change; columns that settings no longer name stay.
 *
 * <pre>{@code
 * try (JdbcTable table = JdbcTable.file(Path.of("orders.sqlite"), "orders", settings.allColumns())) {
 *     hub.refresh(table);
 * }
 * }</pre>
 *
 * <p>A driver is needed on the class path. Each order is committed by itself before the position of the refresh moves on, so
 * nothing is lost when a process dies; {@link #putAll} commits 500 at a time. In SQLite times and amounts are texts. DuckDB
 * takes about 200 single orders a second, and a hundred times as many of {@code putAll}.
 * Keeps one connection, and opens another after a failure. Thread-safe: one statement at a time.
 */
public final class JdbcTable implements HubTable, AutoCloseable {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final int BATCH = 500;

    private final Connections connections;
    private final String table;
    private final List<HubColumn> columns;
    private Optional<Open> open = Optional.empty();

    /** Opens a connection. */
    private interface Connections {
        Connection open() throws SQLException;
    }

    /** What is done with a connection. */
    private interface Work<T> {
        T with(Open now) throws SQLException;
    }

    private record Open(
            Connection connection, SinkDialect dialect, SinkWriter writer, SinkMoves moves, SinkReader reader) {}

    private JdbcTable(Connections connections, String table, List<HubColumn> columns) {
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException("table must have 1 to 41 small letters, digits and underscores");
        }
        if (columns.isEmpty() || !columns.get(0).equals(HubColumn.USUAL.get(0))) {
            throw new IllegalArgumentException("columns must begin with orderId");
        }
        this.connections = connections;
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    /**
     * Returns the table of a database; nothing is opened before the first row.
     *
     * @param table in small letters
     * @param columns of it, as {@code settings.allColumns()} has them; those after the first may be left out
     * @throws IllegalArgumentException if a name cannot be one
     */
    public static JdbcTable of(DataSource database, String table, List<HubColumn> columns) {
        Objects.requireNonNull(database, "database");
        return new JdbcTable(database::getConnection, table, columns);
    }

    /**
     * Returns the table in a file of SQLite, if its name ends in {@code .sqlite} or {@code .db}, of DuckDB, if it ends in
     * {@code .duckdb}, else of H2; the file is made if it is missing. One process at a time writes to it.
     *
     * @throws IllegalArgumentException if a name cannot be one
     */
    public static JdbcTable file(Path file, String table, List<HubColumn> columns) {
        String path = file.toAbsolutePath().toString();
        String small = path.toLowerCase(Locale.ROOT);
        if (small.endsWith(".sqlite") || small.endsWith(".db")) {
            return new JdbcTable(() -> sqlite(path), table, columns);
        }
        if (path.contains(";")) {
            throw new IllegalArgumentException("file must have no semicolon");
        }
        String url = (small.endsWith(".duckdb") ? "jdbc:duckdb:" : "jdbc:h2:") + path;
        return new JdbcTable(() -> DriverManager.getConnection(url), table, columns);
    }

    private static Connection sqlite(String path) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + path);
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("pragma synchronous = normal");
            statement.execute("pragma busy_timeout = 10000");
        }
        return connection;
    }

    /**
     * Writes the record of an order in place of the one before.
     *
     * @throws StateStoreException if the database fails; nothing was written
     */
    @Override
    public void put(HubRecord order) {
        work(now -> now.writer().write(now.connection(), order));
    }

    /**
     * Writes many records, 500 with one commit, such as those of a run; holds no more of them in memory.
     *
     * @return how many
     * @throws StateStoreException if the database fails; whole batches before it were written
     */
    public long putAll(Iterable<HubRecord> orders) {
        Iterator<HubRecord> walk = orders.iterator();
        List<HubRecord> batch = new ArrayList<>(BATCH);
        long count = 0;
        while (walk.hasNext()) {
            batch.add(walk.next());
            if (batch.size() == BATCH || !walk.hasNext()) {
                work(now -> now.writer().writeAll(now.connection(), batch));
                count += batch.size();
                batch.clear();
            }
        }
        return count;
    }

    /** Takes a move; one that is known already changes nothing. */
    @Override
    public void moved(StageMove move) {
        work(now -> {
            now.moves().write(now.connection(), move);
            return 0;
        });
    }

    /** Removes the record of an order; its moves stay. */
    @Override
    public void remove(long orderId) {
        work(now -> {
            String delete = "delete from " + now.dialect().name(table) + " where "
                    + now.dialect().name("order_id") + " = ?";
            try (PreparedStatement statement = now.connection().prepareStatement(delete)) {
                statement.setLong(1, orderId);
                return statement.executeUpdate();
            }
        });
    }

    /** Returns the ids of its orders, read 500 at a time while they are walked; for {@code HubConnection.sweep}. */
    public Iterable<Long> orderIds() {
        return () -> {
            Iterator<HubRecord> walk = records().iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return walk.hasNext();
                }

                @Override
                public Long next() {
                    return walk.next().orderId();
                }
            };
        };
    }

    /** Returns its records by the ids of their orders, read 500 at a time while they are walked; for reports and charts. */
    public Iterable<HubRecord> records() {
        return () -> new Iterator<>() {
            private Iterator<HubRecord> some = List.<HubRecord>of().iterator();
            private long last = Long.MIN_VALUE;

            @Override
            public boolean hasNext() {
                if (!some.hasNext()) {
                    some = work(now -> now.reader().orders(now.connection(), last))
                            .iterator();
                }
                return some.hasNext();
            }

            @Override
            public HubRecord next() {
                if (!hasNext()) {
                    throw new NoSuchElementException("no more orders");
                }
                HubRecord next = some.next();
                last = next.orderId();
                return next;
            }
        };
    }

    /** Returns the moves of an order, the first of them first. */
    public List<StageMove> moves(long orderId) {
        return work(now -> now.reader().moves(now.connection(), orderId));
    }

    private synchronized <T> T work(Work<T> work) {
        try {
            Open now = open.isPresent() ? open.get() : open();
            open = Optional.of(now);
            return work.with(now);
        } catch (SQLException e) {
            close();
            throw new StateStoreException("the table " + table + " could not be written or read", e);
        }
    }

    private Open open() throws SQLException {
        Connection connection = connections.open();
        try {
            connection.setAutoCommit(true);
            SinkDialect dialect = SinkDialect.of(connection);
            SinkSchema schema = new SinkSchema(dialect, table);
            schema.bringUpTo(connection, columns);
            return new Open(
                    connection,
                    dialect,
                    new SinkWriter(schema, columns),
                    new SinkMoves(schema),
                    new SinkReader(schema, columns));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Closes the connection; a next row opens another one. */
    @Override
    public synchronized void close() {
        Optional<Open> before = open;
        open = Optional.empty();
        try {
            if (before.isPresent()) {
                before.get().connection().close();
            }
        } catch (SQLException e) {
            throw new StateStoreException("the connection of the table " + table + " could not be closed", e);
        }
    }

    /** Returns the name of the table. */
    @Override
    public String toString() {
        return "JdbcTable[" + table + "]";
    }
}
