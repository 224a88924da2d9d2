package io.mostik.salesautopilot.workflow;

import io.mostik.core.PartialList;
import io.mostik.salesautopilot.ids.RecordId;
import io.mostik.salesautopilot.records.ContactRecord;
import io.mostik.salesautopilot.records.SystemField;
import io.mostik.salesautopilot.subscribers.Condition;
import io.mostik.salesautopilot.subscribers.RecordQuery;
import io.mostik.salesautopilot.subscribers.SubscribersApi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The shop's numbers of all orders of a list, read at once: one call for ten thousand orders, with two columns of each. */
final class OrderIndex {

    private static final int CHUNK = 10_000;

    private final Map<String, List<RecordId>> records = new HashMap<>();
    private int calls;

    static OrderIndex read(SubscribersApi orders) {
        OrderIndex index = new OrderIndex();
        Optional<RecordId> last = Optional.empty();
        boolean isDone = false;
        while (!isDone) {
            List<ContactRecord> chunk = orders.list(query(last));
            index.calls++;
            chunk.forEach(index::add);
            isDone = PartialList.came(chunk) < CHUNK;
            last = chunk.stream().map(ContactRecord::id).reduce((one, next) -> next);
        }
        return index;
    }

    List<RecordId> find(String number) {
        return records.getOrDefault(number.strip(), List.of());
    }

    int calls() {
        return calls;
    }

    private void add(ContactRecord order) {
        order.text(SystemField.SHOPRENTER_ID)
                .ifPresent(number -> records.computeIfAbsent(number.strip(), none -> new ArrayList<>())
                        .add(order.id()));
    }

    private static RecordQuery query(Optional<RecordId> last) {
        RecordQuery.Builder query = RecordQuery.builder()
                .orderBy(SystemField.ID)
                .limit(OptionalInt.of(CHUNK))
                .columns(List.of(SystemField.ID, SystemField.SHOPRENTER_ID));
        last.ifPresent(id -> query.addConditions(Condition.greater(SystemField.ID, Long.toString(id.value()))));
        return query.build();
    }
}
