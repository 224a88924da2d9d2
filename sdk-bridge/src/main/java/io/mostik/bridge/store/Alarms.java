package io.mostik.bridge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * An alarm clock that lasts as long as the database: it wakes, and nothing else. What is to be done stands in the
 * journal; an alarm may ring twice, late, or on another node. Thread-safe.
 */
public interface Alarms extends AutoCloseable {

    /** Hears an alarm. */
    @FunctionalInterface
    interface Listener {

        /** Does what is due. If it throws, the alarm rings again soon. */
        void ring(String alarm);
    }

    /** Sets an alarm in a transaction: it rings if that is committed. Setting it again changes nothing. */
    void set(Connection transaction, String alarm, Instant at) throws SQLException;

    /**
     * Writes a new row, and sets an alarm if it was not there: both in one statement, where the database can.
     *
     * @return whether the row is new
     */
    boolean setWith(Connection transaction, Insertion row, String alarm, Instant at) throws SQLException;

    /** Returns which of these alarms are set or ringing. */
    Set<String> known(Connection connection, List<String> alarms) throws SQLException;

    /** Looks for due alarms now; for after a commit. */
    void lookNow();

    /**
     * Does something again and again, on one node at a time, as long as it is registered. Registered again, it has the new
     * pause and work, and is due no later than that pause from now.
     *
     * @param name the same on all nodes
     * @param pause between the end of one run and the next
     */
    void every(String name, Duration pause, Runnable job);

    /** Does something no more on this node; what is being done at this moment ends by itself. */
    void end(String name);

    /** Begins to ring. */
    void start(Listener listener);

    /** Lets no alarm ring until {@link #resume}; none is lost. */
    void pause();

    /** Lets alarms ring again. */
    void resume();

    /** Stops ringing, and waits a while for what is being done. */
    @Override
    void close();
}
