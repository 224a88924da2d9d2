package io.mostik.testing.salesautopilot;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The account itself: its lists and what ran for their records. Guarded by its own monitor. */
final class Account {

    private static final DateTimeFormatter WIRE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Supplier<LocalDateTime> time;
    private final Map<Long, ContactList> lists = new LinkedHashMap<>();
    private final Firings firings = new Firings();
    private final Catalogue catalogue = new Catalogue();
    private final Events events;
    private long nextContact = 48213;
    private long nextItem = 88121;
    private long nextProduct = 90230;

    Account(Supplier<LocalDateTime> time) {
        this.time = time;
        this.events = new Events(this::now);
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Events events() {
        return events;
    }

    Firings firings() {
        return firings;
    }

    synchronized void add(ContactList list) {
        lists.put(list.id, list);
    }

    synchronized List<ContactList> lists() {
        return List.copyOf(lists.values());
    }

    /** Returns a list; refuses if there is none with this id. */
    synchronized ContactList list(long id) {
        ContactList list = lists.get(id);
        if (list == null) {
            throw Refusals.wrongParameters("unknown list");
        }
        return list;
    }

    /** Adds an active record that signed up now, unless the fields say when. */
    synchronized Contact add(ContactList list, Map<String, String> fields) {
        Contact contact = list.add(nextContact);
        nextContact++;
        contact.set("active", "1");
        contact.set("subdate", now());
        contact.set(fields);
        if (fields.containsKey("mssys_ipaddress")) {
            contact.set("mssys_client_ip", contact.value("mssys_ipaddress"));
        }
        return contact;
    }

    /** Returns the record that a path names; refuses if there is none. */
    synchronized Contact contact(Map<String, String> path) {
        return list(Parameters.id(path, "nl"))
                .contact(Parameters.id(path, "id"))
                .orElseThrow(() -> Refusals.wrongParameters("unknown record"));
    }

    synchronized void unsubscribe(ContactList list, Contact contact) {
        contact.set("active", "0");
        events.add(list, contact, "unsubscribe", Map.of());
    }

    /** Writes the fields and runs what hangs on the form; zero is no form. */
    synchronized void update(Contact contact, long form, Map<String, String> fields) {
        contact.set(fields);
        if (contact.value("firstupdate").equals(ColumnType.DATETIME.none())) {
            contact.set("firstupdate", now());
        }
        contact.set("lastupdate", now());
        if (form != 0) {
            firings.fire(form, contact.id());
        }
    }

    synchronized long nextItem() {
        return nextItem++;
    }

    synchronized long nextProduct() {
        return nextProduct++;
    }

    /** Returns the vendor's wall clock as it is written. */
    String now() {
        return WIRE_TIME.format(time.get());
    }
}
