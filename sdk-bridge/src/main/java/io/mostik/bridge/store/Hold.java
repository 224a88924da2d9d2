package io.mostik.bridge.store;

import io.mostik.bridge.Held;
import io.mostik.bridge.decision.Decisions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The mark that nothing is sent until a person says so. */
public final class Hold {

    private static final String HELD =
            "select held_at, held_why, is_restored from mb_schema_version where one = 1 and held_at is not null";
    private static final int LONGEST_REASON = 2_000;

    private final BridgeDatabase database;
    private final Decisions decisions;

    /** Creates the mark of a bridge. */
    public Hold(BridgeDatabase database, Decisions decisions) {
        this.database = database;
        this.decisions = decisions;
    }

    /** What is done in the transaction of a release. */
    @FunctionalInterface
    public interface WithRelease {

        /** Does it. */
        void on(Connection connection) throws SQLException;
    }

    /** Returns why it is set; empty if it is not. */
    public Optional<Held> find() {
        return database.read("see whether sending is held", Hold::find);
    }

    /** As {@link #find()}, on a connection. */
    public static Optional<Held> find(Connection connection) throws SQLException {
        return Sql.find(
                connection,
                HELD,
                row -> new Held(
                        "",
                        Instant.ofEpochMilli(row.getLong("held_at")),
                        Optional.ofNullable(row.getString("held_why")).orElse(""),
                        row.getBoolean("is_restored")));
    }

    /**
     * Sets the mark; one that says "restored" stays so.
     *
     * @param isRestored whether the journal was put back from a copy
     */
    public void hold(String who, String reason, boolean isRestored) {
        String why = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
        boolean unused = database.transaction("hold sending", connection -> {
            decisions.append(connection, who, "hold sending", "sending", why);
            int unusedRows = Sql.update(
                    connection,
                    "update mb_schema_version set held_at = coalesce(held_at, ?), held_why = ?,"
                            + " is_restored = (is_restored or ?) where one = 1",
                    decisions.time().now(),
                    why,
                    isRestored);
            return true;
        });
    }

    /**
     * Lifts the mark.
     *
     * @param from since when something may have been sent that the journal does not know; required after a restore
     * @throws IllegalArgumentException if it is required and missing, or lies in the future
     * @throws NoSuchElementException if there is no mark, nor an instant to doubt from
     */
    public void release(String who, String reason, Optional<Instant> from, WithRelease also) {
        boolean unused = database.transaction("release sending", connection -> {
            Instant now = decisions.time().now();
            Optional<Held> held = find(connection);
            if (from.isEmpty() && held.isEmpty()) {
                throw new NoSuchElementException("sending is not held");
            }
            if (from.isEmpty() && held.filter(Held::isRestored).isPresent()) {
                throw new IllegalArgumentException("after a restore: from when may the journal lack what was sent?");
            }
            checkPast(from, now);
            decisions.append(connection, who, "release sending", about("sending", from), reason);
            int unusedRows = Sql.update(
                    connection,
                    "update mb_schema_version set held_at = null, held_why = null, is_restored = false,"
                            + " released_at = coalesce(?, released_at) where one = 1",
                    from.map(unusedFrom -> now));
            also.on(connection);
            return true;
        });
    }

    /**
     * Checks that an instant does not lie in the future.
     *
     * @throws IllegalArgumentException if it does
     */
    public static void checkPast(Optional<Instant> from, Instant now) {
        if (from.filter(now::isBefore).isPresent()) {
            throw new IllegalArgumentException("from must not lie in the future");
        }
    }

    /** Returns what a decision is about, with the instant. */
    public static String about(String what, Optional<Instant> from) {
        return from.map(instant -> what + ", from " + instant).orElse(what);
    }
}
