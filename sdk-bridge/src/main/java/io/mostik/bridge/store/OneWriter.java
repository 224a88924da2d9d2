package io.mostik.bridge.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time change a database, from its first change to its commit. Not in order of arrival: to hand the
 * turn to a certain thread costs its awakening each time. Who has the turn may take it again. Thread-safe.
 */
final class OneWriter {

    /** The SQL state that tells of it. */
    static final String LOCK_TIMEOUT = "HYT00";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore turn = new Semaphore(1);
    private final Duration patience;
    private @Nullable Thread owner;
    private int times;

    OneWriter() {
        this(PATIENCE);
    }

    OneWriter(Duration patience) {
        this.patience = patience;
    }

    /**
     * Waits for the turn.
     *
     * @throws SQLException after ten seconds, with the state of a lock timeout, or when interrupted
     */
    void enter() throws SQLException {
        if (entersAgain()) {
            return;
        }
        boolean isMyTurn;
        try {
            isMyTurn = turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while another transaction was changing the database", e);
        }
        if (!isMyTurn) {
            throw new SQLTransientException(
                    "another transaction has been changing the database for long", LOCK_TIMEOUT);
        }
        begin();
    }

    /** Gives the turn back, from any thread. */
    synchronized void leave() {
        times--;
        if (times == 0) {
            owner = null;
            turn.release();
        }
    }

    /** Returns whether this thread has the turn. */
    synchronized boolean isMine() {
        return Thread.currentThread().equals(owner);
    }

    private synchronized boolean entersAgain() {
        if (!isMine()) {
            return false;
        }
        times++;
        return true;
    }

    private synchronized void begin() {
        owner = Thread.currentThread();
        times = 1;
    }
}
