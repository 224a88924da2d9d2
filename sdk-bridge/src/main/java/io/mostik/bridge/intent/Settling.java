package io.mostik.bridge.intent;

import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.Actions;
import io.mostik.bridge.decision.Decisions;
import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Sql;
import io.mostik.bridge.store.Work;
import io.mostik.core.once.Once;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;

/** What bases and people decide about an intent: to withdraw it, to settle it, to try it now. */
final class Settling {

    private static final int TRIES = 20;

    private final BridgeDatabase database;
    private final Journal journal;
    private final Actions actions;
    private final Decisions decisions;
    private final Once once;

    Settling(BridgeDatabase database, Journal journal, Actions actions, Decisions decisions, Once once) {
        this.database = database;
        this.journal = journal;
        this.actions = actions;
        this.decisions = decisions;
        this.once = once;
    }

    Intent cancel(String id, Optional<Connection> within) {
        return decided(id, within, connection -> {
            IntentRow row = row(connection, id);
            if (row.intent().state() == IntentState.ACCEPTED && !row.isBegun()) {
                journal.move(connection, row, Move.cancelled());
            }
            return id;
        });
    }

    /** The write records are settled first: if this ends between the two, the intent is still unknown, and it is done again. */
    Intent resolve(String id, Resolution resolution) {
        Intent found = unknown(database.read("find an intent", connection -> row(connection, id)))
                .intent();
        settleWrites(found, resolution.happened());
        return decided(id, Optional.empty(), connection -> {
            IntentRow row = unknown(row(connection, id));
            journal.move(connection, row, move(resolution));
            if (resolution.sendAgain()) {
                int unused = Sql.update(connection, "update mb_intent set valid_until = null where id = ?", id);
            }
            decisions.append(connection, resolution.who(), what(resolution), about(id), resolution.reason());
            return id;
        });
    }

    Intent retry(String id, String who, String reason, Optional<Connection> within) {
        return decided(id, within, connection -> {
            IntentRow row = row(connection, id);
            if (row.intent().state().isEnd()) {
                throw new AlreadySettledException(row.intent());
            }
            Instant now = journal.now();
            boolean isTriedNow =
                    row.intent().notBefore().filter(at -> !at.isAfter(now)).isPresent();
            if (!isTriedNow && !journal.wake(connection, row, now)) {
                throw new Journal.Overtaken();
            }
            decisions.append(connection, who, "try now", about(id), reason);
            return id;
        });
    }

    /** Decides on the intent as it is, again if it was moved meanwhile, and returns it as it is then. */
    private Intent decided(String id, Optional<Connection> within, Work<String> decision) {
        for (int tries = 1; ; tries++) {
            try {
                if (within.isPresent()) {
                    return BridgeDatabase.within(within.get(), "note a decision", joined -> {
                        String unused = undoneIfOvertaken(joined, decision);
                        return row(joined, id).intent();
                    });
                }
                String unused = database.transaction("note a decision", decision);
                return database.read("find an intent", connection -> row(connection, id))
                        .intent();
            } catch (Journal.Overtaken e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Takes back only what was done here: what the caller has done before stays in his transaction. */
    private static String undoneIfOvertaken(Connection joined, Work<String> decision) throws SQLException {
        Savepoint before = joined.setSavepoint();
        try {
            String done = decision.on(joined);
            joined.releaseSavepoint(before);
            return done;
        } catch (Journal.Overtaken e) {
            joined.rollback(before);
            throw e;
        }
    }

    /** The action's own write record must say the same, or the action would still wait for somebody. */
    private void settleWrites(Intent intent, boolean happened) {
        once.pending().filter(open -> open.ref().equals(intent.id())).forEach(open -> {
            boolean unused = once.resolve(open, happened);
        });
        actions.find(intent.key().action()).ifPresent(action -> action.resolved(call(intent), happened));
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

    private Move move(Resolution resolution) {
        if (resolution.happened()) {
            return Move.done(Codes.SETTLED_HAPPENED, resolution.results());
        }
        return resolution.sendAgain()
                ? Move.accepted(Codes.SEND_AGAIN, journal.now())
                : Move.refused(Codes.SETTLED_NOT_HAPPENED, NextStep.NEW_DOCUMENT, Optional.empty());
    }

    private static String what(Resolution resolution) {
        if (resolution.happened()) {
            return "happened";
        }
        return resolution.sendAgain() ? "send again" : "did not happen";
    }

    private static String about(String id) {
        return "intent " + id;
    }

    private static IntentRow unknown(IntentRow row) {
        if (row.intent().state() != IntentState.UNKNOWN) {
            throw new AlreadySettledException(row.intent());
        }
        return row;
    }

    private static IntentRow row(Connection connection, String id) throws SQLException {
        return IntentTable.find(connection, id)
                .orElseThrow(() -> new NoSuchElementException("there is no intent " + id));
    }
}
