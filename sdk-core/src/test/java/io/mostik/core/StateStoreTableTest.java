package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mostik.core.StateStore.Entry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How the store comes by its table. */
class StateStoreTableTest {

    private static final String EARLIER = "create table mostik_state (state_key varchar(200) primary key,"
            + " state_value text not null, version bigint not null, expires_at bigint)";
    private static final String[] GRANTS = {"select", "insert", "update", "delete"};

    static List<Named<Supplier<StoreDatabase>>> databasesOfEarlierReleases() {
        return List.of(Named.of("H2", StoreDatabase::h2InMemory), Named.of("PostgreSQL", StoreDatabase::postgres));
    }

    static List<Named<Supplier<StoreDatabase>>> newTables() {
        return List.of(
                Named.of("H2", StoreDatabase::h2InMemory),
                Named.of("PostgreSQL", StoreDatabase::postgres),
                Named.of("MariaDB", StoreDatabase::mariaDb));
    }

    static List<Named<Supplier<StoreDatabase>>> servers() {
        return List.of(Named.of("PostgreSQL", StoreDatabase::postgres), Named.of("MariaDB", StoreDatabase::mariaDb));
    }

    @ParameterizedTest
    @MethodSource("databasesOfEarlierReleases")
    void givenTableOfEarlierRelease_whenOpening_thenItsValuesAreThere(Supplier<StoreDatabase> kind) {
        StoreDatabase database = kind.get();
        database.execute(
                EARLIER,
                "insert into mostik_state values ('a1', 'lower', 7, null), ('B', 'upper', 8, null), ('_x', 'old', 9, 1)");

        StateStore store = JdbcStateStore.create(database.openPooled());

        assertThat(store.stream("")).extracting(Entry::value).containsExactly("upper", "lower");
        assertThat(store.write("a1", "new", 7, Optional.empty())).isPresent();
        assertThat(store.write("_x", "new", StateStore.ABSENT, Optional.empty()))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("newTables")
    void givenNewTable_whenOpened_thenOldRowsAreFoundByAnIndex(Supplier<StoreDatabase> kind) throws SQLException {
        StoreDatabase database = kind.get();
        DataSource pool = database.openPooled();

        JdbcStateStore.create(pool).put("a", "1");

        try (Connection connection = pool.getConnection();
                ResultSet indexes = connection
                        .getMetaData()
                        .getIndexInfo(
                                connection.getCatalog(),
                                connection.getSchema(),
                                connection.getMetaData().storesUpperCaseIdentifiers() ? "MOSTIK_STATE" : "mostik_state",
                                false,
                                false)) {
            List<String> columns = new ArrayList<>();
            while (indexes.next()) {
                columns.add(String.valueOf(indexes.getString("COLUMN_NAME")).toLowerCase(Locale.ROOT));
            }
            assertThat(columns).contains("expires_at");
        }
    }

    @ParameterizedTest
    @MethodSource("servers")
    void givenEightNodes_whenCreatingTheTableAtOnce_thenEachFindsIt(Supplier<StoreDatabase> server) throws Exception {
        StoreDatabase database = server.get();
        DataSource pool = database.openPooled();
        ExecutorService nodes = Executors.newFixedThreadPool(8);

        for (int round = 0; round < 5; round++) {
            database.execute("drop table if exists mostik_state");
            List<Future<JdbcStateStore>> opened = IntStream.range(0, 8)
                    .mapToObj(node -> nodes.submit(() -> JdbcStateStore.create(pool)))
                    .toList();
            for (Future<JdbcStateStore> one : opened) {
                one.get().put("a", "1");
            }
            assertThat(JdbcStateStore.create(pool).stream("").map(Entry::key)).containsExactly("a");
            assertThat(database.rows()).isEqualTo(1);
        }

        nodes.shutdownNow();
    }

    @Test
    void givenPostgresUserWithoutCreate_whenTableExists_thenWorks() {
        StoreDatabase database = StoreDatabase.postgres();
        String schema = database.url().substring(database.url().lastIndexOf('=') + 1);
        database.execute(
                JdbcStateStore.createTableStatement("PostgreSQL"),
                "create role " + schema + " login password 'p'",
                "grant usage on schema " + schema + " to " + schema,
                "grant " + String.join(", ", GRANTS) + " on mostik_state to " + schema);

        assertWorks(database.as(schema, "p"));
    }

    @Test
    void givenUserWhoMayNotCreateInMariaDb_whenTableIsThere_thenWorks() {
        StoreDatabase database = StoreDatabase.mariaDb();
        String name = database.url().substring(database.url().lastIndexOf('/') + 1);
        String user = name.substring(0, 30);
        database.execute(
                JdbcStateStore.createTableStatement("MariaDB"),
                "create user " + user + "@127.0.0.1 identified by 'p'",
                "grant " + String.join(", ", GRANTS) + " on " + name + ".mostik_state to " + user + "@127.0.0.1");

        assertWorks(database.as(user, "p"));
    }

    @Test
    void givenUserWhoMayNotCreateInH2_whenTableIsThere_thenWorks() {
        StoreDatabase database = new StoreDatabase(StoreDatabase.h2InMemory().url(), "sa", "");
        database.execute(
                JdbcStateStore.createTableStatement("H2"),
                "create user clerk password 'p'",
                "grant " + String.join(", ", GRANTS) + " on mostik_state to clerk");

        assertWorks(database.as("clerk", "p"));
    }

    @Test
    void givenUserWhoMayNotCreate_whenTableIsMissing_thenSaysSo() {
        StoreDatabase database = new StoreDatabase(StoreDatabase.h2InMemory().url(), "sa", "");
        database.execute("create user clerk password 'p'");

        assertThatExceptionOfType(StateStoreException.class)
                .isThrownBy(
                        () -> JdbcStateStore.create(database.as("clerk", "p").open()))
                .withMessageContaining("could not open its table")
                .havingCause()
                .withMessageContaining("rights");
    }

    private static void assertWorks(StoreDatabase database) {
        StateStore store = JdbcStateStore.create(database.openPooled());

        store.put("a", "1");

        assertThat(JdbcStateStore.create(database.openPooled()).find("a")).isPresent();
    }
}
