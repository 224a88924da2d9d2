package io.mostik.core;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/** A database without tables, named so that another process can open it too. */
record StoreDatabase(String url, String user, String password) {

    private static final String VARIABLE = "MOSTIK_TEST_POSTGRES_";

    static StoreDatabase h2InMemory() {
        return new StoreDatabase("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "", "");
    }

    /** On disk, and every commit is there when it returns. */
    static StoreDatabase h2InFile(Path folder) {
        return new StoreDatabase(
                "jdbc:h2:file:" + folder.resolve("store-" + UUID.randomUUID()) + ";WRITE_DELAY=0", "", "");
    }

    /** A schema of its own on the server that the environment names; without one the test is skipped. */
    static StoreDatabase postgres() {
        String url = System.getenv(VARIABLE + "URL");
        Assumptions.assumeTrue(
                url != null,
                "no PostgreSQL: to run this test, set " + VARIABLE + "URL to a JDBC URL, " + VARIABLE + "USER and "
                        + VARIABLE + "PASSWORD, or start .ci/run where it may install one");
        String user = System.getenv().getOrDefault(VARIABLE + "USER", "");
        String password = System.getenv().getOrDefault(VARIABLE + "PASSWORD", "");
        String schema = "mostik_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection =
                        new StoreDatabase(url, user, password).open().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema " + schema);
        } catch (SQLException e) {
            throw new IllegalStateException("the PostgreSQL server of the tests does not answer", e);
        }
        return new StoreDatabase(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema, user, password);
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

    /** Opens it with a new connection for each use, and leaves nothing open in between. */
    DataSource open() {
        return url.startsWith("jdbc:h2:") ? h2() : postgresAt(new PGSimpleDataSource());
    }

    /** Opens it as an embedder would: some connections are kept. */
    DataSource openPooled() {
        return JdbcConnectionPool.create(
                url.startsWith("jdbc:h2:") ? h2() : postgresAt(new PGConnectionPoolDataSource()));
    }

    private JdbcDataSource h2() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL(url);
        return h2;
    }

    private <T extends BaseDataSource> T postgresAt(T postgres) {
        postgres.setURL(url);
        postgres.setUser(user);
        postgres.setPassword(password);
        return postgres;
    }
}
