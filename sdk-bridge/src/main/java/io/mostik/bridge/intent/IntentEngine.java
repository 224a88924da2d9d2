package io.mostik.bridge.intent;

import io.mostik.bridge.Keep;
import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.decision.Decisions;
import io.mostik.bridge.store.Alarms;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.core.once.Once;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** What stands behind {@link Intents}; made by the bridge. Thread-safe. */
public final class IntentEngine {

    private static final Duration SWEEP = Duration.ofSeconds(30);
    private static final Duration RETENTION = Duration.ofHours(6);
    private static final int TRIES = 20;

    private final BridgeDatabase database;
    private final Alarms alarms;
    private final Actions actions;
    private final Journal journal;
    private final Decisions decisions;
    private final Once once;
    private final Sweep sweep;
    private final Retention retention;
    private final IntentRunner runner;
    private final Waiters waiters = new Waiters();
    private final ConnectionMarks marks = new ConnectionMarks();
    private final OpenLimits limits = new OpenLimits();
    private final IntentIds ids = new IntentIds();

    /** Creates the engine of one node. */
    @SuppressWarnings("exports") // made by the bridge alone
    public IntentEngine(
            BridgeDatabase database, Alarms alarms, Actions actions, Decisions decisions, Once once, Keep keep) {
        this.database = database;
        this.alarms = alarms;
        this.actions = actions;
        this.decisions = decisions;
        this.once = once;
        this.journal = new Journal(alarms, decisions.time());
        this.sweep = new Sweep(database, alarms);
        this.retention = new Retention(database, journal, keep);
        this.runner = new IntentRunner(database, journal, actions, marks, waiters);
    }

    /** Returns the journal for callers. */
    public Intents intents() {
        return new Intents(this, Optional.empty());
    }

    /** Begins to carry out. */
    public void start() {
        alarms.every("sweep", SWEEP, () -> {
            int unused = sweep.run();
        });
        alarms.every("retention", RETENTION, retention::run);
        alarms.start(runner::ring);
    }

    /** Returns the connections whose key or certificate a vendor refuses, as this node has seen, with the time since when. */
    public Map<String, Instant> refusedConnections() {
        return marks.all();
    }

    BridgeDatabase database() {
        return database;
    }

    Alarms alarms() {
        return alarms;
    }

    Waiters waiters() {
        return waiters;
    }

    IntentRow newRow(IntentRequest request) {
        Action action = action(request.key());
        Instant now = journal.now();
        Optional<Instant> until =
                request.validUntil().or(() -> action.spec().validFor().map(now::plus));
        Intent intent = new Intent(
                ids.next(now),
                request.key(),
                request.connection(),
                request.fields(),
                IntentState.ACCEPTED,
                NextStep.WAIT,
                Codes.ACCEPTED,
                io.mostik.bridge.Fields.none(),
                Optional.empty(),
                action.subject(request.fields()),
                0,
                now,
                now,
                until,
                Optional.of(now),
                0,
                1);
        return new IntentRow(
                intent, FieldText.digest(request), action.spec().holdsSubject(), false, Optional.empty(), 1);
    }

    Acceptance accept(Connection connection, IntentRow row) throws SQLException {
        if (!IntentTable.insert(connection, row, FieldText.of(row.intent().fields()))) {
            IntentRow first = IntentTable.find(connection, row.intent().key()).orElseThrow();
            if (!first.digest().equals(row.digest())) {
                throw new OtherContentException(first.intent());
            }
            return new Acceptance(
                    first.intent(), !first.intent().id().equals(row.intent().id()));
        }
        checkLimits(connection, row.intent());
        alarms.set(
                connection, row.alarmName(row.alarm()), row.intent().notBefore().orElseThrow());
        return new Acceptance(row.intent(), false);
    }

    /** Moves an intent as it is found, again if it was moved meanwhile, and returns it as it is then. */
    Intent decide(String id, Function<IntentRow, Optional<Move>> decision) {
        return decide(id, decision, connection -> {});
    }

    Intent resolve(String id, Resolution resolution) {
        Intent found = find(id);
        if (found.state() != IntentState.UNKNOWN) {
            throw new AlreadySettledException(found);
        }
        settleWrites(found, resolution.happened());
        String what = resolution.happened() ? "happened" : resolution.sendAgain() ? "send again" : "did not happen";
        return decide(
                id,
                row -> Optional.of(moveOf(row, resolution)),
                connection ->
                        decisions.append(connection, resolution.who(), what, "intent " + id, resolution.reason()));
    }

    Intent retry(String id, String who, String reason) {
        boolean unused = database.transaction("try now", connection -> {
            IntentRow row = IntentTable.find(connection, id).orElseThrow();
            if (row.intent().state().isEnd()) {
                throw new AlreadySettledException(row.intent());
            }
            if (!journal.wake(connection, row, journal.now())) {
                throw new Journal.Overtaken();
            }
            decisions.append(connection, who, "try now", "intent " + id, reason);
            return true;
        });
        alarms.lookNow();
        return find(id);
    }

    private Intent decide(String id, Function<IntentRow, Optional<Move>> decision, Note note) {
        for (int tries = 1; ; tries++) {
            try {
                Optional<IntentRow> moved = database.transaction("decide", connection -> {
                    IntentRow row = IntentTable.find(connection, id).orElseThrow(() -> missing(id));
                    Optional<Move> move = decision.apply(row);
                    if (move.isPresent()) {
                        journal.move(connection, row, move.get());
                        note.write(connection);
                    }
                    return move.map(unused -> row);
                });
                moved.ifPresent(this::changed);
                return find(id);
            } catch (Journal.Overtaken e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private void changed(IntentRow row) {
        waiters.changed(row.intent().id());
        waiters.changed(Intents.eventsOf(row.intent().key().base()));
        alarms.lookNow();
    }

    private Move moveOf(IntentRow row, Resolution resolution) {
        if (row.intent().state() != IntentState.UNKNOWN) {
            throw new AlreadySettledException(row.intent());
        }
        if (resolution.happened()) {
            return Move.done(Codes.SETTLED_HAPPENED, resolution.results());
        }
        return resolution.sendAgain()
                ? Move.working(Codes.SEND_AGAIN, journal.now())
                : Move.refused(Codes.SETTLED_NOT_HAPPENED, NextStep.NEW_DOCUMENT, Optional.empty());
    }

    /** The action's own write record must say the same, or the action would still wait for somebody. */
    private void settleWrites(Intent intent, boolean happened) {
        once.pending().filter(open -> open.ref().equals(intent.id())).forEach(open -> {
            boolean unused = once.resolve(open, happened);
        });
        actions.find(intent.key().action()).ifPresent(action -> action.settle(call(intent), happened));
    }

    private static ActionCall call(Intent intent) {
        return new ActionCall(
                intent.id(),
                intent.key().base(),
                intent.key().document(),
                intent.connection(),
                intent.fields(),
                intent.acceptedAt(),
                false);
    }

    private void checkLimits(Connection connection, Intent intent) throws SQLException {
        limits.check(connection, intent.key().base(), intent.acceptedAt());
        if (intent.subject().isPresent()) {
            limits.checkSubject(connection, intent.subject().get());
        }
    }

    private Intent find(String id) {
        return intents().find(id).orElseThrow(() -> missing(id));
    }

    private Action action(IntentKey key) {
        return actions.find(key.action())
                .orElseThrow(() -> new IllegalArgumentException("there is no action " + key.action()));
    }

    private static NoSuchElementException missing(String id) {
        return new NoSuchElementException("there is no intent " + id);
    }

    /** Writes down who decided. */
    private interface Note {
        void write(Connection connection) throws SQLException;
    }
}
