package io.mostik.bridge.intent;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Work;
import io.mostik.core.AuthException;
import io.mostik.core.Effect;
import io.mostik.core.SdkException;
import io.mostik.core.StateStoreException;
import io.mostik.core.once.NotAppliedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

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
            Optional<IntentTable.Due> due = database.glance(
                            "find an intent", connection -> IntentTable.findDue(connection, id))
                    .filter(found -> found.row().alarm() == number
                            && !found.row().intent().state().isEnd());
            if (due.isPresent()) {
                IntentRow row = due.get().row();
                if (begins(row, due.get().isBaseHeld())) {
                    attempt(row);
                }
                waiters.changed(row.intent());
            }
        } catch (Journal.Overtaken e) {
            LOG.log(System.Logger.Level.DEBUG, "intent {0} was moved meanwhile", id);
        }
    }

    /**
     * Notes that an attempt begins, or what happens instead; without a subject the former is one statement. If its base was
     * released since the row was read, the row is as good as moved: the release or the sweep sets its next alarm.
     */
    private boolean begins(IntentRow row, boolean isBaseHeld) {
        Instant now = journal.now();
        boolean hasSubject = row.intent().subject().isPresent();
        Optional<Move> instead =
                instead(row, isBaseHeld, now).or(() -> hasSubject ? Optional.empty() : refusedConnection(row, now));
        if (instead.isEmpty() && !hasSubject) {
            return database.statement("begin an attempt", connection -> IntentTable.begin(connection, row, now));
        }
        boolean isBegun = database.transaction("begin an attempt", connection -> {
            if (isBaseHeld && !HeldBases.isHeld(connection, row.intent().key().base())) {
                throw new Journal.Overtaken();
            }
            Optional<Move> move = instead;
            if (move.isEmpty()) {
                move = Subjects.take(connection, row.intent())
                        ? refusedConnection(row, now)
                        : Optional.of(waiting(row, now));
            }
            if (move.isPresent()) {
                journal.move(connection, row, move.get());
            } else if (!IntentTable.begin(connection, row, now)) {
                throw new Journal.Overtaken();
            }
            return move.isEmpty();
        });
        instead.ifPresent(move -> journal.ends().moved(row.intent(), move.state()));
        return isBegun;
    }

    private static Move waiting(IntentRow row, Instant now) {
        Duration pause = row.intent().state() == IntentState.UNKNOWN ? UNKNOWN_TURN : NET;
        return Attempts.notNow(row, Codes.WAITING_FOR_ANOTHER, now.plus(pause));
    }

    private Optional<Move> instead(IntentRow row, boolean isBaseHeld, Instant now) {
        Intent intent = row.intent();
        if (!row.isBegun() && row.isLate(now)) {
            return Optional.of(tooLate(intent));
        }
        if (isBaseHeld) {
            return Optional.of(Attempts.notNow(row, Codes.BASE_HELD, now.plus(NET)));
        }
        if (actions.find(intent.key().action()).isEmpty()) {
            return Optional.of(Attempts.notNow(row, Codes.ACTION_MISSING, now.plus(Backoff.after(intent.tries()))));
        }
        return Optional.empty();
    }

    private Optional<Move> refusedConnection(IntentRow row, Instant now) {
        return marks.waitUntil(row.intent().connection(), now)
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
        boolean isLook = before.isInDoubt() && action.spec().effect() == Effect.ONCE;
        Move move = isLook ? look(before) : move(before, () -> action.attempt(call(before, before.isLate(now()))));
        String what = "note what an attempt showed";
        Work<Boolean> note = connection -> {
            journal.move(connection, before.moved(), move);
            return true;
        };
        boolean unused = journal.isOneStatement(before, move)
                ? database.statement(what, note)
                : database.transaction(what, note);
        journal.ends().moved(intent, move.state());
    }

    /** Finds out whether it was done before a restore; nothing is sent. */
    private Move look(IntentRow before) {
        Action action = actions.looking(before.intent().key().action()).orElseThrow();
        try {
            return move(before, () -> Attempts.looked(action.attempt(call(before, false))));
        } catch (NotAppliedException e) {
            marks.accepted(before.intent().connection());
            return Move.accepted(Codes.NOT_THERE, journal.now());
        }
    }

    private Move move(IntentRow before, Supplier<ActionResult> attempt) {
        String connection = before.intent().connection();
        try {
            Move move = Attempts.after(before, attempt.get(), journal.now());
            marks.accepted(connection);
            return move;
        } catch (SdkException e) {
            if (e instanceof AuthException && !connection.isEmpty()) {
                marks.refused(connection, journal.now());
            }
            return Attempts.after(before, e, journal.now());
        } catch (StateStoreException e) {
            throw e; // nothing can be noted: the alarm rings again
        } catch (NotAppliedException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "intent {0}: its action failed by a mistake: {1}",
                    before.intent().id(),
                    e.getClass());
            LOG.log(System.Logger.Level.DEBUG, "the mistake", e); // its message may hold what was asked
            return Attempts.afterMistake(before, journal.now());
        }
    }

    private Instant now() {
        return journal.now();
    }

    private static ActionCall call(IntentRow row, boolean isLate) {
        Intent intent = row.intent();
        return new ActionCall(
                intent.id(),
                intent.key().base(),
                intent.key().document(),
                intent.connection(),
                intent.fields(),
                intent.acceptedAt(),
                isLate);
    }
}
