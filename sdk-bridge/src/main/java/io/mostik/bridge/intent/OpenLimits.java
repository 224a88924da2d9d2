package io.mostik.bridge.intent;

import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * 1,000 open intents a base, 1,000 waiting a subject. A base is counted at most once a second and for each hundred that
 * were accepted since, so that several nodes may go beyond the limit by as many. Thread-safe.
 */
final class OpenLimits {

    static final int MOST = 1_000;

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final int FEW = 100;

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    /**
     * Checks after one more was written.
     *
     * @throws TooManyOpenException if there are more than there may be
     */
    void check(Connection connection, String base, Instant now) throws SQLException {
        Count known = counts.get(base);
        if (known == null || !known.isFresh(now) || known.open() + known.since().incrementAndGet() > MOST) {
            known = new Count(count(connection, "base", base), now, new AtomicInteger());
            counts.put(base, known);
        }
        if (known.open() > MOST) {
            throw new TooManyOpenException("base " + base, MOST);
        }
    }

    /** Returns whether there is surely room for one more, without asking; if so, it is counted in. */
    boolean isBelow(String base, Instant now) {
        Count known = counts.get(base);
        return known != null
                && known.isFresh(now)
                && known.open() + known.since().incrementAndGet() <= MOST;
    }

    /**
     * Checks after one more of a subject was written.
     *
     * @throws TooManyOpenException if there are more than there may be
     */
    void checkSubject(Connection connection, String subject) throws SQLException {
        if (count(connection, "subject", subject) > MOST) {
            throw new TooManyOpenException("the subject", MOST);
        }
    }

    private static int count(Connection connection, String column, String value) throws SQLException {
        return Sql.find(
                        connection,
                        "select count(*) from mb_intent where " + IntentTable.OPEN + " and " + column + " = ?",
                        row -> row.getInt(1),
                        value)
                .orElse(0);
    }

    /** How many were open, when, and how many came since. */
    private record Count(int open, Instant at, AtomicInteger since) {

        boolean isFresh(Instant now) {
            return now.isBefore(at.plus(FRESH)) && since.get() < FEW;
        }
    }
}
