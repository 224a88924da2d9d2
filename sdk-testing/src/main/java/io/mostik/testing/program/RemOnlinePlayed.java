package io.mostik.testing.program;

import static io.mostik.testing.program.Action.with;

import io.mostik.testing.HookDelivery;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.remonline.OrderSeed;
import io.mostik.testing.remonline.RemOnlineSimulator;
import io.mostik.testing.remonline.RepairOrder;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;

/** RemOnline. */
record RemOnlinePlayed(RemOnlineSimulator simulator, ConcurrentSkipListSet<Long> seeded) implements Played {

    private static final String ORDER = "order";
    private static final String STATUS = "status";
    private static final String TOTAL = "total";

    RemOnlinePlayed(int port, SimulatedClock clock) {
        this(RemOnlineSimulator.start(port, clock), new ConcurrentSkipListSet<>());
    }

    @Override
    public Map<String, Object> addresses() {
        return with("v2", simulator.v2Uri(), "base", simulator.uri());
    }

    @Override
    public Map<String, Object> keys() {
        return with(
                "apiKey", simulator.apiKey(),
                "orders", List.copyOf(seeded),
                "statuses", List.of(5100200, 5100201, 5100202, 5100203, 5100204, 5100205, 5100206));
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.seed(
                        ORDER,
                        "Adds an order; fields by their names in v2",
                        with(STATUS, 5100200L, TOTAL, "0.00", "client", 0L, "fields", Map.of()),
                        ask -> {
                            long id = simulator.seedOrder(seed -> fill(seed, ask));
                            seeded.add(id);
                            return with(ORDER, id);
                        }),
                Action.seed(
                        "person",
                        "Adds a person",
                        with("first", "Ira", "last", "Lys", "phone", "380501112233"),
                        ask -> with(
                                "person",
                                simulator.seedPerson(ask.text("first"), ask.text("last"), ask.text("phone")))),
                Action.seed(
                        STATUS,
                        "Adds a status; groups go from 1, New, to 7, Dropped off",
                        with("id", 5100299L, "name", "On the way", "group", 2),
                        Action.silent(ask ->
                                simulator.setup().status(ask.number("id"), ask.text("name"), ask.small("group")))),
                Action.seed(
                        "goods",
                        "Adds something that can be sold: product, service or work",
                        with("id", 701L, "type", "product", "title", "Screen"),
                        Action.silent(ask ->
                                simulator.setup().entity(ask.number("id"), ask.text("type"), ask.text("title")))),
                Action.hook(
                        "hook",
                        "Sends signed events to this address",
                        with("url", "http://127.0.0.1:9000/remonline", "secret", "demo-secret"),
                        ask -> simulator.webhook(ask.loopback("url"), ask.text("secret"))),
                Action.event(
                        "edit-order",
                        "Somebody in the office changes an order",
                        with(
                                ORDER,
                                seeded.isEmpty() ? 1L : seeded.first(),
                                STATUS,
                                5100203L,
                                TOTAL,
                                "",
                                "fields",
                                Map.of()),
                        Action.silent(ask -> simulator.editOrder(ask.number(ORDER), seed -> edit(seed, ask)))),
                Action.event(
                        "delete-order",
                        "Somebody in the office deletes an order",
                        with(ORDER, seeded.isEmpty() ? 1L : seeded.first()),
                        Action.silent(ask -> simulator.deleteOrder(ask.number(ORDER)))),
                Action.event(
                        "fire",
                        "Tells of an event of any name",
                        with(
                                "event",
                                "Order.Status.Changed",
                                "type",
                                "order",
                                "id",
                                seeded.isEmpty() ? 1L : seeded.first(),
                                "metadata",
                                Map.of()),
                        Action.silent(ask -> simulator.fire(
                                ask.text("event"),
                                ask.text("type"),
                                ask.number("id"),
                                ask.node("metadata").deepCopy()))),
                Action.event("redeliver", "Delivers the latest event once more", with(), ask -> {
                    List<HookDelivery> all = simulator.deliveries();
                    if (all.isEmpty()) {
                        throw new Refused(409, "No event was sent yet");
                    }
                    return Deliveries.row(simulator.redeliver(all.get(all.size() - 1)));
                }),
                Action.habit(
                        "requests-per-second",
                        "Sets how many requests a key may send in a second; 0 ends the limit",
                        with("requests", 3),
                        ask -> {
                            if (ask.small("requests") == 0) {
                                simulator.unlimited();
                            } else {
                                simulator.requestsPerSecond(ask.small("requests"));
                            }
                        }),
                Action.habit(
                        "expire-tokens", "Lets every token expire at once", with(), ask -> simulator.expireTokens()),
                Action.habit(
                        "token-life",
                        "Sets how long new tokens last",
                        with("life", "PT10M"),
                        ask -> simulator.tokenLife(ask.duration("life"))),
                Action.habit(
                        "retire-old-generations",
                        "Answers 404 or 410 in place of the generations before version 2",
                        with(STATUS, 410),
                        ask -> simulator.retireGenerationsBefore(ask.small(STATUS))),
                Action.habit(
                        "ignore",
                        "Lets query parameters have no effect",
                        with("parameters", List.of("modified_at")),
                        ask -> simulator.ignore(ask.texts("parameters").toArray(String[]::new))));
    }

    private static void fill(OrderSeed seed, Arguments ask) {
        edit(seed, ask);
        if (ask.number("client") != 0) {
            OrderSeed unusedSeed = seed.client(ask.number("client"));
        }
    }

    private static void edit(OrderSeed seed, Arguments ask) {
        OrderSeed edited = seed.status(ask.number(STATUS));
        if (!ask.text(TOTAL).isEmpty()) {
            edited = edited.total(ask.text(TOTAL));
        }
        ask.fields("fields").forEach(edited::set);
    }

    @Override
    public Map<String, Object> holds() {
        List<Map<String, Object>> created =
                simulator.ordersCreated().stream().map(RemOnlinePlayed::row).toList();
        List<Map<String, Object>> there =
                seeded.stream().flatMap(id -> find(id).stream()).toList();
        return with(
                "orders", Stream.concat(there.stream(), created.stream()).toList(),
                "estimates",
                        simulator.estimates().stream().map(RemOnlinePlayed::row).toList(),
                "leads", simulator.leads(),
                "tasks", simulator.tasks());
    }

    private List<Map<String, Object>> find(long id) {
        try {
            return List.of(row(simulator.order(id)));
        } catch (NoSuchElementException e) {
            return List.of();
        }
    }

    private static Map<String, Object> row(RepairOrder order) {
        return with(
                "id",
                order.id(),
                "number",
                order.number(),
                STATUS,
                order.statusId(),
                TOTAL,
                order.total(),
                "modifiedAt",
                order.modifiedAt().toString(),
                "malfunction",
                order.text("malfunction"),
                "comments",
                order.comments().size());
    }

    @Override
    public Sample sample() {
        return new Sample("GET", "/orders", Map.of("Authorization", "Bearer " + simulator.apiKey()), "", """
            import io.mostik.core.Secret;
            import io.mostik.remonline.RemOnline;
            import io.mostik.remonline.orders.*;

            try (RemOnline crm = RemOnline.builder()
                    .baseUri("%s")
                    .apiKey(Secret.of("%s"))
                    .build()) {
                for (Order order : crm.orders().list(OrderQuery.all())) {
                    System.out.println(order.number().orElse("?") + " " + order.status());
                }
            }\
            """.formatted(
                        simulator.v2Uri(), simulator.apiKey()));
    }
}
