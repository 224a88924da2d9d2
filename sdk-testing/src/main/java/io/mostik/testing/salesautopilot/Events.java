package io.mostik.testing.salesautopilot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What happened to the subscribers of each list, the oldest first. Guarded by the account's monitor. */
final class Events {

    private final Supplier<String> now;
    private final Map<Long, List<Map<String, Object>>> all = new LinkedHashMap<>();
    private long next = 990_871;

    Events(Supplier<String> now) {
        this.now = now;
    }

    void add(ContactList list, Contact contact, String type, Map<String, Object> further) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", Long.toString(next));
        next++;
        event.put("email", contact.value("email"));
        event.put("happened_at", now.get());
        event.put("type", type);
        event.putAll(further);
        all.computeIfAbsent(list.id, id -> new ArrayList<>()).add(event);
    }

    List<Map<String, Object>> of(ContactList list) {
        return List.copyOf(all.getOrDefault(list.id, List.of()));
    }
}
