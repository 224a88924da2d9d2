package io.mostik.bridge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings commits of H2, which are made in memory, into the file, and where a power cut counts onto the disk. Commits that
 * wait together share one checkpoint. After one that failed nothing more is written: what is lost by then nobody knows.
 * Thread-safe.
 */
final class Checkpoints {

    /** The SQL state of a transaction of which nobody can say whether it holds. */
    static final String MAYBE_COMMITTED = "08007";

    /** I/O error, file damaged, database closed: H2 has let go of what is only in memory, and may open the file anew. */
    private static final Set<Integer> LOST = Set.of(90_028, 90_030, 90_031, 90_098);

    private final OneWriter writer;
    private final String checkpoint;
    private final AtomicLong commits = new AtomicLong();
    private final ReentrantLock leader = new ReentrantLock();
    private volatile long written;
    private volatile boolean isBroken;

    /**
     * Creates them.
     *
     * @param isPowerSafe whether they reach the disk, or only the operating system
     */
    Checkpoints(OneWriter writer, boolean isPowerSafe) {
        this.writer = writer;
        this.checkpoint = isPowerSafe ? "CHECKPOINT SYNC" : "CHECKPOINT";
    }

    /**
     * Counts a commit that is about to be made; its thread has the turn to write.
     *
     * @return its number
     * @throws SQLException if an earlier one was lost
     */
    long next() throws SQLException {
        requireWhole();
        return commits.incrementAndGet();
    }

    /** Returns the number of the last commit that a query may have seen. */
    long last() {
        return commits.get();
    }

    /** Waits until a commit and all before it are written. */
    void await(long commit, Connection connection) throws SQLException {
        requireWhole();
        if (written >= commit) {
            return;
        }
        if (writer.isMine()) {
            write(connection);
            return;
        }
        leader.lock();
        try {
            requireWhole();
            if (written < commit) {
                takeTurn();
                try {
                    write(connection);
                } finally {
                    writer.leave();
                }
            }
        } finally {
            leader.unlock();
        }
    }

    /** Learns of a failure: after some, H2 has forgotten commits that are not written yet. */
    void failed(SQLException failure) {
        if (LOST.contains(failure.getErrorCode())) {
            isBroken = true;
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

    /** Nobody may be changing anything while H2 writes. */
    private void write(Connection connection) throws SQLException {
        requireWhole();
        long upTo = commits.get();
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute(checkpoint);
            written = upTo;
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
