package io.mostik.testing.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.Routes;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.Simulator;
import io.mostik.testing.SimulatorServer;
import io.mostik.testing.internal.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A portal of Bitrix24: categories with stages, deals and the history of their stages. Times have whole seconds in +03:00.
 * A burst of too many calls is refused only while {@link #limited} says so. Thread-safe.
 */
public final class Bitrix24Simulator implements Simulator {

    private static final String CODE = "simulatedcode0001";
    private static final ZoneOffset ZONE = ZoneOffset.ofHours(3);

    private final Map<Long, String> categories = new TreeMap<>();
    private final Map<Long, List<JsonObject>> stages = new LinkedHashMap<>();
    private final TreeMap<Long, JsonObject> deals = new TreeMap<>();
    private final List<JsonObject> moves = new ArrayList<>();
    private final SimulatorServer server;
    private long lastId = 500;
    private int refusals;

    private Bitrix24Simulator(int port, SimulatedClock clock) {
        this.server = SimulatorServer.start(
                port,
                clock,
                new Routes().on("POST", "/rest/{user}/{code}/{method}", (request, path) -> answer(request, path)));
        categories.put(0L, "Sales");
        stage(0, "NEW", "New", "");
        stage(0, "EXECUTING", "In work", "");
        stage(0, "WON", "Won", "S");
        stage(0, "LOSE", "Lost", "F");
    }

    /** Starts on a free port; its clock stands until it is advanced. */
    public static Bitrix24Simulator start() {
        return start(0, SimulatedClock.standing());
    }

    /** Starts on this port with another clock. */
    public static Bitrix24Simulator start(int port, SimulatedClock clock) {
        return new Bitrix24Simulator(port, clock);
    }

    @Override
    public SimulatorServer server() {
        return server;
    }

    /** Returns the address of the incoming webhook. */
    public String webhook() {
        return server.uri() + "/rest/1/" + CODE + "/";
    }

    /** Adds a category with an id from 1 on. */
    public synchronized Bitrix24Simulator category(long id, String name) {
        categories.put(id, name);
        return this;
    }

    /** Adds a stage to a category; semantics are {@code S}, {@code F} or empty. */
    public synchronized Bitrix24Simulator stage(long category, String id, String name, String semantics) {
        List<JsonObject> list = stages.computeIfAbsent(category, key -> new ArrayList<>());
        JsonObject stage = new JsonObject()
                .with("STATUS_ID", id)
                .with("NAME", name)
                .with("SORT", Integer.toString(10 * (list.size() + 1)))
                .with("SEMANTICS", semantics.isEmpty() ? NullNode.getInstance() : semantics);
        list.add(stage);
        return this;
    }

    /** Refuses this many calls as too many. */
    public synchronized void limited(int calls) {
        refusals = calls;
    }

    /** Adds a deal of the first category with an amount in roubles; returns its id. */
    public synchronized long deal(String stage, String amount, Consumer<JsonObject> more) {
        long id = ++lastId;
        JsonObject deal = new JsonObject()
                .with("id", id)
                .with("title", "Deal " + id)
                .with("stageId", stage)
                .with("categoryId", 0)
                .with("opportunity", new BigDecimal(amount))
                .with("currencyId", "RUB")
                .with("assignedById", 7)
                .with("createdTime", now())
                .with("updatedTime", now())
                .with("movedTime", now());
        more.accept(deal);
        deals.put(id, deal);
        moved(id, stage);
        return id;
    }

    /** Changes a deal as a person does, and notes when. */
    public synchronized void change(long id, Consumer<JsonObject> change) {
        JsonObject deal = existing(id);
        change.accept(deal);
        deal.put("updatedTime", now());
    }

    /** Moves a deal to a stage. */
    public synchronized void move(long id, String stage) {
        change(id, deal -> deal.with("stageId", stage).with("movedTime", now()));
        moved(id, stage);
    }

    /** Deletes a deal; its history stays. */
    public synchronized void delete(long id) {
        if (deals.remove(id) == null) {
            throw new IllegalArgumentException("No deal " + id);
        }
    }

    /** Returns the ids of all deals. */
    public synchronized List<Long> ids() {
        return List.copyOf(deals.keySet());
    }

    private JsonObject existing(long id) {
        JsonObject deal = deals.get(id);
        if (deal == null) {
            throw new IllegalArgumentException("No deal " + id);
        }
        return deal;
    }

    private void moved(long id, String stage) {
        moves.add(new JsonObject()
                .with("ID", moves.size() + 1L)
                .with("TYPE_ID", 2)
                .with("OWNER_ID", id)
                .with("CREATED_TIME", now())
                .with("STAGE_ID", stage));
    }

    private String now() {
        return server.clock()
                .now()
                .truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZONE)
                .toString()
                .replaceFirst("T(\\d\\d:\\d\\d)\\+", "T$1:00+");
    }

    private synchronized Answer answer(RecordedRequest request, Map<String, String> path) {
        if (!CODE.equals(path.get("code"))) {
            return error(401, "INVALID_CREDENTIALS", "Invalid request credentials");
        }
        if (refusals > 0) {
            refusals--;
            return error(503, "QUERY_LIMIT_EXCEEDED", "Too many requests");
        }
        JsonNode body = request.json();
        return switch (path.getOrDefault("method", "")) {
            case "crm.category.list" -> result(new JsonObject().with("categories", categoryRows()));
            case "crm.status.list" ->
                result(stageRows(body.at("/filter/ENTITY_ID").asText()));
            case "crm.item.list" -> result(new JsonObject().with("items", ItemFilter.page(deals.values(), body)));
            case "crm.stagehistory.list" -> result(new JsonObject().with("items", ItemFilter.page(moves, body)));
            default -> error(404, "ERROR_METHOD_NOT_FOUND", "Method not found!");
        };
    }

    private List<JsonObject> categoryRows() {
        List<JsonObject> rows = new ArrayList<>();
        categories.forEach((id, name) -> rows.add(new JsonObject()
                .with("id", id)
                .with("name", name)
                .with("sort", 100 * (id + 1))
                .with("isDefault", id == 0 ? "Y" : "N")));
        return rows;
    }

    private List<JsonObject> stageRows(String entity) {
        long category = entity.equals("DEAL_STAGE") ? 0 : Long.parseLong(entity.replace("DEAL_STAGE_", ""));
        return stages.getOrDefault(category, List.of());
    }

    private static Answer result(Object result) {
        Map<String, Object> times = Map.of("operating", 0.01, "operating_reset_at", Instant.EPOCH.getEpochSecond());
        return Answer.json(200, new JsonObject().with("result", result).with("time", times));
    }

    private static Answer error(int status, String code, String words) {
        return Answer.json(status, new JsonObject().with("error", code).with("error_description", words));
    }
}
