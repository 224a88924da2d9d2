package io.mostik.bridge.store;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Locale;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * The way to a database of H2 in files. One transaction at a time changes something: H2 writes its tables and indexes one
 * after another while others go on, so that a process that dies between two commits may leave a row without its index. Where
 * a power cut counts, a commit returns when it is on the disk, and a query when all that it may have seen is. Thread-safe.
 */
final class H2Writes implements DataSource {

    private final DataSource files;
    private final OneWriter writer;
    private final Syncs syncs;
    private final boolean isSynced;

    private H2Writes(DataSource files, OneWriter writer, Syncs syncs, boolean isSynced) {
        this.files = files;
        this.writer = writer;
        this.syncs = syncs;
        this.isSynced = isSynced;
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
                boolean unused = statement.execute("SET WRITE_DELAY 0"); // or a thread of H2 writes at times of its own
            }
        }
        OneWriter writer = new OneWriter();
        return new H2Writes(database, writer, new Syncs(writer), isPowerSafe);
    }

    /** Returns a way for what need not survive a power cut. */
    static DataSource quick(DataSource database) {
        return database instanceof H2Writes writes
                ? new H2Writes(writes.files, writes.writer, writes.syncs, false)
                : database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new H2Connection(files.getConnection(), writer, syncs, isSynced).proxy();
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
