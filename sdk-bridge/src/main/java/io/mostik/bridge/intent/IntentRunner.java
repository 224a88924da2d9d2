package io.mostik.bridge.intent;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.core.AuthException;
import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries out what an alarm rings for: notes that it begins, lets the action attempt it, and notes what followed. Of two
 * that are woken for one intent only one begins; of two that have begun only the later one's result counts, and the
 * action's own write record has kept them from sending twice.
 */
final class IntentRunner {

    private static final Duration NET = Duration.ofHours(1); // who ends before wakes it earlier
    private static final Duration UNKNOWN_TURN = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger("io.mostik.bridge");

    private final BridgeDatabase database;
    private final Journal journal;
    private final Actions actions;
    private final ConnectionMarks marks;
    private final Waiters waiters;

    IntentRunner(BridgeDatabase database, Journal journal, Actions actions, ConnectionMarks marks, Waiters waiters) {
        this.database = database;
        this.journal = journal;
        this.actions = actions;
        this.marks = marks;
        this.waiters = waiters;
    }

    /** Does what an alarm is for; nothing if the intent has another alarm by now. */
    void ring(String alarm) {
        int point = alarm.lastIndexOf('.');
        String id = alarm.substring(0, point);
        int number = Integer.parseInt(alarm.substring(point + 1));
        try {
            Optional<Begin> begin = database.transaction("begin an attempt", connection -> {
                Optional<IntentRow> row = IntentTable.find(connection, id)
                        .filter(found -> found.alarm() == number
                                && !found.intent().state().isEnd());
                return row.isPresent() ? Optional.of(begin(connection, row.get())) : Optional.empty();
            });
            begin.filter(Begin::isAttempt).map(Begin::row).ifPresent(this::attempt);
            begin.map(Begin::row).map(IntentRow::intent).ifPresent(waiters::changed);
        } catch (Journal.Overtaken e) {
            LOG.log(System.Logger.Level.DEBUG, "intent {0} was moved meanwhile", id);
        }
    }

    private Begin begin(Connection connection, IntentRow row) throws SQLException {
        Instant now = journal.now();
        Optional<Move> instead = instead(connection, row, now);
        if (instead.isPresent()) {
            journal.move(connection, row, instead.get());
        } else if (!IntentTable.begin(connection, row, now)) {
            throw new Journal.Overtaken();
        }
        return new Begin(row, instead.isEmpty());
    }

    private Optional<Move> instead(Connection connection, IntentRow row, Instant now) throws SQLException {
        Intent intent = row.intent();
        if (!row.isBegun() && row.isLate(now)) {
            return Optional.of(tooLate(intent));
        }
        if (actions.find(intent.key().action()).isEmpty()) {
            return Optional.of(Attempts.notNow(row, Codes.ACTION_MISSING, now.plus(Backoff.after(intent.tries()))));
        }
        if (!Subjects.take(connection, intent)) {
            Duration pause = intent.state() == IntentState.UNKNOWN ? UNKNOWN_TURN : NET;
            return Optional.of(Attempts.notNow(row, Codes.WAITING_FOR_ANOTHER, now.plus(pause)));
        }
        return marks.waitUntil(intent.connection(), now)
                .map(until -> Attempts.notNow(row, Codes.CONNECTION_REFUSED, until));
    }

    private static Move tooLate(Intent intent) {
        return intent.code().equals(Codes.CONNECTION_REFUSED) || intent.code().equals(Codes.ACTION_MISSING)
                ? Move.refused(intent.code(), NextStep.FIX_SETTINGS, Optional.empty())
                : Move.refused(Codes.TOO_LATE, NextStep.NEW_DOCUMENT, Optional.empty());
    }

    private void attempt(IntentRow before) {
        Intent intent = before.intent();
        Action action = actions.find(intent.key().action()).orElseThrow();
        Move move = move(before, action, call(before));
        boolean unused = database.transaction("note what an attempt showed", connection -> {
            journal.move(connection, before.moved(), move);
            return true;
        });
    }

    private Move move(IntentRow before, Action action, ActionCall call) {
        String connection = before.intent().connection();
        try {
            Move move = Attempts.after(before, action.attempt(call), journal.now());
            marks.accepted(connection);
            return move;
        } catch (SdkException e) {
            if (e instanceof AuthException && !connection.isEmpty()) {
                marks.refused(connection, journal.now());
            }
            return Attempts.after(before, e, journal.now());
        } catch (StateStoreException e) {
            throw e; // nothing can be noted: the alarm rings again
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "intent {0}: its action failed by a mistake: {1}",
                    call.id(),
                    e.getClass());
            LOG.log(System.Logger.Level.DEBUG, "the mistake", e); // its message may hold what was asked
            return Attempts.afterMistake(before, journal.now());
        }
    }

    private ActionCall call(IntentRow row) {
        Intent intent = row.intent();
        return new ActionCall(
                intent.id(),
                intent.key().base(),
                intent.key().document(),
                intent.connection(),
                intent.fields(),
                intent.acceptedAt(),
                row.isLate(journal.now()));
    }

    /**
     * An alarm that meant something.
     *
     * @param row as it was before
     * @param isAttempt whether it is attempted now
     */
    private record Begin(IntentRow row, boolean isAttempt) {}
}
