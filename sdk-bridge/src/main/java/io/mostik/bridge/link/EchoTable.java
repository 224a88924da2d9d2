package io.mostik.bridge.link;

import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of fingerprints of what links have passed on. */
final class EchoTable {

    private EchoTable() {}

    static void remember(Connection connection, String run, String written, Set<String> hashes, Instant until)
            throws SQLException {
        for (String hash : hashes) {
            int unused = Sql.update(
                    connection,
                    "insert into mb_echo (run, value_hash, connection, expires_at) values (?, ?, ?, ?)"
                            + " on conflict do nothing",
                    run,
                    hash,
                    written,
                    until);
        }
    }

    /** The run whose values agree best with some, and with how many of them. */
    record Match(String run, int values) {}

    static Optional<Match> best(Connection connection, String from, Set<String> hashes, Instant now)
            throws SQLException {
        List<Object> values = new ArrayList<>();
        values.add(from);
        values.add(now);
        values.addAll(hashes);
        return Sql.find(
                connection,
                "select run, count(*) many from mb_echo where connection = ? and expires_at > ? and value_hash in ("
                        + Sql.places(hashes.size())
                        + ") group by run order by many desc, run limit 1",
                row -> new Match(row.getString("run"), row.getInt("many")),
                values.toArray());
    }

    static void forget(Connection connection, String run) throws SQLException {
        int unused = Sql.update(connection, "delete from mb_echo where run = ?", run);
    }

    static void forgetExpired(Connection connection, Instant now) throws SQLException {
        int unused = Sql.update(connection, "delete from mb_echo where expires_at <= ?", now);
    }
}
