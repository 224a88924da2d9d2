package io.mostik.bridge.store;

import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads times with their offset. By its own way db-scheduler writes local times, which H2 takes for those of the
 * JVM's zone: alarms would be hours off, or twice the same in the night when summer time ends.
 */
final class H2Times extends DefaultJdbcCustomization {

    H2Times() {
        super(true);
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant at) throws SQLException {
        statement.setObject(index, at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }
}
