package io.mostik.testing.salesautopilot;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.internal.RequestReader;
import io.mostik.testing.internal.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The account itself: its lists and what ran for their records. Guarded by its own monitor, which the callers hold. */
final class Account {

    private static final DateTimeFormatter WIRE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Supplier<LocalDateTime> time;
    final Table<Long, ContactList> lists =
            Table.inOrder(list -> list.id, () -> Dialect.wrongParameters("unknown list"));
    final Firings firings = new Firings();
    final Catalogue catalogue = new Catalogue();
    final Events events = new Events(this::now);
    final Replies replies = new Replies();
    final Table<Long, SegmentCalls.Segment> segments =
            Table.inOrder(SegmentCalls.Segment::id, () -> Dialect.wrongParameters("unknown segment"));
    final Table<Long, LetterCalls.Timing> timings =
            Table.inOrder(LetterCalls.Timing::send, () -> Dialect.wrongParameters("unknown send_id"));
    final List<LetterCalls.Sent> sent = new ArrayList<>();
    final List<CrmCalls.Task> tasks = new ArrayList<>();
    final List<String> callCentreUpdates = new ArrayList<>();
    final Map<String, JsonObject> variables = new HashMap<>();
    final List<JsonNode> sends = new ArrayList<>();

    /** The list of each landing page. */
    final Map<Long, Long> pages = new HashMap<>();

    /** The percentage of each coupon, by list and code with a slash between. */
    final Map<String, BigDecimal> coupons = new HashMap<>();

    private long nextContact = 48213;
    private long nextItem = 88121;
    private long nextProduct = 90230;

    Account(Supplier<LocalDateTime> time) {
        this.time = time;
    }

    /** Returns the list that a path names; refuses if there is none. */
    ContactList list(RequestReader ask) {
        return lists.get(ask.id("nl"));
    }

    /** Returns the record that a path names; refuses if there is none. */
    Contact contact(RequestReader ask) {
        return list(ask).contacts.get(ask.id("id"));
    }

    /** Adds an active record that signed up now, unless the fields say when. */
    Contact add(ContactList list, Map<String, String> fields) {
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

    void unsubscribe(ContactList list, Contact contact) {
        contact.set("active", "0");
        events.add(list, contact, "unsubscribe", Map.of());
    }

    void confirm(ContactList list, Contact contact) {
        contact.set("active", "1");
        events.add(list, contact, "double_optin_confirm", Map.of());
    }

    /** Writes the fields and runs what hangs on the form; zero is no form. */
    void update(Contact contact, long form, Map<String, String> fields) {
        contact.set(fields);
        if (contact.value("firstupdate").equals(ColumnType.DATETIME.none())) {
            contact.set("firstupdate", now());
        }
        contact.set("lastupdate", now());
        if (form != 0) {
            firings.fire(form, contact.id());
        }
    }

    long nextItem() {
        return nextItem++;
    }

    long nextProduct() {
        return nextProduct++;
    }

    /** Returns the vendor's wall clock as it is written. */
    String now() {
        return WIRE_TIME.format(time.get());
    }
}
