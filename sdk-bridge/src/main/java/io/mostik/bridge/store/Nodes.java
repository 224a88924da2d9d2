package io.mostik.bridge.store;

import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** Notes which nodes are alive, and how far the clock of each is from the database's. */
public final class Nodes {

    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final BridgeDatabase database;
    private final String node;
    private final TimeSource time;

    /** Creates the entry of a node. */
    public Nodes(BridgeDatabase database, String node, TimeSource time) {
        this.database = database;
        this.node = node;
        this.time = time;
    }

    /** Notes that this node begins. */
    public void started() {
        Instant now = time.now();
        long skew = skew(now);
        boolean unused = database.transaction("note this node", connection -> {
            int unusedOld = Sql.update(
                    connection, "delete from mb_node where node = ? or seen_at < ?", node, now.minus(FORGOTTEN));
            int unusedNew = Sql.update(
                    connection,
                    "insert into mb_node (node, started_at, seen_at, skew_millis) values (?, ?, ?, ?)",
                    node,
                    now,
                    now,
                    skew);
            return true;
        });
    }

    /** Notes that this node lives; a failure is no reason to stop. */
    public void seen() {
        try {
            Instant now = time.now();
            long skew = skew(now);
            int unused = database.transaction(
                    "note this node",
                    connection -> Sql.update(
                            connection,
                            "update mb_node set seen_at = ?, skew_millis = ? where node = ?",
                            now,
                            skew,
                            node));
        } catch (StateStoreException e) {
            System.getLogger("io.mostik.bridge").log(System.Logger.Level.DEBUG, "the node could not be noted", e);
        }
    }

    private static long skew(Instant databaseTime) {
        return TimeSource.system().now().toEpochMilli() - databaseTime.toEpochMilli();
    }
}
