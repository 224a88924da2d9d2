package io.mostik.datahub.sink;

import io.mostik.datahub.report.HubColumn;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What databases write differently. */
enum SinkDialect {
    POSTGRESQL("bigint", "text", "timestamp with time zone", "numeric(38, 2)", "boolean"),
    /** Names are in upper case, so that queries need not quote them. */
    H2("bigint", "varchar", "timestamp(6) with time zone", "numeric(38, 2)", "boolean"),
    /** Amounts are texts, since the engine would make floating numbers of them; its sums take them as numbers. */
    SQLITE("integer", "text", "text", "text", "integer"),
    /** Slow with single rows, so that many come as one JSON text. */
    DUCKDB("bigint", "varchar", "timestamp with time zone", "decimal(38, 2)", "boolean");

    /** Texts of the same length, so that their order is that of the times. */
    private static final DateTimeFormatter SORTABLE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    private final String number;
    private final String text;
    private final String time;
    private final String amount;
    private final String flag;

    SinkDialect(String number, String text, String time, String amount, String flag) {
        this.number = number;
        this.text = text;
        this.time = time;
        this.amount = amount;
        this.flag = flag;
    }

    static SinkDialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        for (SinkDialect dialect : values()) {
            if (dialect.name().equalsIgnoreCase(product)) {
                return dialect;
            }
        }
        throw new IllegalArgumentException(
                "dataSource is of " + product + "; tables are written to PostgreSQL, H2, SQLite and DuckDB");
    }

    String name(String identifier) {
        return '"' + (this == H2 ? identifier.toUpperCase(Locale.ROOT) : identifier) + '"';
    }

    String type(HubColumn.Kind kind) {
        return switch (kind) {
            case NUMBER -> number;
            case TEXT -> text;
            case TIME -> time;
            case AMOUNT -> amount;
        };
    }

    String flag() {
        return flag;
    }

    /** Returns the statement that writes a row in place of the one with the same first column. */
    String upsert(String table, List<HubColumn> columns) {
        String marks = columns.stream().map(each -> "?").collect(Collectors.joining(", "));
        if (this == H2) {
            return "merge into " + name(table) + " (" + names(columns) + ") key ("
                    + name(columns.get(0).snakeName()) + ") values (" + marks + ")";
        }
        return "insert into " + name(table) + " (" + names(columns) + ") values (" + marks + ")" + inPlace(columns);
    }

    /**
     * Returns the statement that writes many rows at once, no two with the same first column: its only value is a JSON array
     * of objects, all their properties texts. Empty where a batch of single rows does as well.
     */
    Optional<String> upsertAll(String table, List<HubColumn> columns) {
        if (this != DUCKDB) {
            return Optional.empty();
        }
        String shape = columns.stream()
                .map(column -> "\"" + column.snakeName() + "\":\"" + type(column.kind()) + "\"")
                .collect(Collectors.joining(",", "[{", "}]"));
        return Optional.of("insert into " + name(table) + " (" + names(columns) + ") select unnest(from_json(?, '"
                + shape + "'), recursive := true)" + inPlace(columns));
    }

    private String names(List<HubColumn> columns) {
        return columns.stream().map(column -> name(column.snakeName())).collect(Collectors.joining(", "));
    }

    private String inPlace(List<HubColumn> columns) {
        return columns.stream()
                .skip(1)
                .map(column -> name(column.snakeName()))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(
                        ", ", " on conflict (" + name(columns.get(0).snakeName()) + ") do update set ", ""));
    }

    /** Returns a value as the driver takes it. */
    Object value(Object value) {
        if (value instanceof Instant time) {
            OffsetDateTime micros = time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            return this == SQLITE ? SORTABLE.format(micros) : micros;
        }
        return this == SQLITE && value instanceof BigDecimal amount ? amount.toPlainString() : value;
    }
}
