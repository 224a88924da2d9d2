package io.mostik.core;

import com.mysql.cj.jdbc.MysqlConnectionPoolDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Assumptions;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;
import org.sqlite.javax.SQLiteConnectionPoolDataSource;

/** A database without tables, named so that another process can open it too. */
public record StoreDatabase(String url, String user, String password) {

    public static StoreDatabase h2InMemory() {
        return h2InMemory("");
    }

    /** With further settings, as {@code ;MODE=Oracle}. */
    static StoreDatabase h2InMemory(String settings) {
        return new StoreDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings, "", "");
    }

    /** On disk, and every commit is there when it returns. */
    static StoreDatabase h2InFile(Path folder) {
        return new StoreDatabase(
                "jdbc:h2:file:" + folder.resolve("store-" + UUID.randomUUID()) + ";WRITE_DELAY=0", "", "");
    }

    /** On disk, with the settings that SQLite needs for several writers. */
    static StoreDatabase sqlite(Path folder) {
        return new StoreDatabase(
                "jdbc:sqlite:" + folder.resolve("store-" + UUID.randomUUID())
                        + "?journal_mode=WAL&busy_timeout=10000&transaction_mode=IMMEDIATE",
                "",
                "");
    }

    /** A schema of its own on the server that the environment names; without one the test is skipped. */
    public static StoreDatabase postgres() {
        StoreDatabase server = server("PostgreSQL", "MOSTIK_TEST_POSTGRES_");
        String schema = "mostik_" + UUID.randomUUID().toString().replace("-", "");
        server.execute("create schema " + schema);
        return new StoreDatabase(
                server.url + (server.url.contains("?") ? "&" : "?") + "currentSchema=" + schema,
                server.user,
                server.password);
    }

    /** A database of its own on the server that the environment names; without one the test is skipped. */
    public static StoreDatabase mariaDb() {
        StoreDatabase server = server("MariaDB", "MOSTIK_TEST_MARIADB_");
        String database = "mostik_" + UUID.randomUUID().toString().replace("-", "");
        server.execute("create database " + database);
        return new StoreDatabase(
                server.url.replaceFirst("(//[^/]*)/[^?]*", "$1/" + database), server.user, server.password);
    }

    /** The same, by the driver of MySQL. */
    static StoreDatabase mariaDbByMySqlDriver() {
        StoreDatabase database = mariaDb();
        return new StoreDatabase(
                database.url.replaceFirst("^jdbc:mariadb:", "jdbc:mysql:"), database.user, database.password);
    }

    private static StoreDatabase server(String name, String variable) {
        Map<String, String> environment = System.getenv();
        String url = environment.get(variable + "URL");
        Assumptions.assumeTrue(
                url != null,
                "no " + name + ": to run this test, set " + variable + "URL to a JDBC URL, " + variable + "USER and "
                        + variable + "PASSWORD, or start .ci/run where it may install one");
        return new StoreDatabase(
                url,
                environment.getOrDefault(variable + "USER", ""),
                environment.getOrDefault(variable + "PASSWORD", ""));
    }

    /** Returns the database that another process was told to open. */
    static StoreDatabase fromEnvironment() {
        Map<String, String> environment = System.getenv();
        return new StoreDatabase(
                environment.get("STORE_URL"), environment.get("STORE_USER"), environment.get("STORE_PASSWORD"));
    }

    /** Tells another process what to open. */
    void writeTo(Map<String, String> environment) {
        environment.put("STORE_URL", url);
        environment.put("STORE_USER", user);
        environment.put("STORE_PASSWORD", password);
    }

    /** Returns the same database for another user, who may not change its settings. */
    StoreDatabase as(String otherUser, String otherPassword) {
        return new StoreDatabase(url.replace(";DB_CLOSE_DELAY=-1", ""), otherUser, otherPassword);
    }

    /** Executes a statement as somebody else than the store. */
    void execute(String... statements) {
        try (Connection connection = open().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the tests does not do this", e);
        }
    }

    /** A database with a table, whose connections are kept for many short tests. */
    public static final class Opened {

        private final StoreDatabase database;
        private final String url;
        private final DataSource pool;

        private Opened(StoreDatabase database) {
            this.database = database;
            this.url = database.url;
            this.pool = database.openPooled();
            JdbcStateStore unused = JdbcStateStore.create(pool);
        }

        /** Returns a store over the table. */
        public JdbcStateStore store(TimeSource time) {
            return JdbcStateStore.create(pool, time);
        }

        /** Removes what stores have written. */
        public void clear() {
            execute("delete from mostik_state where length(state_key) > 0");
        }

        /** Copies the rows whose keys end so, under further keys: as if so many more were written. */
        public void multiply(String end, int copies) {
            boolean isPostgres = url.startsWith("jdbc:postgresql:");
            String numbers = isPostgres ? "generate_series(1, " + copies + ") n(x)" : series(copies);
            String key = isPostgres
                    ? "state_key || x"
                    : url.startsWith("jdbc:h2:") ? "state_key || stringtoutf8(x)" : "concat(state_key, x)";
            String like = url.startsWith("jdbc:h2:") ? "utf8tostring(state_key)" : "state_key";
            execute("insert into mostik_state select " + key + ", state_value, version, expires_at from mostik_state, "
                    + numbers + " where " + like + " like '%" + end + "'");
        }

        private String series(int copies) {
            return url.startsWith("jdbc:h2:")
                    ? "system_range(1, " + copies + ")"
                    : "(select seq x from seq_1_to_" + copies + ") n";
        }

        /** Returns a connection beside the store, which no pool gives to others. */
        public Connection connection() throws SQLException {
            return database.open().getConnection();
        }

        /** Executes a statement as somebody else than the store. */
        public void execute(String sql) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException("the database of the tests does not do this", e);
            }
        }
    }

    /** Opens it for many short tests. */
    public Opened opened() {
        return new Opened(this);
    }

    /** Returns how many rows the table of the store has, without the one that describes it. */
    long rows() {
        try (Connection connection = open().getConnection();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) - 1 from mostik_state")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the table cannot be counted", e);
        }
    }

    /** Gives back the memory that it takes. */
    void forget() {
        if (url.startsWith("jdbc:h2:mem:")) {
            execute("shutdown");
        }
    }

    /** Opens it with a new connection for each use, and leaves nothing open in between. */
    DataSource open() {
        if (url.startsWith("jdbc:postgresql:")) {
            return postgresAt(new PGSimpleDataSource());
        }
        return (DataSource) connections();
    }

    /** Opens it as an embedder would: some connections are kept. */
    JdbcConnectionPool openPooled() {
        JdbcConnectionPool pool = JdbcConnectionPool.create(connections());
        pool.setMaxConnections(20);
        return pool;
    }

    private ConnectionPoolDataSource connections() {
        try {
            return switch (url.split(":")[1]) {
                case "h2" -> h2();
                case "postgresql" -> postgresAt(new PGConnectionPoolDataSource());
                case "mariadb" -> mariaDbSource();
                case "mysql" -> mySqlSource();
                default -> sqliteSource();
            };
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the tests cannot be opened", e);
        }
    }

    private JdbcDataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        h2.setUser(user);
        h2.setPassword(password);
        return h2;
    }

    private <T extends BaseDataSource> T postgresAt(T postgres) {
        postgres.setURL(url);
        postgres.setUser(user);
        postgres.setPassword(password);
        return postgres;
    }

    private MariaDbDataSource mariaDbSource() throws SQLException {
        MariaDbDataSource source = new MariaDbDataSource(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private MysqlConnectionPoolDataSource mySqlSource() {
        MysqlConnectionPoolDataSource source = new MysqlConnectionPoolDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private SQLiteConnectionPoolDataSource sqliteSource() {
        SQLiteConnectionPoolDataSource source = new SQLiteConnectionPoolDataSource();
        source.setUrl(url);
        return source;
    }
}
