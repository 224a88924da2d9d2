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
import java.util.stream.Collectors;

/** What databases write differently. */
enum SinkDialect {
    POSTGRESQL("bigint", "text", "timestamp with time zone", "numeric(38, 2)", "boolean"),
    /** Names are in upper case, so that queries need not quote them. */
    H2("bigint", "varchar", "timestamp(6) with time zone", "numeric(38, 2)", "boolean"),
    /** Amounts are texts, since the engine would make floating numbers of them; its sums take them as numbers. */
    SQLITE("integer", "text", "text", "text", "integer");

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
                "dataSource is of " + product + "; tables are written to PostgreSQL, H2 and SQLite");
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
    String upsert(String table, List<String> columns) {
        String names = columns.stream().map(this::name).collect(Collectors.joining(", "));
        String marks = columns.stream().map(each -> "?").collect(Collectors.joining(", "));
        if (this == H2) {
            return "merge into " + name(table) + " (" + names + ") key (" + name(columns.get(0)) + ") values (" + marks
                    + ")";
        }
        String changes = columns.stream()
                .skip(1)
                .map(column -> name(column) + " = excluded." + name(column))
                .collect(Collectors.joining(", "));
        return "insert into " + name(table) + " (" + names + ") values (" + marks + ") on conflict ("
                + name(columns.get(0)) + ") do update set " + changes;
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
