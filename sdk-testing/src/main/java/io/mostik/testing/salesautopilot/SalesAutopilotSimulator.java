package io.mostik.testing.salesautopilot;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SalesAutopilot played on this machine: lists, forms, records, orders, catalogue, coupons, letters, variables and tasks
 * of version 1, and what is public of version 2. Starts with the newsletter list
 * {@link #NEWSLETTER} and the order list {@link #ORDERS}, each with its forms. Its clock follows the
 * machine's, or stands ({@link #startFrozen}). Thread-safe.
 */
public final class SalesAutopilotSimulator implements Simulator {

    /** The newsletter list it starts with. */
    public static final long NEWSLETTER = 5123;

    /** The sign-up form of {@link #NEWSLETTER}. */
    public static final long SIGN_UP_FORM = 20771;

    /** The update form of {@link #NEWSLETTER}. */
    public static final long UPDATE_FORM = 20772;

    /** The sign-up form of {@link #NEWSLETTER} whose reCAPTCHA filter is on. */
    public static final long RECAPTCHA_FORM = 20773;

    /** The order list it starts with. */
    public static final long ORDERS = 6200;

    /** The order form of {@link #ORDERS}. */
    public static final long ORDER_FORM = 21400;

    /** The update form of {@link #ORDERS} for the shop's status. */
    public static final long STATUS_FORM = 21401;

    /** The update form of {@link #ORDERS} for payments. */
    public static final long PAID_FORM = 21402;

    private final CallMeter meter;
    private final Account account;
    private final Replies replies = new Replies();
    private final VersionRoutes surface;
    private final SalesAutopilotApi api;
    private final SimulatorServer server;

    private SalesAutopilotSimulator(int port, SimulatedClock clock) {
        this.meter = new CallMeter(requireNonNull(clock, "clock"));
        this.account = new Account(meter::localTime);
        this.surface = new VersionRoutes(account, replies, clock);
        this.api = new SalesAutopilotApi(account, surface, surface.routes(account, replies), meter);
        addList(NEWSLETTER, "Hírlevél", ListType.NEWSLETTER);
        addForm(NEWSLETTER, SIGN_UP_FORM, "Feliratkozás", FormKind.SIGN_UP);
        addForm(NEWSLETTER, UPDATE_FORM, "Adatmódosítás", FormKind.UPDATE);
        addRecaptchaForm(NEWSLETTER, RECAPTCHA_FORM, "Feliratkozás szűrővel");
        addList(ORDERS, "Webshop", ListType.ORDER);
        addForm(ORDERS, ORDER_FORM, "Rendelés", FormKind.ORDER);
        addForm(ORDERS, STATUS_FORM, "Állapot", FormKind.UPDATE);
        addForm(ORDERS, PAID_FORM, "Fizetve", FormKind.UPDATE);
        this.server = SimulatorServer.start(port, clock, api);
    }

    /** Starts on a free port; its clock follows the machine's. */
    public static SalesAutopilotSimulator start() {
        return start(0);
    }

    /** Starts on a free port with a clock that stands until it is advanced: for tests that move the vendor's time. */
    public static SalesAutopilotSimulator startFrozen() {
        return start(SimulatedClock.standing());
    }

    /** Starts on a free port with another clock. */
    public static SalesAutopilotSimulator start(SimulatedClock clock) {
        return start(0, clock);
    }

    /** Starts on this port. */
    public static SalesAutopilotSimulator start(int port) {
        return start(port, SimulatedClock.running());
    }

    /** Starts on this port with another clock. */
    public static SalesAutopilotSimulator start(int port, SimulatedClock clock) {
        return new SalesAutopilotSimulator(port, clock);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Returns the user name that is asked for. */
    public String username() {
        return api.username();
    }

    /** Returns the password that is asked for. */
    public String password() {
        return api.password();
    }

    /** Asks for another user name and password from now on. */
    public void credentials(String username, String password) {
        api.credentials(username, password);
    }

    /** Sets whether a request is answered 429 that comes while another of its credential is open; it is unless set. */
    public void parallelRefused(boolean refused) {
        api.parallelRefused(refused);
    }

    /** Answers 405 to this verb on a path of this shape from now on, as some accounts do. */
    public void refuseVerb(String verb, String pathOrTemplate) {
        api.refuseVerb(verb, pathOrTemplate);
    }

    /** Sets whether numbers come in quotation marks; they do not unless set. */
    public void quoteScalars(boolean quoted) {
        replies.quoted(quoted);
    }

    /** Sets the body that says a read found nothing; unless set, {@code null} for one record and {@code []} for many. */
    public void nothingFound(String body) {
        replies.nothingFound(body);
    }

    /** Adds a list; e-mail is the unique key of a newsletter list. */
    public void addList(long list, String name, ListType type) {
        account.add(new ContactList(list, name, type));
    }

    /** Sets whether a list takes an address once only. */
    public void emailUnique(long list, boolean unique) {
        synchronized (account) {
            known(list).emailUnique = unique;
        }
    }

    /** Adds a text column of the account's own. */
    public void addField(long list, String name) {
        synchronized (account) {
            known(list).addColumn(name, new OwnField("shorttext", Map.of()));
        }
    }

    /** Adds a segment: the records of a list that have this value in a column. */
    public void addSegment(long list, long segment, String field, String value) {
        synchronized (account) {
            surface.segments.add(new Segment(segment, known(list), field, value));
        }
    }

    /** Adds a landing page of a list. */
    public void addLandingPage(long list, long page) {
        synchronized (account) {
            surface.links.addPage(known(list).id, page);
        }
    }

    /** Adds a coupon of an order list, worth so many percent. */
    public void addCoupon(long list, String code, BigDecimal percent) {
        synchronized (account) {
            surface.coupons.add(known(list).id, code, percent);
        }
    }

    /** Adds a letter with a timing on a list, by which it can be sent at once. */
    public void addLetter(long list, long letter, long send, String name) {
        synchronized (account) {
            surface.letters.add(new LetterCalls.Timing(send, letter, known(list), name));
        }
    }

    /** Adds an open task of the CRM, and returns its id. */
    public long addTask(long list, String title) {
        synchronized (account) {
            return surface.crm.add(known(list).id, title);
        }
    }

    /** Returns how often the letter of a timing was sent to a record at once. */
    public int timesSent(long send, long record) {
        synchronized (account) {
            return surface.letters.count(send, record);
        }
    }

    /** Returns the changes that a call centre told: synchronisation, project and record, with slashes between. */
    public List<String> callCentreUpdates() {
        synchronized (account) {
            return surface.crm.callCentreUpdates();
        }
    }

    /** Returns the sends that version 2 was asked to make; they are inactive. */
    public List<JsonNode> sends() {
        synchronized (account) {
            return surface.v2.sends();
        }
    }

    /** Ends every token of version 2 now; unless told, one lasts half an hour. */
    public void endTokens() {
        surface.tokens.end();
    }

    /** Sets whether version 2 tells errors by their code alone, with status 200; it does not unless set. */
    public void errorsWithStatus200(boolean ok) {
        api.errorsAreOk(ok);
    }

    /** Adds a form without the reCAPTCHA filter. */
    public void addForm(long list, long form, String name, FormKind kind) {
        add(list, new ListForm(form, name, kind, false));
    }

    /** Adds a sign-up form with the reCAPTCHA filter, through which no API call subscribes. */
    public void addRecaptchaForm(long list, long form, String name) {
        add(list, new ListForm(form, name, FormKind.SIGN_UP, true));
    }

    /** Adds a record as an import would: no form, no automation; returns its id. */
    public long addRecord(long list, Map<String, String> fields) {
        synchronized (account) {
            return account.add(known(list), fields).id();
        }
    }

    /** Returns a record's columns. */
    public Optional<Map<String, String>> record(long list, long id) {
        synchronized (account) {
            return known(list).contact(id).map(Contact::values);
        }
    }

    /** Returns the columns of every record with this value, in the order of arrival. */
    public List<Map<String, String>> records(long list, String field, String value) {
        synchronized (account) {
            return known(list).contacts(field, value).stream()
                    .map(Contact::values)
                    .toList();
        }
    }

    /** Returns the records of {@link #ORDERS} with the shop's order number. */
    public List<Map<String, String>> orders(String shopOrderNumber) {
        return records(ORDERS, "mssys_shoprenter_id", shopOrderNumber);
    }

    /** Returns how often the automations behind a form ran for a record: welcome letters sent, invoices made. */
    public int timesFired(long form, long record) {
        return account.firings().count(form, record);
    }

    /** Returns how often the automations behind a form ran for any record. */
    public int timesFired(long form) {
        return account.firings().count(form);
    }

    /** Returns how many requests came in a month of Budapest, refused and spoiled ones too. */
    public long calls(YearMonth month) {
        return meter.calls(month);
    }

    /** Counts so many further calls, as if other programs of the account had made them now. */
    public void addCalls(long more) {
        if (more < 0) {
            throw new IllegalArgumentException("more must not be negative: " + more);
        }
        meter.add(more);
    }

    /** Returns what the calls of a month cost. */
    public SalesAutopilotBill bill(YearMonth month) {
        return new SalesAutopilotBill(month, calls(month));
    }

    private void add(long list, ListForm form) {
        synchronized (account) {
            known(list).addForm(form);
        }
    }

    private ContactList known(long list) {
        return account.lists().stream()
                .filter(each -> each.id == list)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No list " + list));
    }
}
