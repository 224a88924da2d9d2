package io.mostik.bridge.server.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.mostik.bridge.H2Files;
import io.mostik.bridge.server.config.StoreSettings;
import io.mostik.core.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database that the settings name, behind a pool with time limits. Thread-safe. */
public final class ServerDatabase implements AutoCloseable {

    /** The name of the H2 files in their folder. */
    static final String NAME = "bridge";

    private static final String MODE = ";MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE";
    private static final String FREE_LOCKS_OF_A_FROZEN_NODE = "set idle_in_transaction_session_timeout = '30s'";
    private static final int H2_IN_USE = 90_020;
    private static final int H2_OTHER_FORMAT = 90_048;
    private static final int H2_DAMAGED = 90_030;
    private static final long PATIENCE_MILLIS = 4_000; // a caller is told to ask again after two of these
    private static final long ALIVE_MILLIS = 2_000;

    private final StoreSettings settings;
    private final Optional<FolderLock> lock;
    private final HikariDataSource pool;

    private ServerDatabase(StoreSettings settings, Optional<FolderLock> lock, HikariDataSource pool) {
        this.settings = settings;
        this.lock = lock;
        this.pool = pool;
    }

    /**
     * Opens a database.
     *
     * @param threads how many works at a time will ask it
     * @throws IllegalStateException if it cannot be opened; says why in words for people
     */
    public static ServerDatabase open(StoreSettings settings, int threads) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("mostik-bridge");
        pool.setMaximumPoolSize(threads + 8);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(PATIENCE_MILLIS);
        pool.setValidationTimeout(ALIVE_MILLIS);
        pool.setJdbcUrl(url(settings));
        if (settings.kind() == StoreSettings.Kind.POSTGRESQL) {
            pool.setUsername(settings.user());
            settings.password().map(each -> each.value().reveal()).ifPresent(pool::setPassword);
            pool.addDataSourceProperty("socketTimeout", "60");
            pool.addDataSourceProperty("connectTimeout", "10");
            pool.addDataSourceProperty("ApplicationName", "mostik-bridge");
            pool.setConnectionInitSql(FREE_LOCKS_OF_A_FROZEN_NODE);
        }
        Optional<FolderLock> lock = settings.folder().map(FolderLock::take);
        try {
            return new ServerDatabase(settings, lock, new HikariDataSource(pool));
        } catch (RuntimeException e) {
            lock.ifPresent(FolderLock::close);
            throw new IllegalStateException("store.url " + settings.url() + ": " + reason(e), e);
        }
    }

    /** Returns where connections come from. */
    public DataSource dataSource() {
        return pool;
    }

    /** Returns what it was opened with. */
    public StoreSettings settings() {
        return settings;
    }

    /** Returns the JDBC address of settings, without user and password. */
    static String url(StoreSettings settings) {
        return switch (settings.kind()) {
            case H2 -> files(settings, made(settings.folder().orElseThrow()).resolve(NAME)) + MODE;
            case MEMORY -> "jdbc:h2:mem:" + UUID.randomUUID() + MODE + ";DB_CLOSE_DELAY=-1";
            case POSTGRESQL -> "jdbc:" + settings.url();
        };
    }

    private static String files(StoreSettings settings, Path file) {
        return settings.isPowerSafe() ? H2Files.address(file) : "jdbc:h2:file:" + file;
    }

    private static Path made(Path folder) {
        try {
            return Files.createDirectories(folder).toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("store.url: the folder " + folder + " cannot be made", e);
        }
    }

    private static String reason(Throwable failure) {
        Optional<SQLException> sql = sqlFailure(failure);
        return switch (sql.map(SQLException::getErrorCode).orElse(0)) {
            case H2_IN_USE ->
                "another program has this folder open; one folder belongs to one program. While"
                        + " mostik-bridge runs, the other verbs ask it by its page";
            case H2_OTHER_FORMAT -> "the files were written by a newer release; use that one, or a backup of before it";
            case H2_DAMAGED -> "the files are damaged; put a copy in their place with mostik-bridge restore";
            default ->
                sql.map(each -> "it does not open (SQL state " + each.getSQLState() + ")")
                        .orElse("it does not open");
        };
    }

    private static Optional<SQLException> sqlFailure(@Nullable Throwable failure) {
        if (failure == null || failure instanceof SQLException) {
            return Optional.ofNullable((SQLException) failure);
        }
        return sqlFailure(failure.getCause());
    }

    /** Returns the password, for programs that speak to the server beside the pool. */
    Optional<Secret> password() {
        return settings.password().map(each -> each.value());
    }

    @Override
    public void close() {
        if (settings.kind() == StoreSettings.Kind.H2) {
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement()) {
                boolean unused = statement.execute("CHECKPOINT SYNC");
            } catch (SQLException e) {
                System.getLogger(ServerDatabase.class.getName())
                        .log(System.Logger.Level.WARNING, "the last words did not reach the disk", e);
            }
        }
        pool.close();
        lock.ifPresent(FolderLock::close);
    }
}
