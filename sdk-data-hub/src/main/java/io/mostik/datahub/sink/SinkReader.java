package io.mostik.datahub.sink;

import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonType;
import io.mostik.datahub.connector.StageMove;
import io.mostik.datahub.report.HubColumn;
import io.mostik.datahub.report.HubRecord;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads what was written, a part after the other by the id of the order. */
final class SinkReader {

    private static final JsonCodec JSON = JsonCodec.camelCase();
    private static final JsonType<HubRecord> RECORD = JsonType.of(HubRecord.class);
    private static final String CUSTOM = "custom.";
    private static final int ORDERS = 500;

    private final SinkDialect dialect;
    private final List<HubColumn> columns;
    private final String orders;
    private final String moves;

    SinkReader(SinkSchema schema, List<HubColumn> columns) {
        this.dialect = schema.dialect();
        this.columns = columns;
        String key = dialect.name("order_id");
        this.orders = "select "
                + columns.stream()
                        .map(column -> dialect.name(column.snakeName()))
                        .collect(Collectors.joining(", "))
                + " from " + dialect.name(schema.table()) + " where " + key + " > ? order by " + key + " limit "
                + ORDERS;
        String time = dialect.name("moved_at");
        this.moves = "select " + dialect.name("status_id") + ", " + time + ", " + dialect.name("observed") + " from "
                + dialect.name(schema.moves()) + " where " + key + " = ? order by " + time;
    }

    List<HubRecord> orders(Connection connection, long after) throws SQLException {
        List<HubRecord> read = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(orders)) {
            statement.setLong(1, after);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    read.add(JSON.read(RECORD, JSON.write(properties(found))));
                }
            }
        }
        return read;
    }

    private Map<String, Object> properties(ResultSet row) throws SQLException {
        Map<String, Object> properties = new LinkedHashMap<>();
        Map<String, Object> custom = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).name();
            if (row.getObject(i + 1) != null) {
                boolean own = name.startsWith(CUSTOM);
                (own ? custom : properties)
                        .put(
                                own ? name.substring(CUSTOM.length()) : name,
                                value(row, i + 1, columns.get(i).kind()));
            }
        }
        properties.put("custom", custom);
        return properties;
    }

    private Object value(ResultSet row, int place, HubColumn.Kind kind) throws SQLException {
        return switch (kind) {
            case NUMBER -> row.getLong(place);
            case TEXT -> row.getString(place);
            case AMOUNT -> new BigDecimal(row.getString(place));
            case TIME -> time(row, place).toString();
        };
    }

    private Instant time(ResultSet row, int place) throws SQLException {
        return dialect == SinkDialect.SQLITE
                ? Instant.parse(row.getString(place))
                : row.getObject(place, OffsetDateTime.class).toInstant();
    }

    List<StageMove> moves(Connection connection, long orderId) throws SQLException {
        List<StageMove> read = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(moves)) {
            statement.setLong(1, orderId);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    read.add(new StageMove(0, orderId, found.getString(1), time(found, 2), found.getBoolean(3)));
                }
            }
        }
        return read;
    }
}
