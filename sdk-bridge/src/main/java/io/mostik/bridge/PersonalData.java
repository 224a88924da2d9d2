package io.mostik.bridge;

import io.mostik.bridge.decision.Decisions;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.PersonIndex;
import io.mostik.bridge.store.Sql;
import io.mostik.core.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a person, found by telephone number or e-mail address through an index of HMACs. What was accepted before
 * the pepper was set is not in it. Obtained from {@link Bridge#personalData}. Thread-safe.
 */
public final class PersonalData {

    private static final String ERASE_INTENT = "update mb_intent set fields = '{}', results = '{}', vendor_says = null,"
            + " subject = null, version = version + 1 where id = ? and state in ('DONE', 'REFUSED', 'CANCELLED')";
    private static final String ERASE_RUN =
            "update mb_run set data = '{}', notes = '', event_id = 'erased', about = null"
                    + " where id = ? and state <> 'WAITING'";

    private final BridgeDatabase database;
    private final Decisions decisions;
    private final Connections connections;
    private final PersonIndex index;

    PersonalData(BridgeDatabase database, Decisions decisions, Connections connections, PersonIndex index) {
        this.database = database;
        this.decisions = decisions;
        this.connections = connections;
        this.index = index;
    }

    /**
     * What is noted of a person.
     *
     * @param hash the HMAC by which it was found
     * @param intents ids of intents
     * @param runs ids of runs of links
     */
    public record Found(String hash, List<String> intents, List<String> runs) {

        /** Copies the lists. */
        public Found {
            intents = List.copyOf(intents);
            runs = List.copyOf(runs);
        }
    }

    /**
     * What became of what was noted.
     *
     * @param intents how many intents were erased
     * @param runs how many runs were erased
     * @param open what has not ended and was left: settle it, and erase again
     */
    public record Erased(int intents, int runs, List<String> open) {

        /** Copies the list. */
        public Erased {
            open = List.copyOf(open);
        }
    }

    /**
     * Finds what is kept of who has a telephone number.
     *
     * @param region where a national number is from; empty to take the only region of the connections
     * @throws IllegalArgumentException if it cannot be read as a number
     */
    public Found ofPhone(String phone, Optional<String> region) {
        return find(PersonIndex.phone(phone, region.or(connections::onlyRegion))
                .orElseThrow(() -> new IllegalArgumentException(
                        "this is no telephone number; a national one needs the region, such as HU")));
    }

    /**
     * Finds what is kept of who has an e-mail address.
     *
     * @throws IllegalArgumentException if it cannot be read as an address
     */
    public Found ofEmail(String email) {
        return find(
                PersonIndex.email(email).orElseThrow(() -> new IllegalArgumentException("this is no e-mail address")));
    }

    /**
     * Erases what was asked for a person and what came of it: keys, states, digests and times stay. What has not ended is
     * left. The decision names the person by the HMAC alone.
     */
    public Erased erase(Found person, String who, String reason) {
        return database.transaction("erase a person", connection -> {
            List<String> open = new ArrayList<>();
            int intents = erase(connection, PersonIndex.INTENT, ERASE_INTENT, person.intents(), open);
            int runs = erase(connection, PersonIndex.RUN, ERASE_RUN, person.runs(), open);
            decisions.append(
                    connection,
                    who,
                    "erase a person",
                    "person " + person.hash() + ": " + intents + " intents, " + runs + " runs, " + open.size()
                            + " open",
                    reason);
            return new Erased(intents, runs, open);
        });
    }

    /** Notes whom a run is about, in the transaction that writes it down. */
    public void note(Connection transaction, String run, String connection, Json data) throws SQLException {
        index.add(transaction, PersonIndex.RUN, run, data, region(connection));
    }

    private Found find(String key) {
        String hash = index.hash(key);
        return database.read(
                "find a person",
                connection -> new Found(
                        hash,
                        PersonIndex.refs(connection, PersonIndex.INTENT, hash),
                        PersonIndex.refs(connection, PersonIndex.RUN, hash)));
    }

    private static int erase(Connection connection, String kind, String sql, List<String> refs, List<String> open)
            throws SQLException {
        int erased = 0;
        for (String ref : refs) {
            if (Sql.update(connection, sql, ref) == 1) {
                PersonIndex.remove(connection, kind, ref);
                erased++;
            } else {
                open.add(ref);
            }
        }
        return erased;
    }

    Optional<String> region(String connection) {
        return connections.region(connection).or(connections::onlyRegion);
    }
}
