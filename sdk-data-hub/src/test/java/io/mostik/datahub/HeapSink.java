package io.mostik.datahub;

import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.sink.JdbcTable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;

/** The databases that many orders are written to in a small heap, those of this machine only. */
enum HeapSink {
    H2,
    SQLITE,
    POSTGRESQL,
    DUCKDB;

    private static final String POSTGRES_URL = "MOSTIK_TEST_POSTGRES_URL";

    static List<HeapSink> ofThisMachine() {
        return Arrays.stream(values())
                .filter(sink -> switch (sink) {
                    case H2, SQLITE -> true;
                    case POSTGRESQL -> System.getenv(POSTGRES_URL) != null;
                    case DUCKDB ->
                        DriverManager.drivers()
                                .anyMatch(driver -> driver.getClass().getName().startsWith("org.duckdb."));
                })
                .toList();
    }

    /** Returns those that keep up with a vendor order by order; DuckDB takes a few dozen. */
    static List<HeapSink> refreshed() {
        return ofThisMachine().stream().filter(sink -> sink != DUCKDB).toList();
    }

    /** Returns the table of this name, in a file of its own in the folder where the database is one of files. */
    JdbcTable table(Path folder, String name, List<HubColumn> columns) {
        return switch (this) {
            case H2 -> JdbcTable.file(folder.resolve(name), name, columns);
            case SQLITE -> JdbcTable.file(folder.resolve(name + ".sqlite"), name, columns);
            case DUCKDB -> JdbcTable.file(folder.resolve(name + ".duckdb"), name, columns);
            case POSTGRESQL -> JdbcTable.of(new OneConnection(HeapSink::postgres), name, columns);
        };
    }

    /** Leaves nothing of a table in a database that others use. */
    void drop(String name) throws SQLException {
        if (this == POSTGRESQL) {
            try (Connection connection = postgres();
                    Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists " + name + ", " + name + "_moves");
            }
        }
    }

    private static Connection postgres() throws SQLException {
        return DriverManager.getConnection(
                System.getenv(POSTGRES_URL),
                System.getenv("MOSTIK_TEST_POSTGRES_USER"),
                System.getenv("MOSTIK_TEST_POSTGRES_PASSWORD"));
    }
}
