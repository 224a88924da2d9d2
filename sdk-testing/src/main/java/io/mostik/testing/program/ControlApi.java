package io.mostik.testing.program;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.Answer;
import io.mostik.testing.HookSender;
import io.mostik.testing.JournalEntry;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The control API: steers the vendors past their own APIs. Described in {@code openapi.json}. */
final class ControlApi {

    private static final String ONE = "/control/{vendor}";
    private static final String FORGOTTEN = "forgotten";

    private final Map<String, RunningVendor> vendors = new LinkedHashMap<>();
    private final List<Route> routes = new ArrayList<>();

    private record Route(
            String method, String template, BiFunction<RecordedRequest, Map<String, String>, Object> work) {}

    ControlApi(List<RunningVendor> running) {
        running.forEach(vendor -> vendors.put(vendor.vendor().name(), vendor));
        on("GET", "/control", (request, path) -> program());
        on("POST", "/control/reset", (request, path) -> resetAll());
        on("GET", "/control/openapi.json", (request, path) -> SimJson.read(SimJson.file("openapi.json")));
        vendor("GET", "", (vendor, ask) -> vendor.describe());
        vendor("POST", "/reset", (vendor, ask) -> reset(vendor));
        vendor("GET", "/actions", (vendor, ask) -> actions(vendor));
        vendor("POST", "/actions/{action}", (vendor, ask) -> vendor.act(ask.path("action"), ask.body()));
        vendor("GET", "/holds", (vendor, ask) -> vendor.played().holds());
        journal();
        faults();
        vendor("GET", "/clock", (vendor, ask) -> clock(vendor));
        vendor("POST", "/clock", (vendor, ask) -> setClock(vendor, ask.body()));
        vendor("GET", "/webhooks", (vendor, ask) -> webhooks(vendor));
        vendor("POST", "/webhooks", (vendor, ask) -> sendWebhook(ask.body()));
        vendor("GET", "/state", (vendor, ask) -> StateFile.write(vendor));
        vendor("PUT", "/state", (vendor, ask) -> StateFile.read(vendor, ask.body()));
    }

    private void journal() {
        vendor("GET", "/journal", (vendor, ask) -> rows(vendor, ask));
        vendor("DELETE", "/journal", (vendor, ask) -> {
            vendor.clearJournal();
            return Map.of();
        });
        vendor(
                "POST",
                "/journal/find",
                (vendor, ask) -> Map.of(
                        "requests",
                        Expectation.of(ask.body()).find(vendor.journal()).stream()
                                .map(JournalRows::row)
                                .toList()));
        vendor(
                "POST",
                "/journal/count",
                (vendor, ask) -> Map.of(
                        "count",
                        Expectation.of(ask.body()).find(vendor.journal()).size(),
                        FORGOTTEN,
                        vendor.forgotten()));
        vendor("GET", "/verify", (vendor, ask) -> Expectation.of(ask.query()).check(vendor));
        vendor("POST", "/verify", (vendor, ask) -> Expectation.of(ask.body()).check(vendor));
    }

    private void faults() {
        vendor("GET", "/faults", (vendor, ask) -> faults(vendor));
        vendor("POST", "/faults", (vendor, ask) -> FaultDials.set(vendor.simulator(), ask.body()));
        vendor("DELETE", "/faults", (vendor, ask) -> {
            vendor.simulator().faults().off();
            vendor.simulator().answers().off();
            return faults(vendor);
        });
        vendor(
                "POST",
                "/faults/late",
                (vendor, ask) -> Map.of("delivered", vendor.simulator().faults().deliverLate()));
    }

    /** Returns verb and template of every route. */
    List<String> routes() {
        return routes.stream().map(route -> route.method + " " + route.template).toList();
    }

    /** Answers a request; 404 and 405 as usual, other refusals with their reason. */
    Answer answer(RecordedRequest request) {
        try {
            for (Route route : routes) {
                Optional<Map<String, String>> path = request.match(route.template);
                if (path.isPresent() && route.method.equals(request.method())) {
                    return Answer.json(200, SimJson.tree(route.work.apply(request, path.get())));
                }
            }
            boolean known = routes.stream()
                    .anyMatch(route -> request.match(route.template).isPresent());
            throw new Refused(known ? 405 : 404, "No " + request.method() + " " + request.path() + " here");
        } catch (Refused refused) {
            return Answer.json(
                    refused.status(),
                    new JsonObject().with("error", refused.why()).withAll(refused.details()));
        }
    }

    private void on(String method, String template, BiFunction<RecordedRequest, Map<String, String>, Object> work) {
        routes.add(new Route(method, template, work));
    }

    private void vendor(String method, String rest, BiFunction<RunningVendor, Ask, Object> work) {
        on(
                method,
                ONE + rest,
                (request, path) -> work.apply(known(path.getOrDefault("vendor", "")), new Ask(request, path)));
    }

    private RunningVendor known(String name) {
        return Optional.ofNullable(vendors.get(name))
                .orElseThrow(() -> new Refused(404, "No vendor " + name + " here, but " + vendors.keySet()));
    }

    /** A request with the variables of its path. */
    private record Ask(RecordedRequest request, Map<String, String> variables) {

        String path(String name) {
            return variables.getOrDefault(name, "");
        }

        JsonNode body() {
            return SimJson.read(request.body());
        }

        JsonNode query() {
            JsonObject parameters = new JsonObject();
            request.queryNames()
                    .forEach(name -> parameters.put(name, request.query(name).orElse("")));
            return SimJson.tree(parameters);
        }
    }

    private Map<String, Object> program() {
        return new JsonObject()
                .with("program", "mostik-sim")
                .with(
                        "vendors",
                        vendors.values().stream().map(RunningVendor::describe).toList())
                .with("faults", FaultDials.names())
                .with("mutations", FaultDials.mutations());
    }

    private Map<String, Object> resetAll() {
        vendors.values().forEach(RunningVendor::reset);
        return Map.of("reset", vendors.keySet());
    }

    private static Map<String, Object> reset(RunningVendor vendor) {
        vendor.reset();
        return Map.of("reset", List.of(vendor.vendor().name()));
    }

    private static Map<String, Object> actions(RunningVendor vendor) {
        return Map.of(
                "actions",
                vendor.played().actions().stream().map(Action::describe).toList());
    }

    private static Map<String, Object> rows(RunningVendor vendor, Ask ask) {
        long after = number(ask, "after", 0);
        long most = number(ask, "limit", 1000);
        List<JournalEntry> all = vendor.journal().stream()
                .filter(entry -> entry.request().number() > after)
                .toList();
        return Map.of(
                FORGOTTEN,
                vendor.forgotten(),
                "requests",
                all.stream()
                        .skip(Math.max(0, all.size() - number(ask, "last", all.size())))
                        .limit(most)
                        .map(JournalRows::row)
                        .toList());
    }

    private static long number(Ask ask, String name, long otherwise) {
        String text = ask.request().query(name).orElse(Long.toString(otherwise));
        if (!text.matches("\\d{1,15}")) {
            throw Refused.invalid(name + " is a number, not " + text);
        }
        return Long.parseLong(text);
    }

    private static Map<String, Object> faults(RunningVendor vendor) {
        return new JsonObject()
                .with("waiting", vendor.simulator().faults().waiting())
                .with("waitingAnswers", vendor.simulator().answers().waiting())
                .with("late", vendor.simulator().faults().late())
                .with("faults", FaultDials.names())
                .with("mutations", FaultDials.mutations());
    }

    private static Map<String, Object> clock(RunningVendor vendor) {
        SimulatedClock clock = vendor.simulator().clock();
        return new JsonObject().with("now", clock.now().toString()).with("running", clock.isRunning());
    }

    private static Map<String, Object> setClock(RunningVendor vendor, JsonNode node) {
        Given given = Given.of(node, Set.of("running", "advance"));
        Optional<Duration> step = given.duration("advance");
        boolean running = given.flag("running");
        SimulatedClock clock = vendor.simulator().clock();
        if (given.has("running")) {
            if (running) {
                clock.run();
            } else {
                clock.stand();
            }
        }
        step.ifPresent(clock::advance);
        return clock(vendor);
    }

    private static Map<String, Object> webhooks(RunningVendor vendor) {
        return Map.of(
                "webhooks",
                vendor.simulator().deliveries().stream().map(Deliveries::row).toList());
    }

    /** Sends any request to a receiver on this machine, as if a vendor did. */
    private static Map<String, Object> sendWebhook(JsonNode given) {
        Action any = Action.event(
                "webhook", "", Action.with("url", "", "method", "POST", "headers", Map.of(), "body", ""), ask -> {
                    byte[] body = ask.text("body").getBytes(StandardCharsets.UTF_8);
                    OutgoingWebhook hook =
                            new OutgoingWebhook(ask.text("method"), ask.loopback("url"), ask.fields("headers"), body);
                    return Deliveries.row(new HookSender(1).deliver(hook));
                });
        return Stream.of(any.work().on(Arguments.of(any, given)))
                .map(SimJson::tree)
                .map(tree -> new JsonObject().with("webhook", tree))
                .findFirst()
                .orElseThrow();
    }
}
