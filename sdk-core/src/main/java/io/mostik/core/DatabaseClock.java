package io.mostik.core;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock of the database, read once a minute and continued by the steady count of this process. It is also read again
 * when the two clocks of this process disagree: then the machine slept, or its time was set. Thread-safe.
 */
final class DatabaseClock implements StoreClock {

    private static final Duration PERIOD = Duration.ofMinutes(1);
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final String query;
    private final TimeSource time;
    private volatile Reading last;

    private DatabaseClock(String query, TimeSource time, Reading first) {
        this.query = query;
        this.time = time;
        this.last = first;
    }

    /** Returns the clock of a database, which it reads. */
    static DatabaseClock measured(Connections connections, Dialect dialect, TimeSource time) throws SQLException {
        return new DatabaseClock(dialect.clock(), time, read(connections, dialect.clock(), time));
    }

    @Override
    public long millis(Connections connections) throws SQLException {
        if (isOld(last)) {
            last = read(connections, query, time);
        }
        return continued();
    }

    @Override
    public StoreClock insideTransaction() {
        return transaction -> continued();
    }

    private long continued() {
        Reading reading = last;
        return reading.millis()
                + Duration.ofNanos(time.nanoTime() - reading.nanos()).toMillis();
    }

    private boolean isOld(Reading reading) {
        Duration steady = Duration.ofNanos(time.nanoTime() - reading.nanos());
        Duration shown = Duration.between(reading.at(), time.now());
        return steady.compareTo(PERIOD) >= 0 || shown.minus(steady).abs().compareTo(TOLERANCE) > 0;
    }

    /** The database answered somewhere between question and answer; the middle is off by half of that at most. */
    private static Reading read(Connections connections, String query, TimeSource time) throws SQLException {
        return connections.read(session -> {
            try (PreparedStatement statement = session.prepare(query)) {
                long asked = time.nanoTime();
                try (ResultSet row = statement.executeQuery()) {
                    boolean unusedOneRow = row.next();
                    long taken = time.nanoTime() - asked;
                    return new Reading(row.getLong(1), asked + taken / 2, time.now());
                }
            }
        });
    }

    /** What the database said, and what the clocks of this process showed then. */
    private record Reading(long millis, long nanos, Instant at) {}
}
