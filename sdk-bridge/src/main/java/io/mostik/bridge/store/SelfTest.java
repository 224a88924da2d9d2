package io.mostik.bridge.store;

import io.mostik.core.StateStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Proves that a database keeps keys apart and texts whole, and takes back what was not committed. Leaves nothing. */
final class SelfTest {

    private static final List<String> KEYS = List.of("a", "A", "\u0151", "o", "a ", "\u044f", "%");
    private static final List<String> TEXTS = List.of("", "\u0151\u044f ", "\ud83d\ude00x".repeat(23_400));
    private static final String PREFIX = "self-test:";

    private final BridgeDatabase database;

    SelfTest(BridgeDatabase database) {
        this.database = database;
    }

    void run() {
        try {
            database.<Void>transaction("keep the keys and texts of its test", connection -> {
                keepsKeysApart(connection);
                keepsTexts(connection);
                throw new Passed();
            });
        } catch (Passed passed) {
            int left = database.read("count its test", this::count);
            require(left == 0, "it keeps what was rolled back");
        }
    }

    private void keepsKeysApart(Connection connection) throws SQLException {
        for (String key : KEYS) {
            int made = Sql.update(
                    connection,
                    "insert into mb_base (base, last_event) values (?, ?) on conflict do nothing",
                    PREFIX + key,
                    (long) KEYS.indexOf(key));
            require(made == 1, "it takes different keys for one");
        }
        for (String key : KEYS) {
            List<Long> found = Sql.list(
                    connection, "select last_event from mb_base where base = ?", row -> row.getLong(1), PREFIX + key);
            require(found.equals(List.of((long) KEYS.indexOf(key))), "it takes different keys for one");
        }
    }

    private void keepsTexts(Connection connection) throws SQLException {
        for (String text : TEXTS) {
            Sql.update(
                    connection,
                    "insert into mb_decision (number, at, who, what, about, reason, reason_digest, previous_hash, hash)"
                            + " values (-1, 0, '', '', '', ?, '', '', '')",
                    text);
            List<String> found =
                    Sql.list(connection, "select reason from mb_decision where number = -1", row -> row.getString(1));
            require(found.equals(List.of(text)), "it changes or cuts texts");
            Sql.update(connection, "delete from mb_decision where number = -1");
        }
    }

    private int count(Connection connection) throws SQLException {
        return Sql.find(
                        connection,
                        "select count(*) from mb_base where base like ?",
                        row -> row.getInt(1),
                        PREFIX + "%")
                .orElse(0);
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new StateStoreException("the database cannot be the bridge's: " + fault);
        }
    }

    /** Takes the test back. */
    private static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Passed() {
            super("the test is taken back", null, false, false);
        }
    }
}
