package io.mostik.datahub.sink;

import io.mostik.datahub.connector.StageMove;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Writes moves, each once; of observed ones those that change the status. */
final class SinkMoves {

    private static final String SELECT = "select 1 from ";

    private final SinkDialect dialect;
    private final String known;
    private final String last;
    private final String insert;

    SinkMoves(SinkSchema schema) {
        this.dialect = schema.dialect();
        String table = dialect.name(schema.moves());
        String order = dialect.name("order_id");
        String status = dialect.name("status_id");
        String time = dialect.name("moved_at");
        this.known = SELECT + table + " where " + order + " = ? and " + status + " = ? and " + time + " = ?";
        this.last = "select " + status + " from " + table + " where " + order + " = ? and " + time + " <= ? order by "
                + time + " desc limit 1";
        this.insert = "insert into " + table + " (" + order + ", " + status + ", " + time + ", "
                + dialect.name("observed") + ") values (?, ?, ?, ?)";
    }

    void write(Connection connection, StageMove move) throws SQLException {
        if (isKnown(connection, move) || (move.observed() && stands(connection, move))) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            fill(statement, move);
            statement.setObject(4, move.observed());
            statement.executeUpdate();
        }
    }

    private boolean isKnown(Connection connection, StageMove move) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(known)) {
            fill(statement, move);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    private boolean stands(Connection connection, StageMove move) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(last)) {
            statement.setLong(1, move.orderId());
            statement.setObject(2, dialect.value(move.at()));
            try (ResultSet found = statement.executeQuery()) {
                return found.next() && move.statusId().equals(found.getString(1));
            }
        }
    }

    private void fill(PreparedStatement statement, StageMove move) throws SQLException {
        statement.setLong(1, move.orderId());
        statement.setString(2, move.statusId());
        statement.setObject(3, dialect.value(move.at()));
    }
}
