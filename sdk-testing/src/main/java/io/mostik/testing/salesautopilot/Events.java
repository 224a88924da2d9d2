package io.mostik.testing.salesautopilot;

import io.mostik.testing.internal.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What happened to the subscribers of each list, the oldest first unless told otherwise. Guarded by the account's monitor. */
final class Events {

    private final Supplier<String> now;
    private final Map<Long, List<Map<String, Object>>> all = new LinkedHashMap<>();
    private long next = 990_871;
    private boolean newestFirst;
    private int pageSize = 100;

    Events(Supplier<String> now) {
        this.now = now;
    }

    void add(ContactList list, Contact contact, String type, Map<String, Object> further) {
        add(list, contact.value("email"), type, now.get()).putAll(further);
    }

    JsonObject add(ContactList list, String email, String type, String happenedAt) {
        JsonObject event = new JsonObject()
                .with("id", Long.toString(next))
                .with("email", email)
                .with("happened_at", happenedAt)
                .with("type", type);
        next++;
        all.computeIfAbsent(list.id, id -> new ArrayList<>()).add(event);
        return event;
    }

    void pageSize(int newSize) {
        pageSize = newSize;
    }

    int pageSize() {
        return pageSize;
    }

    void newestFirst(boolean first) {
        newestFirst = first;
    }

    List<Map<String, Object>> of(ContactList list) {
        List<Map<String, Object>> events = new ArrayList<>(all.getOrDefault(list.id, List.of()));
        if (newestFirst) {
            Collections.reverse(events);
        }
        return events;
    }
}
