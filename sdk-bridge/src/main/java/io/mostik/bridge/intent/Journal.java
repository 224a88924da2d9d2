package io.mostik.bridge.intent;

import io.mostik.bridge.store.Alarms;
import io.mostik.core.TimeSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * All moves of intents: row, alarm, event number and turn of the subject change in one transaction, or none of them does.
 */
final class Journal {

    private final Alarms alarms;
    private final TimeSource time;
    private final boolean isShared;
    private final IntentEnds ends = new IntentEnds();

    /**
     * Creates the journal.
     *
     * @param isShared whether its database is one of several nodes, which takes the number of an event and moves the row in
     *     one statement
     */
    Journal(Alarms alarms, TimeSource time, boolean isShared) {
        this.alarms = alarms;
        this.time = time;
        this.isShared = isShared;
    }

    Instant now() {
        return time.now();
    }

    /** Returns what counts the moves that are committed. */
    IntentEnds ends() {
        return ends;
    }

    /** Returns whether a move is one statement, which needs no transaction: no alarm is set, and nobody waits for it. */
    boolean isOneStatement(IntentRow row, Move move) {
        return isShared && move.at().isEmpty() && row.intent().subject().isEmpty();
    }

    /**
     * Moves an intent.
     *
     * @throws Overtaken if somebody else did meanwhile; the transaction has to be taken back
     */
    void move(Connection connection, IntentRow row, Move move) throws SQLException {
        Instant now = time.now();
        Intent intent = row.intent();
        boolean isNews = move.isEvent() && move.state() != intent.state();
        int alarm = move.at().isPresent() ? row.alarm() + 1 : row.alarm();
        IntentTable.EventNumber number = numberOf(isNews);
        if (number == IntentTable.EventNumber.TAKEN) {
            EventFeed.advance(connection, intent.key().base(), now);
        }
        if (!IntentTable.move(connection, row, move, number, alarm, now)) {
            throw new Overtaken();
        }
        if (move.at().isPresent()) {
            alarms.set(connection, row.alarmName(alarm), move.at().get());
        }
        if (intent.subject().isPresent() && isTurnOver(row, move)) {
            Subjects.free(connection, intent);
            wakeNext(connection, intent, now);
        }
    }

    /** Lets an open intent be looked at now. */
    boolean wake(Connection connection, IntentRow row, Instant at) throws SQLException {
        if (!IntentTable.ringAt(connection, row, at)) {
            return false;
        }
        alarms.set(connection, row.alarmName(row.alarm() + 1), at);
        return true;
    }

    /**
     * Lets the next one of the subject begin. It is woken even if its alarm is about to ring: it may just be reading that
     * it has to wait, and must find that its row has changed.
     */
    private void wakeNext(Connection connection, Intent after, Instant now) throws SQLException {
        Optional<IntentRow> next = Subjects.next(connection, after);
        while (next.isPresent() && !wake(connection, next.get(), now)) {
            next = Subjects.next(connection, after);
        }
    }

    private IntentTable.EventNumber numberOf(boolean isNews) {
        if (!isNews) {
            return IntentTable.EventNumber.NONE;
        }
        return isShared ? IntentTable.EventNumber.NEXT : IntentTable.EventNumber.TAKEN;
    }

    private static boolean isTurnOver(IntentRow row, Move move) {
        return move.state().isEnd() || (move.state() == IntentState.UNKNOWN && !row.isHolding());
    }

    /** Somebody moved the row first: everything is taken back with the transaction. */
    static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Overtaken() {
            super("the intent was moved meanwhile", null, false, false);
        }
    }
}
