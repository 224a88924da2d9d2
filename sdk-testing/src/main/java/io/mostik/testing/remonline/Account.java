package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.SimulatedClock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The one state under all generations. Guarded by its own monitor, which the callers hold. */
final class Account {

    static final long FIRST_PERSON = 88001;

    private final SimulatedClock clock;
    private final Webhooks webhooks;
    private final Dictionaries dictionaries = new Dictionaries();
    private final Stock stock = new Stock();
    private final Map<Long, OrderRow> orders = new TreeMap<>();
    private final Map<Long, PersonRow> people = new TreeMap<>();
    private final Map<Long, ObjectNode> leads = new TreeMap<>();
    private final Map<Long, ObjectNode> tasks = new TreeMap<>();
    private final Map<Long, OrderRow> estimates = new TreeMap<>();
    private final Map<Shelf, Map<Long, ObjectNode>> shelves = new EnumMap<>(Shelf.class);
    private final List<OrderRow> created = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private long lastOrder = 90412000;
    private long lastNumber = 317;
    private long lastPerson = FIRST_PERSON - 1;
    private long lastLine;
    WriteAnswer writeAnswer = WriteAnswer.OBJECT;

    Account(SimulatedClock clock, Webhooks webhooks) {
        this.clock = clock;
        this.webhooks = webhooks;
        addPerson(Shape.object()
                .put("first_name", "Ira")
                .put("last_name", "Lys")
                .set("phones", Phones.of("+380500000001")));
    }

    Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    Dictionaries dictionaries() {
        return dictionaries;
    }

    Stock stock() {
        return stock;
    }

    Map<Long, OrderRow> orders() {
        return orders;
    }

    Map<Long, PersonRow> people() {
        return people;
    }

    Map<Long, ObjectNode> leads() {
        return leads;
    }

    Map<Long, ObjectNode> tasks() {
        return tasks;
    }

    Map<Long, OrderRow> estimates() {
        return estimates;
    }

    Map<Long, ObjectNode> shelf(Shelf shelf) {
        return shelves.computeIfAbsent(shelf, each -> new TreeMap<>());
    }

    /** Returns the orders that came over an API, in their order, deleted ones too. */
    List<OrderRow> created() {
        return created;
    }

    List<String> ignored() {
        return ignored;
    }

    void noteIgnored(List<String> more) {
        ignored.addAll(more);
    }

    /** Returns an id that nothing else has. */
    long nextLine() {
        lastLine++;
        return lastLine;
    }

    /** Returns an order the key may see. */
    OrderRow visible(long orderId) {
        OrderRow order = Optional.ofNullable(orders.get(orderId)).orElseThrow(Refusals::notFound);
        requireRights(order.branchId());
        return order;
    }

    List<OrderRow> visibleOrders() {
        return orders.values().stream()
                .filter(order -> dictionaries.allowed(order.branchId()))
                .toList();
    }

    void requireRights(long location) {
        if (!dictionaries.allowed(location)) {
            throw Refusals.forbidden();
        }
    }

    /** Complains about each of these references that names something that is not there. */
    void require(RequestReader ask, JsonNode body, String... references) {
        for (String field : references) {
            dictionaries.require(ask, body, field, referred(field));
        }
    }

    private Map<Long, ?> referred(String field) {
        return switch (field) {
            case "branch_id" -> dictionaries.locations();
            case "order_type_id" -> dictionaries.orderTypes();
            case "leadtype_id" -> dictionaries.leadTypes();
            case "ad_campaign_id" -> dictionaries.campaigns();
            case "entity_id" -> dictionaries.entitiesById();
            case "status_id" -> dictionaries.statusesById();
            case "manager_id", "assignee_id" -> dictionaries.employeesById();
            case "client_id", "payer_id", "owner_id" -> people;
            case "order_id" -> orders;
            case "lead_id" -> leads;
            default -> throw new IllegalArgumentException("No reference: " + field);
        };
    }

    PersonRow client(OrderRow order) {
        return Optional.ofNullable(people.get(order.ref("client_id").orElse(0L)))
                .orElseThrow();
    }

    PersonRow person(long id) {
        return Optional.ofNullable(people.get(id)).orElseThrow(Refusals::notFound);
    }

    PersonRow addPerson(ObjectNode fields) {
        lastPerson++;
        PersonRow person = new PersonRow(lastPerson, now(), fields);
        people.put(lastPerson, person);
        return person;
    }

    OrderRow addOrder(ObjectNode fields) {
        lastOrder++;
        lastNumber++;
        String number = "B-%04d".formatted(lastNumber);
        OrderRow order =
                new OrderRow(lastOrder, number, dictionaries.firstStatus().id(), now(), fields);
        orders.put(lastOrder, order);
        return order;
    }

    /** Adds an order that came over an API, and tells of it. */
    OrderRow createOrder(ObjectNode fields) {
        OrderRow order = addOrder(fields);
        created.add(order);
        webhooks.orderCreated(order, client(order), now());
        return order;
    }

    /** Changes a status, and tells of it if it is another one. */
    void changeStatus(OrderRow order, long statusId, String comment) {
        long old = order.statusId;
        Dictionaries.Status status = dictionaries.status(statusId).orElseThrow();
        order.changes().add(new StatusChange(old, statusId, comment, now()));
        order.statusId = statusId;
        order.modifiedAt = now();
        if (status.group() == 4) {
            order.doneAt = Optional.of(now());
        }
        order.closedAt = status.closes() ? Optional.of(order.closedAt.orElse(now())) : Optional.empty();
        if (old != statusId) {
            webhooks.statusChanged(order, client(order), old, now());
        }
    }

    OrderRow addEstimate(ObjectNode fields) {
        long id = nextLine();
        OrderRow estimate = new OrderRow(
                id, "E-%04d".formatted(id), dictionaries.firstStatus().id(), now(), fields);
        estimates.put(id, estimate);
        return estimate;
    }

    /** Keeps a comment and returns its id. */
    long comment(String on, long onId, String text, boolean isPrivate) {
        long id = nextLine();
        shelf(Shelf.COMMENTS)
                .put(
                        id,
                        Shape.object()
                                .put("id", id)
                                .put("on", on)
                                .put("on_id", onId)
                                .put("text", text)
                                .put("is_private", isPrivate));
        return id;
    }
}
