package io.mostik.bridge.decision;

import io.mostik.bridge.BridgeNames;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Sql;
import io.mostik.bridge.text.Sha256;
import io.mostik.core.TimeSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What people decided, append-only. Each decision carries a hash over itself and the one before, so that one that was
 * changed or taken out later is found by {@link #firstBroken}. Whoever owns the database could write the whole chain anew:
 * against that only the last hash, kept elsewhere, helps. Thread-safe.
 */
public final class Decisions {

    private static final int PAGE = 500;
    private static final String WHO = "mostik-bridge";
    private static final String FORGOTTEN = "forget decisions";
    private static final int LONGEST_REASON = 2_000;
    private static final String ALL = "select * from mb_decision where number > ? order by number limit ?";

    /** The range is for the index alone: in some languages it holds neighbours. */
    static final String ABOUT = "select * from mb_decision where about >= ? and about <= ?"
            + " and (about = ? or substring(about, 1, ?) = ?) order by number desc limit ?";

    private static final String LAST_PART = "zzzz";

    private final BridgeDatabase database;
    private final TimeSource time;

    /** Creates the decisions of a bridge. */
    public Decisions(BridgeDatabase database, TimeSource time) {
        this.database = database;
        this.time = time;
    }

    /** Writes a decision down. */
    public void append(String who, String what, String about, String reason) {
        boolean unused = database.transaction("write a decision down", connection -> {
            append(connection, who, what, about, reason);
            return true;
        });
    }

    /**
     * Writes a decision down in a transaction, with what follows from it.
     *
     * @throws IllegalArgumentException if there is no reason, or it has more than 2,000 characters
     */
    public void append(Connection transaction, String who, String what, String about, String reason)
            throws SQLException {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("reason must have 1 to " + LONGEST_REASON + " characters");
        }
        lockHead(transaction);
        Optional<Decision> last =
                Sql.find(transaction, "select * from mb_decision order by number desc limit 1", Decisions::read);
        Cut cut = cut(transaction);
        String before = last.map(Decision::hash).orElse(cut.hash());
        Decision next = new Decision(
                last.map(Decision::number).orElse(cut.number()) + 1,
                Instant.ofEpochMilli(time.now().toEpochMilli()),
                BridgeNames.key("who", who),
                BridgeNames.key("what", what),
                about,
                Optional.of(reason),
                Sha256.hex(reason),
                "");
        int unused = Sql.update(
                transaction,
                "insert into mb_decision (number, at, who, what, about, reason, reason_digest, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                next.number(),
                next.at(),
                next.who(),
                next.what(),
                next.about(),
                reason,
                next.reasonDigest(),
                before,
                hash(before, next));
    }

    /** Returns one page of decisions, in the order in which they were taken. */
    public List<Decision> list(long afterNumber, int limit) {
        return database.read(
                "list decisions", connection -> Sql.list(connection, ALL, Decisions::read, afterNumber, limit));
    }

    /** Returns the last decisions, the newest first. */
    public List<Decision> newest(int limit) {
        return database.read(
                "list decisions",
                connection -> Sql.list(
                        connection, "select * from mb_decision order by number desc limit ?", Decisions::read, limit));
    }

    /**
     * Returns the last decisions about some things, such as {@code intent 01JD...}, or about a part of one, {@code intent
     * 01JD... phone}; the newest first. Reads no others.
     *
     * @param limit how many at most, of each thing and of all
     */
    public List<Decision> about(Collection<String> things, int limit) {
        return database.read("list decisions", connection -> {
            Map<Long, Decision> found = new TreeMap<>(Comparator.reverseOrder());
            for (String thing : things) {
                about(connection, thing, limit).forEach(decision -> found.put(decision.number(), decision));
            }
            return found.values().stream().limit(limit).toList();
        });
    }

    private static List<Decision> about(Connection connection, String thing, int limit) throws SQLException {
        String part = thing + " ";
        return Sql.list(connection, ABOUT, Decisions::read, thing, part + LAST_PART, thing, part.length(), part, limit);
    }

    /** Erases a reason, which may name somebody; its digest stays, and the chain stays whole. */
    public boolean eraseReason(long number) {
        return database.transaction(
                        "erase a reason",
                        connection ->
                                Sql.update(connection, "update mb_decision set reason = null where number = ?", number))
                == 1;
    }

    /**
     * Forgets decisions that are older than a time. Where the chain is cut, and the hash there, is itself a decision, so that
     * what is kept can still be checked, and a cut by somebody else is found.
     *
     * @return how many were forgotten
     */
    public int forget(Instant before) {
        return database.transaction("forget decisions", connection -> {
            lockHead(connection);
            Optional<Decision> last = Sql.find(
                    connection,
                    "select * from mb_decision where number < (select min(number) from mb_decision where at >= ?)"
                            + " or (at < ? and not exists (select 1 from mb_decision where at >= ?))"
                            + " order by number desc limit 1",
                    Decisions::read,
                    before,
                    before,
                    before);
            if (last.isEmpty() || isAlone(connection, last.get())) {
                return 0;
            }
            append(
                    connection,
                    WHO,
                    FORGOTTEN,
                    about(last.get().number(), last.get().hash()),
                    "keep.decisions");
            int unused = Sql.update(
                    connection,
                    "update mb_schema_version set cut_number = ?, cut_hash = ? where one = 1",
                    last.get().number(),
                    last.get().hash());
            return Sql.update(
                    connection,
                    "delete from mb_decision where number <= ?",
                    last.get().number());
        });
    }

    /** A cut that stands alone is not cut again: nothing would be gained but another cut. */
    private static boolean isAlone(Connection connection, Decision last) throws SQLException {
        long kept = Sql.find(connection, "select count(*) from mb_decision", row -> row.getLong(1))
                .orElse(0L);
        return kept == 1 && last.what().equals(FORGOTTEN);
    }

    /**
     * Returns the number of the first decision that is not as it was written, or is missing; empty if all are. What was
     * forgotten by {@link #forget} is not missing.
     */
    public OptionalLong firstBroken() {
        Cut cut = database.read("see where it is cut", Decisions::cut);
        boolean isToldOf = cut.number() == 0;
        String before = cut.hash();
        long number = cut.number();
        List<Decision> page;
        do {
            page = list(number, PAGE);
            for (Decision decision : page) {
                if (!isWhole(before, number, decision)) {
                    return OptionalLong.of(number + 1);
                }
                isToldOf |=
                        decision.what().equals(FORGOTTEN) && decision.about().equals(about(cut.number(), cut.hash()));
                before = decision.hash();
                number = decision.number();
            }
        } while (page.size() == PAGE);
        return isToldOf ? OptionalLong.empty() : OptionalLong.of(cut.number());
    }

    private static boolean isWhole(String before, long number, Decision decision) {
        return decision.number() == number + 1
                && decision.hash().equals(hash(before, decision))
                && decision.reason()
                        .map(Sha256::hex)
                        .orElse(decision.reasonDigest())
                        .equals(decision.reasonDigest());
    }

    /** The last decision that was forgotten. */
    private record Cut(long number, String hash) {}

    private static Cut cut(Connection connection) throws SQLException {
        return Sql.find(
                        connection,
                        "select cut_number, cut_hash from mb_schema_version where one = 1",
                        row -> new Cut(row.getLong(1), row.getString(2)))
                .orElseThrow();
    }

    private static String about(long number, String hash) {
        return "decisions to " + number + ", hash " + hash;
    }

    /** Returns the clock by which decisions are dated. */
    public TimeSource time() {
        return time;
    }

    private static void lockHead(Connection transaction) throws SQLException {
        Optional<Integer> unused = Sql.find(
                transaction, "select one from mb_schema_version where one = 1 for update", row -> row.getInt(1));
    }

    private static String hash(String before, Decision decision) {
        return Sha256.hex(String.join(
                "\n",
                before,
                Long.toString(decision.number()),
                Long.toString(decision.at().toEpochMilli()),
                decision.who(),
                decision.what(),
                decision.about(),
                decision.reasonDigest()));
    }

    private static Decision read(ResultSet row) throws SQLException {
        return new Decision(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("who"),
                row.getString("what"),
                row.getString("about"),
                Optional.ofNullable(row.getString("reason")),
                row.getString("reason_digest"),
                row.getString("hash"));
    }
}
