package io.mostik.datahub.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mostik.core.StateStoreException;
import io.mostik.datahub.OneConnection;
import io.mostik.datahub.connector.StageMove;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.report.HubRecord;
import io.mostik.datahub.statuses.DealState;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The table on each database that there is; PostgreSQL where {@code MOSTIK_TEST_POSTGRES_URL} says, DuckDB where its driver is
 * on the class path, as with {@code -Pduckdb}.
 */
class JdbcTableTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

    @TempDir
    Path folder;

    private static HubRecord.Builder order(long id) {
        HubRecord.Builder order = HubRecord.builder();
        order.orderId(id).number("B-" + id).createdAt(NOON).statusId("C5:NEW").state(DealState.NEW);
        return order.salesVolume(new BigDecimal("940.10"));
    }

    @ParameterizedTest
    @EnumSource(SinkDialect.class)
    void givenOrder_whenPutTwice_thenLastStays(SinkDialect database) throws SQLException {
        try (Place place = new Place(database)) {
            JdbcTable table = place.table(HubColumn.USUAL);

            table.put(order(1).build());
            table.put(order(1).cost(new BigDecimal("400.00")).closedAt(NOON).build());
            table.put(order(2).build());
            table.remove(2);
            table.remove(3);

            assertThat(place.rows("select order_id, number, cost, sales_volume, state, location_id from "
                            + place.name("orders")))
                    .containsExactly("1 B-1 400.00 940.10 NEW null");
            assertThat(table.orderIds()).containsExactly(1L);
        }
    }

    @ParameterizedTest
    @EnumSource(SinkDialect.class)
    void givenMoreColumns_whenOpenedAgain_thenAreAdded(SinkDialect database) throws SQLException {
        try (Place place = new Place(database)) {
            place.table(HubColumn.USUAL).put(order(1).build());

            JdbcTable grown = place.table(HubColumn.with(List.of("manager", "custom.ufCrm_17", "paid")));
            grown.put(order(2).manager("Иван П.")
                    .putCustom("ufCrm_17", "синий")
                    .paid(BigDecimal.ONE)
                    .build());
            place.table(HubColumn.USUAL).put(order(3).build());

            assertThat(place.rows("select order_id, manager, custom_ufcrm_17 from " + place.name("orders")
                            + " order by order_id"))
                    .containsExactly("1 null null", "2 Иван П. синий", "3 null null");
        }
    }

    @ParameterizedTest
    @EnumSource(SinkDialect.class)
    void givenMoves_whenTold_thenEachIsThereOnce(SinkDialect database) throws SQLException {
        try (Place place = new Place(database)) {
            JdbcTable table = place.table(HubColumn.USUAL);

            for (int time = 0; time < 2; time++) {
                table.moved(new StageMove(0, 1, "A", NOON, true));
                table.moved(new StageMove(0, 1, "A", NOON.plusSeconds(60), true));
                table.moved(new StageMove(0, 1, "B", NOON.plusSeconds(90), true));
                table.moved(new StageMove(7, 2, "A", NOON, false));
                table.moved(new StageMove(8, 2, "A", NOON.plusSeconds(1), false));
            }

            assertThat(place.rows("select order_id, status_id from " + place.name("orders_moves")
                            + " order by order_id, moved_at"))
                    .containsExactly("1 A", "1 B", "2 A", "2 A");
        }
    }

    @ParameterizedTest
    @EnumSource(SinkDialect.class)
    void givenManyOrders_whenPutAtOnce_thenAllAreThere(SinkDialect database) throws SQLException {
        try (Place place = new Place(database)) {
            JdbcTable table = place.table(HubColumn.USUAL);

            long written = table.putAll(LongStream.rangeClosed(1, 2_300)
                    .mapToObj(id -> order(id).build())
                    .toList());

            assertThat(written).isEqualTo(2_300);
            assertThat(table.orderIds()).hasSize(2_300).startsWith(1L).endsWith(2_300L);
        }
    }

    @ParameterizedTest
    @EnumSource(SinkDialect.class)
    void givenOrderTwiceAtOnce_whenPut_thenLastStays(SinkDialect database) throws SQLException {
        try (Place place = new Place(database)) {
            JdbcTable table = place.table(HubColumn.with(List.of("custom.ufCrm_17")));
            HubRecord odd = order(2).putCustom("ufCrm_17", "a 'b' \"c\" \\ {d} \u0001")
                    .salesVolume(new BigDecimal("-12345678901234567890.10"))
                    .build();

            table.putAll(List.of(order(1).number("B-0").cost(BigDecimal.TEN).build(), odd, order(1).build()));
            table.putAll(List.of(odd));

            assertThat(table.records()).containsExactly(order(1).build(), odd);
        }
    }

    @ParameterizedTest
    @EnumSource(SinkDialect.class)
    void givenRecordsAndMoves_whenRead_thenAreWhatWasWritten(SinkDialect database) throws SQLException {
        try (Place place = new Place(database)) {
            JdbcTable table = place.table(HubColumn.with(List.of("manager", "custom.ufCrm_17", "paid")));
            HubRecord full = order(9).manager("Иван П.")
                    .putCustom("ufCrm_17", "5")
                    .paid(new BigDecimal("1.50"))
                    .locationId(31)
                    .build();

            table.putAll(List.of(full, order(10).build()));
            table.moved(new StageMove(0, 9, "A", NOON, true));

            assertThat(table.records()).containsExactly(full, order(10).build());
            assertThat(table.moves(9)).containsExactly(new StageMove(0, 9, "A", NOON, true));
        }
    }

    @Test
    void givenFailure_whenPutAgain_thenOpensAnother() throws SQLException {
        try (Place place = new Place(SinkDialect.H2)) {
            JdbcTable table = place.table(HubColumn.USUAL);
            table.put(order(1).build());
            place.rows("drop table " + place.name("orders"));

            assertThatThrownBy(() -> table.put(order(2).build())).isInstanceOf(StateStoreException.class);
            table.put(order(2).build());

            assertThat(table.orderIds()).containsExactly(2L);
        }
    }

    @Test
    void givenNameThatIsNone_whenMade_thenIsRefused() {
        Path file = folder.resolve("x.sqlite");

        assertThatThrownBy(() -> JdbcTable.file(file, "orders; drop", HubColumn.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("table");
        assertThatThrownBy(() -> JdbcTable.file(file, "orders", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orderId");
    }

    /** A database of its own for each test. */
    private final class Place implements AutoCloseable {

        private final SinkDialect dialect;
        private final String prefix;
        private final List<JdbcTable> tables = new ArrayList<>();

        Place(SinkDialect dialect) {
            this.dialect = dialect;
            this.prefix = dialect == SinkDialect.POSTGRESQL ? "hub" + Long.toString(System.nanoTime(), 36) + "_" : "";
            assumeTrue(dialect != SinkDialect.POSTGRESQL || System.getenv("MOSTIK_TEST_POSTGRES_URL") != null);
            assumeTrue(dialect != SinkDialect.DUCKDB || DriverManager.drivers().anyMatch(Place::isDuckDb));
        }

        private static boolean isDuckDb(Driver driver) {
            return driver.getClass().getName().equals("org.duckdb.DuckDBDriver");
        }

        String name(String table) {
            return prefix + table;
        }

        JdbcTable table(List<HubColumn> columns) {
            tables.forEach(JdbcTable::close);
            JdbcTable table = switch (dialect) {
                case H2 -> JdbcTable.file(folder.resolve("hub"), name("orders"), columns);
                case SQLITE -> JdbcTable.file(folder.resolve("hub.sqlite"), name("orders"), columns);
                case DUCKDB -> JdbcTable.file(folder.resolve("hub.duckdb"), name("orders"), columns);
                case POSTGRESQL -> JdbcTable.of(new OneConnection(this::connect), name("orders"), columns);
            };
            tables.add(table);
            return table;
        }

        private Connection connect() throws SQLException {
            return switch (dialect) {
                case H2 -> DriverManager.getConnection("jdbc:h2:" + folder.resolve("hub"));
                case SQLITE -> DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("hub.sqlite"));
                case DUCKDB -> DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("hub.duckdb"));
                case POSTGRESQL ->
                    DriverManager.getConnection(
                            System.getenv("MOSTIK_TEST_POSTGRES_URL"),
                            System.getenv("MOSTIK_TEST_POSTGRES_USER"),
                            System.getenv("MOSTIK_TEST_POSTGRES_PASSWORD"));
            };
        }

        /** Through a connection beside that of the table. */
        List<String> rows(String sql) throws SQLException {
            List<String> rows = new ArrayList<>();
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                if (!statement.execute(sql)) {
                    return rows;
                }
                ResultSet found = statement.getResultSet();
                while (found.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                        cells.add(String.valueOf(found.getString(i)));
                    }
                    rows.add(String.join(" ", cells));
                }
            }
            return rows;
        }

        @Override
        public void close() throws SQLException {
            tables.forEach(JdbcTable::close);
            if (dialect == SinkDialect.POSTGRESQL) {
                for (String table :
                        Stream.of("orders", "orders_moves").map(this::name).toList()) {
                    rows("drop table if exists " + table);
                }
            }
        }
    }
}
