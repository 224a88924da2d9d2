package io.mostik.testing.billingo;

import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import io.mostik.testing.internal.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An organisation at Billingo: its documents, the newest first, and their payments. It sends no notices. That its times are those of
 * Budapest is inferred. Thread-safe.
 */
public final class BillingoSimulator implements Simulator {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final ZoneId ZONE = ZoneId.of("Europe/Budapest");
    private static final String STATUS = "payment_status";
    private static final String GROSS = "gross_total";

    private final Map<Long, JsonObject> documents = new LinkedHashMap<>();
    private final Map<Long, List<JsonObject>> payments = new LinkedHashMap<>();
    private final Map<Long, String> orders = new LinkedHashMap<>();
    private final Map<Long, String> modified = new LinkedHashMap<>();
    private final SimulatorServer server;
    private Optional<Runnable> afterPage = Optional.empty();
    private long lastId = 910_020;

    private BillingoSimulator(int port, SimulatedClock clock) {
        this.server = SimulatorServer.start(
                port,
                clock,
                new Routes()
                        .on("GET", "/documents", (request, path) -> list(request))
                        .on("GET", "/documents/{id}", (request, path) -> get(request, path.getOrDefault("id", "")))
                        .on(
                                "GET",
                                "/documents/{id}/payments",
                                (request, path) -> payments(request, path.getOrDefault("id", ""))));
    }

    /** Starts on a free port; its clock stands until it is advanced. */
    public static BillingoSimulator start() {
        return start(0, SimulatedClock.standing());
    }

    /** Starts on this port with another clock. */
    public static BillingoSimulator start(int port, SimulatedClock clock) {
        return new BillingoSimulator(port, clock);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Returns the key that is asked for. */
    public String apiKey() {
        return "billingo-simulated-key";
    }

    /** Issues a document in forint, of a type such as {@code invoice}; returns its id. */
    public synchronized long issue(String type, String order, String gross, OptionalLong related) {
        long id = ++lastId;
        JsonObject document = new JsonObject()
                .with("id", id)
                .with("invoice_number", "KMP / 2026-" + id)
                .with("type", type)
                .with("cancelled", false)
                .with(STATUS, "outstanding")
                .with(GROSS, new BigDecimal(gross).setScale(1))
                .with("currency", "HUF")
                .with("settings", new JsonObject().with("order_number", order).with("round", "none"))
                .with(
                        "related_documents",
                        related.isPresent() ? List.of(new JsonObject().with("id", related.getAsLong())) : List.of());
        documents.put(id, document);
        orders.put(id, order);
        payments.put(id, new ArrayList<>());
        touch(id);
        return id;
    }

    /** Books a payment, by a method such as {@code wire_transfer}. */
    public synchronized void pay(long id, String amount, String method) {
        paymentsOf(id)
                .add(new JsonObject()
                        .with(
                                "date",
                                LocalDateTime.ofInstant(server.clock().now(), ZONE)
                                        .toLocalDate()
                                        .toString())
                        .with("price", new BigDecimal(amount).setScale(1))
                        .with("payment_method", method));
        BigDecimal paid = paymentsOf(id).stream()
                .map(payment -> new BigDecimal(String.valueOf(payment.get("price"))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean isPaid = paid.compareTo(gross(document(id))) >= 0;
        document(id).put(STATUS, isPaid ? "paid" : "partially_paid");
        touch(id);
    }

    /** Reverses a document; returns the id of the storno. */
    public synchronized long cancel(long id) {
        JsonObject document = document(id);
        document.put("cancelled", true);
        touch(id);
        String order = orders.getOrDefault(id, "");
        return issue("cancellation", order, gross(document).negate().toPlainString(), OptionalLong.of(id));
    }

    /** Does something once, after the next page of a list was read. */
    public synchronized void afterNextPage(Runnable action) {
        afterPage = Optional.of(action);
    }

    private JsonObject document(long id) {
        return Optional.ofNullable(documents.get(id))
                .orElseThrow(() -> new IllegalArgumentException("No document " + id));
    }

    private List<JsonObject> paymentsOf(long id) {
        return Optional.ofNullable(payments.get(id))
                .orElseThrow(() -> new IllegalArgumentException("No document " + id));
    }

    private static BigDecimal gross(JsonObject document) {
        return new BigDecimal(String.valueOf(document.get(GROSS)));
    }

    private void touch(long id) {
        modified.put(id, SECONDS.format(LocalDateTime.ofInstant(server.clock().now(), ZONE)));
    }

    private boolean isRefused(RecordedRequest request) {
        return request.header("X-API-KEY").filter(apiKey()::equals).isEmpty();
    }

    private static Answer error(int status, String message) {
        return Answer.json(status, Map.of("error", Map.of("message", message)));
    }

    private synchronized Answer get(RecordedRequest request, String id) {
        if (isRefused(request)) {
            return error(401, "no key");
        }
        return id.matches("\\d{1,18}") && documents.containsKey(Long.parseLong(id))
                ? Answer.json(200, document(Long.parseLong(id)))
                : error(404, "no document");
    }

    private synchronized Answer payments(RecordedRequest request, String id) {
        Answer document = get(request, id);
        return document.status() == 200 ? Answer.json(200, paymentsOf(Long.parseLong(id))) : document;
    }

    private synchronized Answer list(RecordedRequest request) {
        if (isRefused(request)) {
            return error(401, "no key");
        }
        int size = Math.min(100, Integer.parseInt(request.query("per_page").orElse("25")));
        int page = Integer.parseInt(request.query("page").orElse("1"));
        List<JsonObject> found = new ArrayList<>();
        documents.forEach((id, document) -> {
            boolean isIn = request.query("last_modified_date")
                            .filter(since -> modified.getOrDefault(id, "").compareTo(since) < 0)
                            .isEmpty()
                    && request.query(STATUS)
                            .filter(status -> !status.equals(document.get(STATUS)))
                            .isEmpty();
            if (isIn) {
                found.add(0, document);
            }
        });
        Answer answer = Answer.json(
                200,
                new JsonObject()
                        .with(
                                "data",
                                found.stream()
                                        .skip((page - 1L) * size)
                                        .limit(size)
                                        .toList())
                        .with("total", found.size())
                        .with("per_page", size)
                        .with("current_page", page)
                        .with("last_page", Math.max(1, (found.size() + size - 1) / size)));
        Optional<Runnable> action = afterPage;
        afterPage = Optional.empty();
        action.ifPresent(Runnable::run);
        return answer;
    }
}
