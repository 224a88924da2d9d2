package io.mostik.testing.woocommerce;

import io.mostik.testing.Answer;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.HookSender;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import io.mostik.testing.internal.Credentials;
import io.mostik.testing.internal.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A WooCommerce shop: its orders by REST, and one webhook for all topics of orders, whose body shows the order as it is when it is
 * delivered. Thread-safe.
 */
public final class WooCommerceSimulator implements Simulator {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final int MOST_FAILURES = 5;
    private static final String ID = "id";
    private static final String STATUS = "status";

    private final Map<Long, JsonObject> orders = new TreeMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Credentials keys = new Credentials("ck_simulated", "cs_simulated");
    private final HookSender sender =
            new HookSender(1, java.time.Duration.ofSeconds(60), WooCommerceSimulator::isSuccess);
    private final SimulatorServer server;
    private Optional<WooHook> hook = Optional.empty();
    private int failures;
    private long lastId = 20_930;

    private record Pending(String topic, long order) {}

    private WooCommerceSimulator(int port, SimulatedClock clock) {
        this.server = SimulatorServer.start(
                port,
                clock,
                new Routes()
                        .on("GET", "/wp-json/wc/v3/orders", (request, path) -> list(request))
                        .on(
                                "GET",
                                "/wp-json/wc/v3/orders/{id}",
                                (request, path) -> get(request, path.getOrDefault(ID, ""))));
    }

    /** Starts on a free port; its clock stands until it is advanced. */
    public static WooCommerceSimulator start() {
        return start(0, SimulatedClock.standing());
    }

    /** Starts on this port with another clock. */
    public static WooCommerceSimulator start(int port, SimulatedClock clock) {
        return new WooCommerceSimulator(port, clock);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Returns the consumer key that is asked for. */
    public String consumerKey() {
        return keys.username();
    }

    /** Returns the consumer secret that is asked for. */
    public String consumerSecret() {
        return keys.password();
    }

    /** Saves a webhook, and pings its address, which is not signed. */
    public synchronized HookDelivery saveWebhook(URI target, String secret) {
        hook = Optional.of(new WooHook(7, target, secret));
        failures = 0;
        return sender.deliver(hook.get().ping());
    }

    /** Returns whether the webhook is on: saved, and not failed more than five times in a row. */
    public synchronized boolean isWebhookOn() {
        return hook.isPresent() && failures <= MOST_FAILURES;
    }

    /** Places an order of one line in forint; returns its id. */
    public synchronized long place(String email, int quantity, String net, String tax) {
        long id = ++lastId;
        String total = new BigDecimal(net)
                .add(new BigDecimal(tax))
                .setScale(0, java.math.RoundingMode.HALF_UP)
                .toPlainString();
        JsonObject line = new JsonObject()
                .with(ID, 300 + id)
                .with("product_id", 12)
                .with("quantity", quantity)
                .with("subtotal", net)
                .with("total", net)
                .with("total_tax", tax)
                .with("sku", "TEA-1");
        orders.put(
                id,
                new JsonObject()
                        .with(ID, id)
                        .with("number", Long.toString(id))
                        .with(STATUS, "processing")
                        .with("currency", "HUF")
                        .with("prices_include_tax", true)
                        .with("date_created_gmt", now())
                        .with("total", total)
                        .with("total_tax", tax)
                        .with("shipping_total", "0")
                        .with("discount_total", "0")
                        .with("customer_id", 0)
                        .with(
                                "billing",
                                new JsonObject().with("first_name", "Anna").with("email", email))
                        .with("line_items", List.of(line))
                        .with("refunds", List.of()));
        touch("order.created", id);
        return id;
    }

    /** Changes one field of an order. */
    public synchronized void change(long id, String field, Object value) {
        order(id).put(field, value);
        touch("order.updated", id);
    }

    /** Gives a part back; the status stays unless all is given back. */
    public synchronized void refund(long id, String amount) {
        List<Object> refunds = new ArrayList<>((List<?>) order(id).getOrDefault("refunds", List.of()));
        refunds.add(new JsonObject()
                .with(ID, ++lastId)
                .with("reason", "")
                .with("total", new BigDecimal(amount).negate().toPlainString()));
        order(id).put("refunds", refunds);
        if (new BigDecimal(amount)
                        .compareTo(new BigDecimal(String.valueOf(order(id).get("total"))))
                == 0) {
            order(id).put(STATUS, "refunded");
        }
        touch("order.updated", id);
    }

    /** Moves an order to the trash. */
    public synchronized void trash(long id) {
        order(id).put(STATUS, "trash");
        touch("order.deleted", id);
    }

    /** Deletes an order for good. */
    public synchronized void delete(long id) {
        orders.remove(id);
        pending.add(new Pending("order.deleted", id));
    }

    /** Delivers what has happened since the last time, each event once, to the webhook while it is on. */
    public synchronized List<HookDelivery> deliver() {
        List<HookDelivery> sent = new ArrayList<>();
        for (Pending event : pending) {
            if (isWebhookOn()) {
                HookDelivery delivery = sender.deliver(message(event));
                failures = delivery.accepted() ? 0 : failures + 1;
                sent.add(delivery);
            }
        }
        pending.clear();
        return sent;
    }

    /** Loses what has happened since the last time. */
    public synchronized void loseDeliveries() {
        pending.clear();
    }

    @Override
    public List<HookDelivery> deliveries() {
        return sender.deliveries();
    }

    private OutgoingWebhook message(Pending event) {
        boolean isDeleted = event.topic().equals("order.deleted") || !orders.containsKey(event.order());
        Object body = isDeleted ? Map.of(ID, event.order()) : order(event.order());
        return hook.orElseThrow().message(event.topic(), body, server.clock().now());
    }

    private static boolean isSuccess(int status) {
        return status / 100 == 2 || status == 301 || status == 302;
    }

    private JsonObject order(long id) {
        return Optional.ofNullable(orders.get(id)).orElseThrow(() -> new IllegalArgumentException("No order " + id));
    }

    private void touch(String topic, long id) {
        order(id).put("date_modified_gmt", now());
        pending.add(new Pending(topic, id));
    }

    private String now() {
        return SECONDS.format(LocalDateTime.ofInstant(server.clock().now(), ZoneOffset.UTC));
    }

    private synchronized Answer get(RecordedRequest request, String id) {
        if (!keys.isBasicOf(request)) {
            return Answer.json(401, Map.of());
        }
        return id.matches("\\d{1,18}") && orders.containsKey(Long.parseLong(id))
                ? Answer.json(200, order(Long.parseLong(id)))
                : Answer.json(404, Map.of());
    }

    private synchronized Answer list(RecordedRequest request) {
        if (!keys.isBasicOf(request)) {
            return Answer.json(401, Map.of());
        }
        boolean isOfIds = request.query("orderby").orElse("date").equals(ID);
        boolean isRising = request.query("order").orElse("desc").equals("asc");
        int size = Math.min(100, Integer.parseInt(request.query("per_page").orElse("10")));
        int page = Integer.parseInt(request.query("page").orElse("1"));
        Comparator<JsonObject> order = Comparator.comparing(each -> isOfIds ? "" : text(each, "date_created_gmt"));
        Comparator<JsonObject> rising = order.thenComparingLong(each -> Long.parseLong(text(each, ID)));
        List<JsonObject> found = orders.values().stream()
                .filter(each -> isIn(each, request))
                .sorted(isRising ? rising : rising.reversed())
                .toList();
        Stream<JsonObject> shown = found.stream().skip((page - 1L) * size).limit(size);
        return Answer.json(200, shown.toList())
                .with("X-WP-Total", Integer.toString(found.size()))
                .with("X-WP-TotalPages", Integer.toString((found.size() + size - 1) / size));
    }

    private static boolean isIn(JsonObject order, RecordedRequest request) {
        String modified = text(order, "date_modified_gmt");
        return request.query("modified_after")
                        .filter(after -> modified.compareTo(after) <= 0)
                        .isEmpty()
                && request.query("modified_before")
                        .filter(before -> modified.compareTo(before) >= 0)
                        .isEmpty()
                && (!request.queries("status").isEmpty() || !text(order, STATUS).equals("trash"));
    }

    private static String text(JsonObject order, String name) {
        return String.valueOf(order.get(name));
    }
}
