package io.mostik.core;

import io.mostik.core.StateStore.Entry;
import io.mostik.core.StateTable.Row;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Finds or creates the table. The row with the empty key, which no caller can reach, says which schema the table has and
 * that it was checked.
 */
final class TableSetup {

    private static final int SCHEMA = 2; // 1 had no such row
    private static final String MARKER = "";

    private final Connections connections;
    private final Dialect dialect;
    private final StateTable table;

    TableSetup(Connections connections, Dialect dialect) {
        this.connections = connections;
        this.dialect = dialect;
        this.table = new StateTable(dialect);
    }

    /** Makes sure that there is a table of this schema, and returns whether it was checked. */
    boolean prepare() throws SQLException {
        Optional<String> upgrade = dialect.upgrade(typeOfKeys());
        if (upgrade.isPresent()) {
            execute(upgrade.get());
        }
        return isChecked();
    }

    /** Checks the table and notes that it passed. */
    void check(StateStore store) throws SQLException {
        StoreSelfTest test = new StoreSelfTest(store);
        test.run();
        Row marker = new Row(MARKER, Integer.toString(SCHEMA), SCHEMA, Optional.empty());
        try {
            connections.on(session -> {
                int unusedRows = table.delete(session, test.prefix());
                table.insert(session, marker);
                return true;
            });
        } catch (SQLException e) {
            if (!isChecked()) { // another node may have been faster
                throw e;
            }
        }
    }

    private boolean isChecked() throws SQLException {
        List<Entry> marker = connections.read(session -> table.find(session, List.of(MARKER), 0));
        if (marker.isEmpty()) {
            return false;
        }
        if (!marker.get(0).value().equals(Integer.toString(SCHEMA))) {
            throw new StateStoreException("the table mostik_state belongs to another release: it has schema "
                    + marker.get(0).value() + ", and this one knows " + SCHEMA);
        }
        return true;
    }

    /** Whether the table is there is found out by reading it: not everybody may create one. */
    private int typeOfKeys() throws SQLException {
        try {
            return readTypeOfKeys();
        } catch (SQLException missing) {
            return createAndReadTypeOfKeys(missing);
        }
    }

    private int createAndReadTypeOfKeys(SQLException missing) throws SQLException {
        try {
            execute(dialect.createTable());
            createIndex();
        } catch (SQLException e) { // because another node has created it at the same time, or because this one may not
            e.addSuppressed(missing);
            return readTypeOfKeysAfter(e);
        }
        return readTypeOfKeys();
    }

    /** Without it everything is found all the same; only deleting old rows reads the whole table. */
    private void createIndex() {
        try {
            execute(Dialect.CREATE_INDEX);
        } catch (SQLException e) {
            System.getLogger("io.mostik.store")
                    .log(System.Logger.Level.DEBUG, "the index of the table was not created", e);
        }
    }

    private int readTypeOfKeysAfter(SQLException failure) throws SQLException {
        try {
            return readTypeOfKeys();
        } catch (SQLException e) {
            throw failure;
        }
    }

    private int readTypeOfKeys() throws SQLException {
        return connections.read(session -> {
            try (PreparedStatement query = session.prepare(
                            "select state_key, state_value, version, expires_at from mostik_state where 1 = 0");
                    ResultSet none = query.executeQuery()) {
                return none.getMetaData().getColumnType(1);
            }
        });
    }

    private void execute(String sql) throws SQLException {
        connections.on(session -> {
            try (PreparedStatement statement = session.prepare(sql)) {
                return statement.execute();
            }
        });
    }
}
