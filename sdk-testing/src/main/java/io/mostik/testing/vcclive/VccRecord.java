package io.mostik.testing.vcclive;

import io.mostik.testing.internal.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record: a person to be called, with numbers, custom values and the dispositions set so far. */
final class VccRecord {

    private final long id;
    private final Instant createdAt;
    final Map<String, Object> data = new LinkedHashMap<>();
    final Map<String, Map<String, String>> contacts = new LinkedHashMap<>();

    /** Which phone is to be dialled next, and when. */
    final Map<String, String> planned = new LinkedHashMap<>();

    final List<Map<String, Object>> events = new ArrayList<>();

    VccRecord(long id, Instant createdAt) {
        this.id = id;
        this.createdAt = createdAt;
    }

    long id() {
        return id;
    }

    /** Returns the event that was added last; an empty one if there is none. */
    Map<String, Object> latest() {
        return events.isEmpty() ? Map.of() : events.get(events.size() - 1);
    }

    void contact(String slot, Map<String, String> values) {
        Map<String, String> contact = contacts.computeIfAbsent(slot, key -> emptyContact());
        contact.putAll(values);
    }

    /** Keeps values; a phone is that of its contact too. */
    void putAll(Map<String, Object> values) {
        values.forEach((name, value) -> {
            data.put(name, value);
            if (name.matches("phone[1-9]")) {
                contact(name, Map.of("phone", value.toString()));
            }
        });
    }

    String phone(String slot) {
        return contacts.getOrDefault(slot, emptyContact()).getOrDefault("phone", "");
    }

    Map<String, Object> describe(List<Map<String, Object>> cdrs) {
        return new JsonObject()
                .with("data", orEmptyArray(data))
                .with("contacts", orEmptyArray(contacts))
                .with("events", events)
                .with("cdrs", cdrs)
                .with("create_date", VccTime.local(createdAt))
                .with("create_date_utc", VccTime.utc(createdAt));
    }

    /** Writes an empty object as an empty array, for so the vendor's PHP does. */
    static Object orEmptyArray(Map<String, ?> object) {
        return object.isEmpty() ? List.of() : object;
    }

    private static Map<String, String> emptyContact() {
        Map<String, String> contact = new LinkedHashMap<>();
        for (String name : List.of("name", "title", "phone", "email")) {
            contact.put(name, "");
        }
        return contact;
    }
}
