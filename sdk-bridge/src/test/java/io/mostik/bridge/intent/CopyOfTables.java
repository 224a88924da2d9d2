package io.mostik.bridge.intent;

import io.mostik.bridge.store.BridgeDatabase;
import io.mostik.bridge.store.Sql;
import java.util.List;

/** A copy of all tables of a bridge, which a test puts back as an administrator puts a backup back. */
final class CopyOfTables {

    private static final List<String> TABLES = List.of(
            "mb_schema_version",
            "mb_base",
            "mb_intent",
            "mb_subject",
            "mb_decision",
            "scheduled_tasks",
            "mostik_state");

    private final BridgeDatabase database;

    private CopyOfTables(BridgeDatabase database) {
        this.database = database;
    }

    static CopyOfTables of(BridgeDatabase database) {
        CopyOfTables copy = new CopyOfTables(database);
        TABLES.forEach(table -> copy.execute("create table copy_" + table + " as select * from " + table));
        return copy;
    }

    void putBack() {
        TABLES.forEach(table -> {
            execute("delete from " + table);
            execute("insert into " + table + " select * from copy_" + table);
        });
    }

    private void execute(String sql) {
        int unused = database.transaction("copy", connection -> Sql.update(connection, sql));
    }
}
