package io.mostik.testing.salesautopilot;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A simulator of SalesAutopilot: lists, forms, records, orders, catalogue, coupons, letters, variables and tasks
 * of version 1, and what is public of version 2. Starts with the newsletter list {@link #NEWSLETTER} and the order list
 * {@link #ORDERS}, each with its forms. Its clock follows the machine's, or stands ({@link #startFrozen}).
 *
 * <pre>{@code
 * try (SalesAutopilotSimulator vendor = SalesAutopilotSimulator.start();
 *         SalesAutopilot sales = SalesAutopilot.builder()
 *                 .baseUri(vendor.uri().toString())
 *                 .keyPair(vendor.username(), Secret.of(vendor.password()))
 *                 .build()) {
 *     vendor.faults().actThenDrop();       // the next call is done, its answer is lost
 *     sales.subscribers(ListId.of(SalesAutopilotSimulator.NEWSLETTER)).count();
 * }
 * }</pre>
 *
 * <p>{@link #faults} makes it fail, {@link #journal} says what it was asked, {@link #deliveries} what it sent. In JUnit
 * {@link io.mostik.testing.SimulatorExtension} starts and closes it. Thread-safe.
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
    private final SalesAutopilotApi api;
    private final SimulatorServer server;

    private SalesAutopilotSimulator(int port, SimulatedClock clock) {
        this.meter = new CallMeter(requireNonNull(clock, "clock"));
        this.account = new Account(meter::localTime);
        this.api = new SalesAutopilotApi(account, meter, clock);
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
        return start(0, SimulatedClock.running());
    }

    /**
     * Starts on a free port with a clock that stands still until it is advanced: for tests that move the vendor's time.
     */
    public static SalesAutopilotSimulator startFrozen() {
        return start(0, SimulatedClock.standing());
    }

    /** Starts on this port, 0 for a free one, with another clock. */
    public static SalesAutopilotSimulator start(int port, SimulatedClock clock) {
        return new SalesAutopilotSimulator(port, clock);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Returns the user name that is asked for. */
    public String username() {
        return api.credentials.username();
    }

    /** Returns the password that is asked for. */
    public String password() {
        return api.credentials.password();
    }

    /** Asks for another user name and password from now on. */
    public void credentials(String username, String password) {
        api.credentials.set(username, password);
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
        account.replies.quoted(quoted);
    }

    /** Sets the body that says a read found nothing; unless set, {@code null} for one record and {@code []} for many. */
    public void nothingFound(String body) {
        account.replies.nothingFound(body);
    }

    /**
     * Sets the body with which an order of a shop is answered that was taken: {@code true}, a text, nothing. It is the id of the
     * record unless set; the vendor documents none, and the clients in public look at the status alone.
     */
    public void orderAnswer(String body) {
        account.replies.orderTaken(body);
    }

    /** Adds a list; e-mail is the unique key of a newsletter list. */
    public void addList(long list, String name, ListType type) {
        change(() -> account.lists.add(new ContactList(list, name, type)));
    }

    /** Sets whether a list takes an address once only. */
    public void emailUnique(long list, boolean unique) {
        change(() -> known(list).emailUnique = unique);
    }

    /** Adds a text column of the account's own. */
    public void addField(long list, String name) {
        change(() -> known(list).addColumn(name, new OwnField("shorttext", Map.of())));
    }

    /** Adds a segment: the records of a list that have this value in a column. */
    public void addSegment(long list, long segment, String field, String value) {
        change(() -> account.segments.add(new SegmentCalls.Segment(segment, known(list), field, value)));
    }

    /** Adds a landing page of a list. */
    public void addLandingPage(long list, long page) {
        change(() -> account.pages.put(page, known(list).id));
    }

    /** Adds a coupon of an order list, worth so many percent. */
    public void addCoupon(long list, String code, BigDecimal percent) {
        change(() -> account.coupons.put(known(list).id + "/" + code, percent));
    }

    /** Adds a letter with a timing on a list, by which it can be sent at once. */
    public void addLetter(long list, long letter, long send, String name) {
        change(() -> account.timings.add(new LetterCalls.Timing(send, letter, known(list), name)));
    }

    /** Adds an open task of the CRM, and returns its id. */
    public long addTask(long list, String title) {
        return ask(() -> {
            long id = 501L + account.tasks.size();
            account.tasks.add(new CrmCalls.Task(id, known(list).id, title, new AtomicInteger()));
            return id;
        });
    }

    /** Returns how often the letter of a timing was sent to a record at once. */
    public int timesSent(long send, long record) {
        return ask(() -> (int) account.sent.stream()
                .filter(each -> each.timing().send() == send && each.contact() == record)
                .count());
    }

    /** Returns the changes that a call centre told: synchronisation, project and record, with slashes between. */
    public List<String> callCentreUpdates() {
        return ask(() -> List.copyOf(account.callCentreUpdates));
    }

    /** Returns the sends that version 2 was asked to make; they are inactive. */
    public List<JsonNode> sends() {
        return ask(() -> List.copyOf(account.sends));
    }

    /** Ends every token of version 2 now; unless told, one lasts half an hour. */
    public void endTokens() {
        api.tokens.end();
    }

    /** Sets how long a token of version 2 lasts; half an hour unless set. */
    public void tokensLast(Duration life) {
        api.tokens.life(requireNonNull(life, "life"));
    }

    /** Sets whether version 2 tells errors by their code alone, with status 200; it does not unless set. */
    public void errorsWithStatus200(boolean ok) {
        api.errorsAreOk(ok);
    }

    /** Adds a form without the reCAPTCHA filter. */
    public void addForm(long list, long form, String name, FormKind kind) {
        add(list, new ListForm(form, name, kind, false, false));
    }

    /** Adds a sign-up form with the reCAPTCHA filter, through which no API call subscribes. */
    public void addRecaptchaForm(long list, long form, String name) {
        add(list, new ListForm(form, name, FormKind.SIGN_UP, true, false));
    }

    /**
     * Adds a sign-up form that asks for a confirmation by letter: who signs up through it is inactive until {@link #confirm}. How
     * the vendor shows such a record is not documented; here it is inactive.
     */
    public void addDoubleOptInForm(long list, long form, String name) {
        add(list, new ListForm(form, name, FormKind.SIGN_UP, false, true));
    }

    /** Clicks the link of the confirmation letter. */
    public void confirm(long list, long record) {
        change(() -> account.confirm(known(list), known(list).contacts.get(record)));
    }

    /** Clicks the link that every letter has for leaving. */
    public void leave(long list, long record) {
        change(() -> account.unsubscribe(known(list), known(list).contacts.get(record)));
    }

    /** Lets a letter to a record come back for good. Whether the vendor makes it inactive is not documented; here it stays. */
    public void bounce(long list, long record) {
        change(() -> account.events.add(known(list), known(list).contacts.get(record), "bounce", Map.of()));
    }

    /**
     * Adds an event of version 2 that happened at another time, as one that the vendor tells late.
     *
     * @param happenedAt local time of Budapest, {@code 2026-02-04 07:31:10}
     * @return its id
     */
    public String addEvent(long list, String email, String type, String happenedAt) {
        return ask(() -> String.valueOf(
                account.events.add(known(list), email, type, happenedAt).get("id")));
    }

    /** Sets how many events version 2 tells on a page; 100 unless set. */
    public void eventsPerPage(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be positive: " + size);
        }
        change(() -> account.events.pageSize(size));
    }

    /** Sets whether version 2 tells the newest events first; the oldest come first unless set. */
    public void newestEventsFirst(boolean first) {
        change(() -> account.events.newestFirst(first));
    }

    /** Adds a record as an import would: no form, no automation; returns its id. */
    public long addRecord(long list, Map<String, String> fields) {
        return ask(() -> account.add(known(list), fields).id());
    }

    /** Returns a record's columns. */
    public Optional<Map<String, String>> record(long list, long id) {
        return ask(() -> known(list).contacts.find(id).map(Contact::values));
    }

    /** Returns the columns of every record of a list, in the order of arrival. */
    public List<Map<String, String>> records(long list) {
        return ask(() -> known(list).contacts.stream().map(Contact::values).toList());
    }

    /** Returns the columns of every record with this value, in the order of arrival. */
    public List<Map<String, String>> records(long list, String field, String value) {
        return ask(() ->
                known(list).contacts(field, value).stream().map(Contact::values).toList());
    }

    /** Returns the records of {@link #ORDERS} with the shop's order number. */
    public List<Map<String, String>> orders(String shopOrderNumber) {
        return records(ORDERS, "mssys_shoprenter_id", shopOrderNumber);
    }

    /** Returns how often the automations behind a form ran for a record: welcome letters sent, invoices made. */
    public int timesFired(long form, long record) {
        return account.firings.count(form, record);
    }

    /** Returns how often the automations behind a form ran for any record. */
    public int timesFired(long form) {
        return account.firings.count(form);
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
        change(() -> known(list).forms.add(form));
    }

    private <T> T ask(Supplier<T> question) {
        synchronized (account) {
            return question.get();
        }
    }

    private void change(Runnable change) {
        synchronized (account) {
            change.run();
        }
    }

    private ContactList known(long list) {
        return account.lists.find(list).orElseThrow(() -> new IllegalArgumentException("No list " + list));
    }
}
