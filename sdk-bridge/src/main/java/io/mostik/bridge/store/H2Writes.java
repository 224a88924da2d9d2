package io.mostik.bridge.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The way to a database of H2 in files. One transaction at a time changes something: H2 writes its tables and indexes one
 * after another while others go on, so that a process that dies between two commits may leave a row without its index. A
 * commit returns when it is in the file, or where a power cut counts on the disk, and a query when all that it may have seen
 * is; those that wait together share one {@linkplain Checkpoints checkpoint}. H2 itself writes at no time of its own.
 * Thread-safe.
 */
final class H2Writes implements DataSource {

    private static final String ROLLS_BACK = "org.h2.jdbcx.JdbcConnectionPool";
    private static final int MOST = 8; // of the ten that such a pool has
    private static final long PATIENCE_SECONDS = 10;

    private final DataSource files;
    private final Semaphore handedOut;
    private final OneWriter writer;
    private final Checkpoints checkpoints;
    private final boolean isAwaiting;

    private H2Writes(
            DataSource files, Semaphore handedOut, OneWriter writer, Checkpoints checkpoints, boolean isAwaiting) {
        this.files = files;
        this.handedOut = handedOut;
        this.writer = writer;
        this.checkpoints = checkpoints;
        this.isAwaiting = isAwaiting;
    }

    /** Returns the way to a database: this one for H2 in files, the same for others and for what was returned before. */
    static DataSource to(DataSource database, boolean isPowerSafe) throws SQLException {
        if (database instanceof H2Writes) {
            return database;
        }
        try (Connection connection = database.getConnection()) {
            String url = connection.getMetaData().getURL().toLowerCase(Locale.ROOT);
            if (!url.startsWith("jdbc:h2:") || url.startsWith("jdbc:h2:mem:")) {
                return database;
            }
            try (Statement statement = connection.createStatement()) {
                boolean unused = statement.execute("SET WRITE_DELAY " + Integer.MAX_VALUE);
            }
        }
        OneWriter writer = new OneWriter();
        return new H2Writes(database, new Semaphore(MOST), writer, new Checkpoints(writer, isPowerSafe), true);
    }

    /** Returns a way for what may be lost with its process: nothing waits until it is written. */
    static DataSource quick(DataSource database) {
        return database instanceof H2Writes writes
                ? new H2Writes(writes.files, writes.handedOut, writes.writer, writes.checkpoints, false)
                : database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return files.getClass().getName().equals(ROLLS_BACK)
                ? handOut()
                : new H2Connection(files.getConnection(), writer, checkpoints, isAwaiting, false, () -> {}).proxy();
    }

    /**
     * H2's own pool rolls back before it hands out, and H2 writes its trees at each rollback: this too is done in turn. Nobody
     * may wait for a connection then, so there are never more than the pool has.
     */
    private Connection handOut() throws SQLException {
        boolean isCounted = !writer.isMine();
        if (isCounted) {
            takePlace();
        }
        Runnable end = isCounted ? handedOut::release : () -> {};
        try {
            writer.enter();
            try {
                return new H2Connection(files.getConnection(), writer, checkpoints, isAwaiting, true, end).proxy();
            } finally {
                writer.leave();
            }
        } catch (SQLException | RuntimeException e) {
            end.run();
            throw e;
        }
    }

    private void takePlace() throws SQLException {
        try {
            if (!handedOut.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLTransientException("all connections have been in use for long", OneWriter.LOCK_TIMEOUT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while all connections were in use", e);
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the data source knows user and password");
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return files.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        files.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        files.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return files.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        return files.getParentLogger();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : files.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || files.isWrapperFor(type);
    }
}
