package io.mostik.testing.remonline;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A simulator of RemOnline: v2, the unversioned API and the token API over one account. Its clock follows
 * the machine's, unless it was started with {@link #startFrozen}: then it stands until a test moves it, and the limit
 * of three requests a second refuses the fourth until then, unless {@link #unlimited}.
 *
 * <pre>{@code
 * try (RemOnlineSimulator vendor = RemOnlineSimulator.start();
 *         RemOnline remonline = RemOnline.builder()
 *                 .baseUri(vendor.v2Uri().toString())
 *                 .apiKey(Secret.of(vendor.apiKey()))
 *                 .build()) {
 *     long id = vendor.seedOrder(seed -> seed.total("1450.00"));
 *     Order order = remonline.orders().get(id);
 * }
 * }</pre>
 *
 * <p>{@link #faults} makes it fail, {@link #journal} says what it was asked, {@link #deliveries} what it sent. In JUnit
 * {@link io.mostik.testing.SimulatorExtension} starts and closes it. Thread-safe.
 */
public final class RemOnlineSimulator implements Simulator {

    private static final int LARGEST_PAGE = 200;

    private final Webhooks webhooks;
    private final Account account;
    private final ApiKeys keys;
    private final RequestLimit limit;
    private final RemOnlineApi api;
    private final SimulatorServer server;

    private RemOnlineSimulator(int port, SimulatedClock clock) {
        this.webhooks = new Webhooks(requireNonNull(clock, "clock"));
        this.account = new Account(clock, webhooks);
        this.keys = new ApiKeys(clock);
        this.limit = new RequestLimit(clock);
        this.api = new RemOnlineApi(account, keys, limit);
        this.server = SimulatorServer.start(port, clock, api);
    }

    /** Starts on a free port; its clock follows the machine's. */
    public static RemOnlineSimulator start() {
        return start(0, SimulatedClock.running());
    }

    /**
     * Starts on a free port with a clock that stands still until it is advanced: for tests that move the vendor's time.
     */
    public static RemOnlineSimulator startFrozen() {
        return start(0, SimulatedClock.standing());
    }

    /** Starts on this port, 0 for a free one, with another clock; a client that really waits needs one that runs. */
    public static RemOnlineSimulator start(int port, SimulatedClock clock) {
        return new RemOnlineSimulator(port, clock);
    }

    /** Returns the address of v2. */
    public URI v2Uri() {
        return URI.create(server.uri() + "/v2");
    }

    /** Returns the setup of statuses, locations, goods and other dictionaries. */
    public RemOnlineSetup setup() {
        return new RemOnlineSetup(account);
    }

    /** Returns the API key that is valid from the start. */
    public String apiKey() {
        return ApiKeys.FIRST_KEY;
    }

    /** Makes one more API key valid. */
    public void addApiKey(String key) {
        change(() -> keys.add(requireNonNull(key, "key")));
    }

    /** Makes an API key invalid, and the tokens bought with it. */
    public void revokeApiKey(String key) {
        change(() -> keys.revoke(key));
    }

    /** Sets how long tokens last that are given out from now on; ten minutes unless set. */
    public void tokenLife(Duration life) {
        change(() -> keys.tokenLife = requireNonNull(life, "life"));
    }

    /** Lets every token expire at once. */
    public void expireTokens() {
        change(keys::expireTokens);
    }

    /** Returns how many tokens were given out. */
    public int logins() {
        return ask(keys::logins);
    }

    /** Sets how many requests one key may send within any second; three unless set. */
    public void requestsPerSecond(int requests) {
        if (requests < 1) {
            throw new IllegalArgumentException("requests must be positive: " + requests);
        }
        change(() -> limit.perSecond = requests);
    }

    /** Ends the limit. */
    public void unlimited() {
        requestsPerSecond(Integer.MAX_VALUE);
    }

    /** Returns how many requests were refused because they came too fast. */
    public int refusals() {
        return ask(limit::refusals);
    }

    /** Sets how v2 wants filters with several values; repeated names unless set. */
    public void arrays(ArrayStyle style) {
        change(() -> api.arrays = requireNonNull(style, "style"));
    }

    /**
     * Ends the generations before v2: whatever is asked of them is answered so, without a word.
     *
     * @param status 404 or 410
     */
    public void retireGenerationsBefore(int status) {
        if (status != 404 && status != 410) {
            throw new IllegalArgumentException("status must be 404 or 410: " + status);
        }
        change(() -> api.retired = OptionalInt.of(status));
    }

    /** Lets these query parameters have no effect, silently, as the vendor does with those it does not know. */
    public void ignore(String... parameters) {
        change(() -> api.deafTo = Set.of(parameters));
    }

    /**
     * Lets {@code limit} set how many rows a page of version 2 has, up to so many, as a live client has found it; without
     * effect unless set.
     *
     * @param most 50 to 200
     */
    public void heedPageSize(int most) {
        if (most < Sheet.PAGE || most > LARGEST_PAGE) {
            throw new IllegalArgumentException("most must be 50 to 200: " + most);
        }
        change(() -> api.mostRows = most);
    }

    /**
     * Lets every list of version 2 that can be asked for what was changed be sorted by {@code modified_at} too; only orders
     * and people can be unless set, as documented.
     */
    public void sortEverything() {
        change(() -> api.sortsEverything = true);
    }

    /** Sets what writes are answered with; the object in v2 and its id in the older generations unless set. */
    public void writeAnswers(WriteAnswer form) {
        change(() -> account.writeAnswer = requireNonNull(form, "form"));
    }

    /** Returns every parameter and body field so far that had no effect, such as {@code GET /v2/orders ids[]}. */
    public List<String> ignored() {
        return ask(() -> List.copyOf(account.ignored));
    }

    /** Adds a person and returns the id. */
    public long seedPerson(String firstName, String lastName, String phone) {
        ObjectNode fields = Shape.object();
        fields.put("first_name", firstName).put("last_name", lastName).set("phones", Shape.phones(phone));
        return ask(() -> account.addPerson(fields).id());
    }

    /** Adds a new order and returns its id. */
    public long seedOrder() {
        return seedOrder(seed -> {});
    }

    /** Adds an order, filled in as told, and returns its id. */
    public long seedOrder(Consumer<OrderSeed> fill) {
        ObjectNode fields =
                Shape.object().put("branch_id", 3301).put("order_type_id", 411).put("client_id", Account.FIRST_PERSON);
        return ask(() -> {
            OrderRow row = account.addOrder(fields);
            fill.accept(new OrderSeed(account, row));
            return row.id();
        });
    }

    /** Adds so many new orders, each created and modified a second after the one before, and returns their ids. */
    public List<Long> seedOrders(int count) {
        List<Long> ids = new ArrayList<>();
        Instant first = clock().now().minusSeconds(count);
        for (int i = 0; i < count; i++) {
            Instant at = first.plusSeconds(i);
            ids.add(seedOrder(seed -> seed.createdAt(at).modifiedAt(at)));
        }
        return ids;
    }

    /** Changes an order as somebody in the office would: it is modified now, unless told otherwise. */
    public void editOrder(long id, Consumer<OrderSeed> edit) {
        change(() -> {
            OrderRow row = row(id);
            row.modifiedAt = account.now();
            edit.accept(new OrderSeed(account, row));
        });
    }

    /** Deletes an order as somebody in the office would, for no API can, and tells of it; the rows after it move up. */
    public void deleteOrder(long id) {
        change(() -> account.deleteOrder(row(id)));
    }

    /** Returns the current state of an order; a {@link NoSuchElementException} if there is none. */
    public RepairOrder order(long id) {
        return ask(() -> row(id).toOrder());
    }

    /** Returns every order that was created over an API, in their order, deleted ones too. */
    public List<RepairOrder> ordersCreated() {
        return ask(() -> account.created.stream().map(OrderRow::toOrder).toList());
    }

    /** Returns every change of an order's status that came over an API, in their order. */
    public List<StatusChange> statusChanges(long orderId) {
        return ask(() -> List.copyOf(row(orderId).changes));
    }

    /** Returns every lead, as the list of leads shows it. */
    public List<JsonNode> leads() {
        return ask(() -> List.copyOf(account.leads.all()));
    }

    /** Returns every task, as the list of tasks shows it. */
    public List<JsonNode> tasks() {
        return ask(() -> List.copyOf(account.tasks.all()));
    }

    /** Returns the rows of a shelf as the account keeps them, in the order of their ids. */
    public List<JsonNode> rows(Shelf shelf) {
        return ask(() -> List.copyOf(account.shelf(shelf).all()));
    }

    /** Returns the current state of the estimates. */
    public List<RepairOrder> estimates() {
        return ask(() -> account.estimates.stream().map(OrderRow::toOrder).toList());
    }

    /** Returns every endpoint that is played, such as {@code GET /v2/orders/{id}}, but the log-in. */
    public List<String> endpoints() {
        return api.names();
    }

    /**
     * Sets where events are sent, and the secret they are signed with; nowhere unless set. One that is not answered with
     * a 2xx is sent again 5, 10 and 15 seconds after each other by this vendor's clock, and then never more.
     */
    public void webhook(URI uri, String secret) {
        webhooks.target(requireNonNull(uri, "uri"), requireNonNull(secret, "secret"));
    }

    /** Tells of an event of any name, such as {@code Invoice.Created}. */
    public void fire(String eventName, String objectType, long objectId, ObjectNode metadata) {
        webhooks.fire(eventName, objectType, objectId, metadata.deepCopy(), clock().now());
    }

    /** Delivers the same event once more, as it was. */
    public HookDelivery redeliver(HookDelivery delivery) {
        return Webhooks.await(webhooks.post(delivery.hook()));
    }

    /** Returns every delivery so far; waits for those under way. */
    @Override
    public List<HookDelivery> deliveries() {
        return webhooks.deliveries();
    }

    /** Returns the signature a webhook with this secret puts on an event. */
    public static String signature(String secret, String eventId) {
        return Webhooks.sign(secret, eventId);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        webhooks.close();
    }

    private OrderRow row(long id) {
        return account.orders.find(id).orElseThrow(() -> new NoSuchElementException("No order " + id));
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
}
