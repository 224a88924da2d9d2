package io.mostik.bridge;

import io.mostik.core.test.TcpRelay;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A database for a test of the bridge, named so that another process can open it too. */
public record BridgeStore(String url, String user, String password) {

    private static final int CONNECTIONS = 30;

    /** A database in memory. */
    public static BridgeStore h2() {
        return new BridgeStore("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1", "", "");
    }

    /** A database in a file. */
    public static BridgeStore h2File(Path folder) {
        return new BridgeStore(
                "jdbc:h2:file:" + folder.resolve("bridge")
                        + ";MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=64",
                "",
                "");
    }

    /** The same for somebody who does without the bridge: H2 writes each of his commits before it returns. */
    BridgeStore writingEachCommit() {
        return new BridgeStore(url + ";WRITE_DELAY=0", user, password);
    }

    /** A schema of its own on the server that the environment names; without one the test is skipped. */
    public static BridgeStore postgres() {
        Map<String, String> environment = System.getenv();
        String url = environment.get("MOSTIK_TEST_POSTGRES_URL");
        Assumptions.assumeTrue(url != null, "no PostgreSQL: to run this test, set MOSTIK_TEST_POSTGRES_URL");
        String user = environment.getOrDefault("MOSTIK_TEST_POSTGRES_USER", "");
        String password = environment.getOrDefault("MOSTIK_TEST_POSTGRES_PASSWORD", "");
        String schema = "mostik_bridge_" + UUID.randomUUID().toString().replace("-", "");
        new BridgeStore(url, user, password).execute("create schema " + schema);
        return new BridgeStore(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema, user, password);
    }

    /** Returns a way to the server of this database. */
    public TcpRelay relay() {
        URI server = server();
        return TcpRelay.to(server.getHost(), server.getPort());
    }

    /** Returns this database behind a relay. */
    public BridgeStore behind(TcpRelay relay) {
        String server = server().getAuthority();
        return new BridgeStore(url.replace("//" + server, "//127.0.0.1:" + relay.port()), user, password);
    }

    private URI server() {
        return URI.create(url.substring("jdbc:".length()));
    }

    /** H2 in memory or PostgreSQL, by name. */
    public static BridgeStore named(String name) {
        return name.equals("H2") ? h2() : postgres();
    }

    /** Returns the database that another process was told to open. */
    public static BridgeStore fromEnvironment() {
        Map<String, String> environment = System.getenv();
        return new BridgeStore(
                environment.get("STORE_URL"), environment.get("STORE_USER"), environment.get("STORE_PASSWORD"));
    }

    /** Tells another process what to open. */
    public void writeTo(Map<String, String> environment) {
        environment.put("STORE_URL", url);
        environment.put("STORE_USER", user);
        environment.put("STORE_PASSWORD", password);
    }

    /** Opens it as an embedder would: some connections are kept. */
    public JdbcConnectionPool pool() {
        JdbcConnectionPool pool;
        if (url.startsWith("jdbc:postgresql:")) {
            PGConnectionPoolDataSource postgres = new PGConnectionPoolDataSource();
            postgres.setURL(url);
            postgres.setUser(user);
            postgres.setPassword(password);
            pool = JdbcConnectionPool.create(postgres);
        } else {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setURL(url);
            h2.setUser(user);
            h2.setPassword(password);
            pool = JdbcConnectionPool.create(h2);
        }
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    /** Executes a statement beside the bridge. */
    public void execute(String sql) {
        JdbcConnectionPool pool = pool();
        try {
            execute(pool, sql);
        } finally {
            pool.dispose();
        }
    }

    /** Executes a statement on an open database. */
    public static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the tests does not do this", e);
        }
    }
}
