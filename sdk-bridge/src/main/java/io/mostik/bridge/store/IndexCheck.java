package io.mostik.bridge.store;

import io.mostik.core.StateStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Compares the indexes of the bridge's tables in H2 with the tables: how many rows each shows, and which. An index that
 * points elsewhere would let a document in twice. Reads everything once for each index: after a {@linkplain CleanEnd clean
 * end} there is no need for it.
 */
final class IndexCheck {

    private static final String COLUMNS = "select table_name, index_name, column_name"
            + " from information_schema.index_columns where table_schema = current_schema"
            + " and (lower(table_name) like 'mb\\_%' or lower(table_name) in ('scheduled_tasks', 'mostik_state'))"
            + " order by table_name, index_name, ordinal_position";

    private final Connection connection;

    IndexCheck(Connection connection) {
        this.connection = connection;
    }

    /**
     * Compares them.
     *
     * @throws StateStoreException if one does not fit, with its name
     */
    void run() throws SQLException {
        for (Map.Entry<Place, StringJoiner> index : indexes().entrySet()) {
            Place place = index.getKey();
            if (!isAlike(place, index.getValue())) {
                throw new StateStoreException("the database is damaged: its index " + place.index()
                        + " shows other rows than its table " + place.table()
                        + ". Nothing is read or written; put a copy in its place");
            }
        }
    }

    private Map<Place, StringJoiner> indexes() throws SQLException {
        Map<Place, StringJoiner> indexes = new LinkedHashMap<>();
        List<Place> unused = Sql.list(connection, COLUMNS, row -> {
            Place place = new Place(row.getString(1), row.getString(2));
            indexes.computeIfAbsent(place, each -> new StringJoiner(", ")).add(quoted(row.getString(3)));
            return place;
        });
        return indexes;
    }

    /** In one statement, as that sees one state: other nodes of this process may be writing. */
    private boolean isAlike(Place place, StringJoiner columns) throws SQLException {
        String sql = "select t.seen, i.seen from (" + seen(place, columns, "") + ") t, ("
                + seen(place, columns, quoted(place.index())) + ") i";
        return Sql.list(connection, sql, row -> row.getString(1).equals(row.getString(2)))
                .get(0);
    }

    /** With an index that has all the columns H2 reads that alone, and without any index it reads the table. */
    private static String seen(Place place, StringJoiner columns, String index) {
        return "select count(*) || ' ' || coalesce(sum(cast(ora_hash(concat_ws('|', " + columns
                + ", _rowid_)) as numeric(20))), 0) seen from " + quoted(place.table()) + " use index (" + index + ")";
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }

    /** An index and its table. */
    private record Place(String table, String index) {}
}
