package io.mostik.bridge.intent;

import io.mostik.bridge.store.Sql;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A query as SQL.
 *
 * @param where the condition, order and limit
 * @param list its values
 */
record IntentFilter(String where, List<Object> list) {

    private static final Set<IntentState> OPEN = EnumSet.of(IntentState.ACCEPTED, IntentState.WORKING);

    static IntentFilter of(IntentQuery query) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        query.base().ifPresent(base -> add(conditions, values, "base = ?", base));
        query.document().ifPresent(document -> add(conditions, values, "document = ?", document));
        query.afterId().ifPresent(id -> add(conditions, values, "id > ?", id));
        if (!query.states().isEmpty()) {
            String places = Sql.places(query.states().size());
            conditions.add("state in (" + places + ")");
            if (query.states().stream().noneMatch(IntentState::isEnd)) {
                conditions.add(IntentTable.NOT_ENDED);
            }
            if (OPEN.containsAll(query.states())) {
                conditions.add(IntentTable.OPEN);
            }
            query.states().forEach(state -> values.add(state.name()));
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        values.add(query.limit());
        return new IntentFilter(where + " order by id limit ?", values);
    }

    Object[] values() {
        return list.toArray();
    }

    private static void add(List<String> conditions, List<Object> values, String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }
}
