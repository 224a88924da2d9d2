package io.mostik.bridge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings commits of H2 to the disk. Commits that wait together share one sync. A sync that failed is never tried again: what
 * the disk has lost by then nobody knows. Thread-safe.
 */
final class Syncs {

    /** The SQL state of a transaction of which nobody can say whether it holds. */
    static final String MAYBE_COMMITTED = "08007";

    private final OneWriter writer;
    private final AtomicLong commits = new AtomicLong();
    private final ReentrantLock leader = new ReentrantLock();
    private volatile long synced;
    private volatile boolean isBroken;

    Syncs(OneWriter writer) {
        this.writer = writer;
    }

    /**
     * Counts a commit that is about to be made; its thread has the turn to write.
     *
     * @return its number
     * @throws SQLException if an earlier one did not reach the disk
     */
    long next() throws SQLException {
        requireWhole();
        return commits.incrementAndGet();
    }

    /** Returns the number of the last commit that a query may have seen. */
    long last() {
        return commits.get();
    }

    /** Waits until a commit and all before it are on the disk. */
    void await(long commit, Connection connection) throws SQLException {
        if (synced >= commit) {
            return;
        }
        if (writer.isMine()) {
            sync(connection);
            return;
        }
        leader.lock();
        try {
            if (synced < commit) {
                takeTurn();
                try {
                    sync(connection);
                } finally {
                    writer.leave();
                }
            }
        } finally {
            leader.unlock();
        }
    }

    /** The commit is made: a failure here must not look as if it was taken back, or it would be made once more. */
    private void takeTurn() throws SQLException {
        try {
            writer.enter();
        } catch (SQLTransientException e) {
            throw new SQLException("a commit was made, and did not reach the disk in time", MAYBE_COMMITTED, e);
        }
    }

    /** H2 first writes what it has not, so nobody may be changing anything. */
    private void sync(Connection connection) throws SQLException {
        requireWhole();
        long upTo = commits.get();
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("CHECKPOINT SYNC");
            synced = upTo;
        } catch (SQLException e) {
            isBroken = true;
            throw e;
        }
    }

    private void requireWhole() throws SQLException {
        if (isBroken) {
            throw new SQLException("an earlier commit did not reach the disk; the database has to be opened anew");
        }
    }
}
