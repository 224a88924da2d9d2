package io.mostik.datahub.sink;

import io.mostik.core.json.JsonCodec;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.report.HubRecord;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes records in place of those with the same order, each by itself or many with one commit. */
final class SinkWriter {

    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final SinkDialect dialect;
    private final List<HubColumn> columns;
    private final String upsert;
    private final Optional<String> upsertAll;

    SinkWriter(SinkSchema schema, List<HubColumn> columns) {
        this.dialect = schema.dialect();
        this.columns = columns;
        this.upsert = dialect.upsert(schema.table(), columns);
        this.upsertAll = dialect.upsertAll(schema.table(), columns);
    }

    int write(Connection connection, HubRecord order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            fill(statement, order);
            return statement.executeUpdate();
        }
    }

    int writeAll(Connection connection, List<HubRecord> orders) throws SQLException {
        connection.setAutoCommit(false);
        int written = upsertAll.isPresent()
                ? writeAsJson(connection, upsertAll.get(), orders)
                : writeBatch(connection, orders);
        connection.commit();
        connection.setAutoCommit(true);
        return written;
    }

    private int writeBatch(Connection connection, List<HubRecord> orders) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(upsert)) {
            for (HubRecord order : orders) {
                fill(statement, order);
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }

    /** One statement must not change a row twice: of an order that is there twice the last record counts. */
    private int writeAsJson(Connection connection, String sql, List<HubRecord> orders) throws SQLException {
        Map<Long, Map<String, Object>> rows = new LinkedHashMap<>();
        for (HubRecord order : orders) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (HubColumn column : columns) {
                column.value().apply(order).ifPresent(value -> row.put(column.snakeName(), value.toString()));
            }
            rows.put(order.orderId(), row);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, new String(JSON.write(new ArrayList<>(rows.values())), StandardCharsets.UTF_8));
            return statement.executeUpdate();
        }
    }

    private void fill(PreparedStatement statement, HubRecord order) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            HubColumn column = columns.get(i);
            Optional<?> value = column.value().apply(order);
            if (value.isPresent()) {
                statement.setObject(i + 1, dialect.value(value.get()));
            } else {
                statement.setNull(i + 1, nullType(column.kind()));
            }
        }
    }

    private static int nullType(HubColumn.Kind kind) {
        return switch (kind) {
            case NUMBER -> Types.BIGINT;
            case TEXT -> Types.VARCHAR;
            case TIME -> Types.TIMESTAMP_WITH_TIMEZONE;
            case AMOUNT -> Types.NUMERIC;
        };
    }
}
