package io.mostik.bridge.intent;

import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Intents that may have been sent before a restore, which the journal does not know. Each is read back at the vendor before
 * anything is sent for it.
 */
final class Doubts {

    private static final String MARK = "update mb_intent set in_doubt = true, begun = true, begun_at = ?,"
            + " code = case when state = 'ACCEPTED' then '" + Codes.IN_DOUBT + "' else code end, version = version + 1"
            + " where " + IntentTable.NOT_ENDED + " and (begun = true or valid_until is null or valid_until >= ?)";

    private Doubts() {}

    /**
     * Marks all that have not ended. What had not begun and was too late at that time cannot have been sent since.
     *
     * @param from since when something may have been sent that the journal does not know
     * @param base only this base's
     * @return how many
     */
    static int mark(Connection connection, Instant from, Optional<String> base, Instant now) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(now, from));
        base.ifPresent(values::add);
        return Sql.update(connection, MARK + (base.isPresent() ? " and base = ?" : ""), values.toArray());
    }

    /** Returns whether a document of that date, which the journal does not know, may have been sent before a restore. */
    static boolean isOf(Connection connection, String base, Instant dated) throws SQLException {
        return Sql.find(
                        connection,
                        "select 1 from mb_schema_version s left join mb_base b on b.base = ? where s.one = 1"
                                + " and (s.released_at > ? or b.released_at > ?)",
                        row -> row.getInt(1),
                        base,
                        dated,
                        dated)
                .isPresent();
    }

    /** Returns a new row that may have been sent under another id. */
    static IntentRow inDoubt(IntentRow row) {
        Instant now = row.intent().acceptedAt();
        return new IntentRow(row.intent(), row.digest(), row.isHolding(), true, Optional.of(now), true, row.alarm());
    }
}
