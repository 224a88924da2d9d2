package io.mostik.bridge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings commits of H2 to the disk. Commits that wait together share one sync. A sync that failed is never tried again: what
 * the disk has lost by then nobody knows. Thread-safe.
 */
final class Syncs {

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
                writer.enter();
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
