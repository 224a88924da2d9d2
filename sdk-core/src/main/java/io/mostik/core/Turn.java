package io.mostik.core;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread of this process at a time into a database. All stores on one database have one turn, which stays as long as
 * the process. Thread-safe.
 */
final class Turn {

    private static final long PATIENCE_SECONDS = 10;
    private static final Map<String, Turn> BY_DATABASE = new ConcurrentHashMap<>();

    private final ReentrantLock lock = new ReentrantLock();

    private Turn() {}

    /** Returns the turn of a database. */
    static Turn of(String database) {
        return BY_DATABASE.computeIfAbsent(database, unused -> new Turn());
    }

    /**
     * Waits for the turn; give it back by {@link #end}.
     *
     * @throws SQLException after ten seconds, or when interrupted
     */
    void begin() throws SQLException {
        boolean isMine;
        try {
            isMine = lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while another thread was changing the database", e);
        }
        if (!isMine) {
            throw new SQLTransientException("another thread has been changing the database for long", "HYT00");
        }
    }

    /** Gives the turn back. */
    void end() {
        lock.unlock();
    }
}
