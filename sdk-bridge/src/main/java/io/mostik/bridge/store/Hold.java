package io.mostik.bridge.store;

import io.mostik.bridge.decision.Decisions;
import java.time.Instant;
import java.util.Optional;

/** The mark that nothing is sent until a person says so. */
public final class Hold {

    private final BridgeDatabase database;
    private final Decisions decisions;

    /** Creates the mark of a bridge. */
    public Hold(BridgeDatabase database, Decisions decisions) {
        this.database = database;
        this.decisions = decisions;
    }

    /** Returns whether it is set. */
    public boolean isHeld() {
        return database.read(
                        "see whether sending is held",
                        connection -> Sql.find(
                                connection,
                                "select held_at from mb_schema_version where one = 1",
                                row -> Sql.instant(row, "held_at")))
                .flatMap(held -> held)
                .isPresent();
    }

    /** Sets the mark. */
    public void hold(String who, String reason) {
        mark(Optional.of(decisions.time().now()), who, "hold sending", reason);
    }

    /** Lifts the mark. */
    public void release(String who, String reason) {
        mark(Optional.empty(), who, "release sending", reason);
    }

    private void mark(Optional<Instant> at, String who, String what, String reason) {
        boolean unused = database.transaction(what, connection -> {
            decisions.append(connection, who, what, "sending", reason);
            int unusedRows = Sql.update(connection, "update mb_schema_version set held_at = ? where one = 1", at);
            return true;
        });
    }
}
