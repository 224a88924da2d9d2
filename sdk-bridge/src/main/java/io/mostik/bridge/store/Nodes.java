package io.mostik.bridge.store;

import io.mostik.bridge.NodeSeen;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/**
 * Notes which nodes are alive, and how far the clock of each is from the database's. A node whose clock is more than two
 * seconds off does not join: leases are the database's time, but a call is stopped by the clock of its machine.
 */
public final class Nodes {

    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final Duration MOST_OFF = Duration.ofSeconds(2);

    private final BridgeDatabase database;
    private final String node;
    private final TimeSource time;
    private final TimeSource machine;

    /**
     * Creates the entry of a node.
     *
     * @param time the clock of the bridge
     * @param machine the clock of this machine
     */
    public Nodes(BridgeDatabase database, String node, TimeSource time, TimeSource machine) {
        this.database = database;
        this.node = node;
        this.time = time;
        this.machine = machine;
    }

    /**
     * Notes that this node begins.
     *
     * @throws IllegalStateException if the clock of this machine is more than two seconds from the database's
     */
    public void started() {
        Duration ahead = ahead();
        if (ahead.abs().compareTo(MOST_OFF) > 0) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "the clock of this machine is %.1f s %s the database's, and may be 2 s off: set it right, then"
                            + " start again",
                    ahead.abs().toMillis() / 1000.0,
                    ahead.isNegative() ? "behind" : "ahead of"));
        }
        Instant now = time.now();
        boolean unused = database.transaction("note this node", connection -> {
            int unusedOld = Sql.update(
                    connection, "delete from mb_node where node = ? or seen_at < ?", node, now.minus(FORGOTTEN));
            int unusedNew = Sql.update(
                    connection,
                    "insert into mb_node (node, started_at, seen_at, skew_millis) values (?, ?, ?, ?)",
                    node,
                    now,
                    now,
                    ahead.toMillis());
            return true;
        });
    }

    /** Notes that this node lives; a failure is no reason to stop. */
    public void seen() {
        try {
            Duration ahead = ahead();
            Instant now = time.now();
            int unused = database.transaction(
                    "note this node",
                    connection -> Sql.update(
                            connection,
                            "update mb_node set seen_at = ?, skew_millis = ? where node = ?",
                            now,
                            ahead.toMillis(),
                            node));
        } catch (StateStoreException e) {
            System.getLogger("io.mostik.bridge").log(System.Logger.Level.DEBUG, "the node could not be noted", e);
        }
    }

    /** Notes that this node has ended; one that has not said so is shown for a day. */
    public void ended() {
        int unused = database.transaction(
                "note this node", connection -> Sql.update(connection, "delete from mb_node where node = ?", node));
    }

    /** Returns the nodes that were seen within the last day and have not ended, by name. */
    public List<NodeSeen> list() {
        return database.read(
                "list nodes",
                connection -> Sql.list(
                        connection,
                        "select node, started_at, seen_at, skew_millis from mb_node where seen_at >= ? order by node",
                        row -> new NodeSeen(
                                row.getString("node"),
                                Instant.ofEpochMilli(row.getLong("started_at")),
                                Instant.ofEpochMilli(row.getLong("seen_at")),
                                Duration.ofMillis(row.getLong("skew_millis"))),
                        time.now().minus(FORGOTTEN)));
    }

    /** Returns by how much the machine is ahead at least: the database told its time between question and answer. */
    private Duration ahead() {
        return database.read("tell its time", connection -> {
            Instant asked = machine.now();
            Instant told = Sql.find(
                            connection,
                            "select current_timestamp",
                            row -> row.getObject(1, OffsetDateTime.class).toInstant())
                    .orElseThrow();
            Instant answered = machine.now();
            if (told.isBefore(asked)) {
                return Duration.between(told, asked);
            }
            return told.isAfter(answered) ? Duration.between(told, answered) : Duration.ZERO;
        });
    }
}
