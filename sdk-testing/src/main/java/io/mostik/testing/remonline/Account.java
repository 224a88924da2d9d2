package io.mostik.testing.remonline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mostik.testing.Answer;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state behind all API generations. Guarded by its own monitor, which the callers hold. */
final class Account {

    static final long FIRST_PERSON = 88001;

    private final SimulatedClock clock;
    private final Webhooks webhooks;
    final Dictionaries dictionaries = new Dictionaries();
    final Stock stock = new Stock();
    final Table<Long, OrderRow> orders = Table.byKey(OrderRow::id, Dialect::notFound);
    final Table<Long, PersonRow> people = Table.byKey(PersonRow::id, Dialect::notFound);
    final Table<Long, ObjectNode> leads = Table.byKey(Shape::id, Dialect::notFound);
    final Table<Long, ObjectNode> tasks = Table.byKey(Shape::id, Dialect::notFound);
    final Table<Long, OrderRow> estimates = Table.byKey(OrderRow::id, Dialect::notFound);
    private final Map<Shelf, Table<Long, ObjectNode>> shelves = new EnumMap<>(Shelf.class);

    /** The orders that came over an API, in their order, deleted ones too. */
    final List<OrderRow> created = new ArrayList<>();

    /** Every parameter and field that had no effect. */
    final List<String> ignored = new ArrayList<>();

    WriteAnswer writeAnswer = WriteAnswer.OBJECT;
    private long lastOrder = 90412000;
    private long lastNumber = 317;
    private long lastPerson = FIRST_PERSON - 1;
    private long lastLine;

    Account(SimulatedClock clock, Webhooks webhooks) {
        this.clock = clock;
        this.webhooks = webhooks;
        addPerson(Shape.object()
                .put("first_name", "Ira")
                .put("last_name", "Lys")
                .set("phones", Shape.phones("+380500000001")));
    }

    Instant now() {
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
    }

    Table<Long, ObjectNode> shelf(Shelf shelf) {
        return shelves.computeIfAbsent(shelf, each -> Table.byKey(Shape::id, Dialect::notFound));
    }

    /** Returns an id that nothing else has. */
    long nextLine() {
        lastLine++;
        return lastLine;
    }

    /** Returns an order the key may see. */
    OrderRow visible(long orderId) {
        OrderRow order = orders.get(orderId);
        requireRights(order.branchId());
        return order;
    }

    List<OrderRow> visibleOrders() {
        return orders.stream()
                .filter(order -> dictionaries.allowed(order.branchId()))
                .toList();
    }

    void requireRights(long location) {
        if (!dictionaries.allowed(location)) {
            throw Dialect.forbidden();
        }
    }

    /** Returns whether what a reference of this name names is there. */
    boolean has(String field, long id) {
        return switch (field) {
            case "branch_id" -> dictionaries.locations.containsKey(id);
            case "order_type_id" -> dictionaries.orderTypes.containsKey(id);
            case "leadtype_id" -> dictionaries.leadTypes.containsKey(id);
            case "ad_campaign_id" -> dictionaries.campaigns.containsKey(id);
            case "entity_id" -> dictionaries.entities.has(id);
            case "status_id" -> dictionaries.statuses.has(id);
            case "manager_id", "assignee_id" -> dictionaries.employees.has(id);
            case "client_id", "payer_id", "owner_id" -> people.has(id);
            case "order_id" -> orders.has(id);
            case "lead_id" -> leads.has(id);
            default -> throw new IllegalArgumentException("No reference: " + field);
        };
    }

    PersonRow client(OrderRow order) {
        return people.find(order.ref("client_id").orElse(0L)).orElseThrow();
    }

    PersonRow addPerson(ObjectNode fields) {
        lastPerson++;
        return people.add(new PersonRow(lastPerson, now(), fields));
    }

    OrderRow addOrder(ObjectNode fields) {
        lastOrder++;
        lastNumber++;
        String number = "B-%04d".formatted(lastNumber);
        return orders.add(
                new OrderRow(lastOrder, number, dictionaries.firstStatus().id(), now(), fields));
    }

    /** Adds an order that came over an API, and tells of it. */
    OrderRow createOrder(ObjectNode fields) {
        OrderRow order = addOrder(fields);
        created.add(order);
        webhooks.orderCreated(order, client(order), now());
        return order;
    }

    /** Deletes an order, and tells of it. */
    void deleteOrder(OrderRow order) {
        orders.remove(order.id());
        webhooks.orderDeleted(order, client(order), now());
    }

    /** Changes a status, and tells of it if it is another one. */
    void changeStatus(OrderRow order, long statusId, String comment) {
        long old = order.statusId;
        Dictionaries.Status status = dictionaries.statuses.get(statusId);
        order.changes.add(new StatusChange(old, statusId, comment, now()));
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
        return estimates.add(new OrderRow(
                id, "E-%04d".formatted(id), dictionaries.firstStatus().id(), now(), fields));
    }

    /** Keeps a comment and returns its id. */
    long comment(String on, long onId, String text, boolean isPrivate) {
        long id = nextLine();
        shelf(Shelf.COMMENTS)
                .add(Shape.object()
                        .put("id", id)
                        .put("on", on)
                        .put("on_id", onId)
                        .put("text", text)
                        .put("is_private", isPrivate));
        return id;
    }

    /** Answers an object that was written, in the form that is set. */
    Answer written(ObjectNode object) {
        return Sheet.ok(writeAnswer.wrap(object));
    }

    /** Answers the id of what was written as the older generations do: in an object, or in an array where that is set. */
    Answer done(long id) {
        ObjectNode object = Shape.object().put("id", id);
        boolean array = writeAnswer == WriteAnswer.DATA_ARRAY;
        return Sheet.success(array ? JsonNodeFactory.instance.arrayNode().add(object) : object);
    }
}
