package io.mostik.bridge.intent;

import io.mostik.bridge.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Lets intents of one subject be carried out one at a time, in the order of acceptance: one row a subject, its turn. */
final class Subjects {

    private Subjects() {}

    /**
     * Takes the turn for an intent, if it is its own; it keeps it until {@link #free}. Whoever has to wait has locked what it
     * waits for: an end that is not committed yet may have looked for the next one before this one was there, so it is
     * waited for, and a later end sees who waits.
     */
    static boolean take(Connection connection, Intent intent) throws SQLException {
        if (intent.subject().isEmpty()) {
            return true;
        }
        String subject = intent.subject().get();
        Optional<String> holder = holder(connection, subject);
        if (holder.filter(intent.id()::equals).isPresent()) {
            return true;
        }
        if ((holder.isPresent() && isStillHeld(connection, subject, holder.get()))
                || hasEarlier(connection, subject, intent)) {
            return false;
        }
        return Sql.update(
                        connection,
                        "insert into mb_subject (subject, intent) values (?, ?) on conflict do nothing",
                        subject,
                        intent.id())
                == 1;
    }

    /** Gives the turn back, if it is the intent's. */
    static void free(Connection connection, Intent intent) throws SQLException {
        int unused = Sql.update(
                connection,
                "delete from mb_subject where subject = ? and intent = ?",
                intent.subject().orElseThrow(),
                intent.id());
    }

    /** Returns who is next, if nobody has the turn. */
    static Optional<IntentRow> next(Connection connection, Intent after) throws SQLException {
        String subject = after.subject().orElseThrow();
        if (holder(connection, subject).isPresent()) {
            return Optional.empty();
        }
        return IntentTable.list(
                        connection,
                        "where subject = ? and " + IntentTable.OPEN + " and id <> ? order by id limit 1",
                        subject,
                        after.id())
                .stream()
                .findFirst();
    }

    /** Locks the turn of another one, which it may have given back meanwhile. */
    private static boolean isStillHeld(Connection connection, String subject, String holder) throws SQLException {
        return Sql.find(
                        connection,
                        "select intent from mb_subject where subject = ? and intent = ? for update",
                        row -> row.getString(1),
                        subject,
                        holder)
                .isPresent();
    }

    /** Locks an earlier one that is open, which may just end without a turn. */
    private static boolean hasEarlier(Connection connection, String subject, Intent intent) throws SQLException {
        return Sql.find(
                        connection,
                        "select id from mb_intent where subject = ? and " + IntentTable.OPEN
                                + " and id < ? order by id limit 1 for update",
                        row -> row.getString(1),
                        subject,
                        intent.id())
                .isPresent();
    }

    private static Optional<String> holder(Connection connection, String subject) throws SQLException {
        return Sql.find(
                connection, "select intent from mb_subject where subject = ?", row -> row.getString(1), subject);
    }
}
