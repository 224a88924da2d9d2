package io.mostik.testing.program;

import static io.mostik.testing.program.Action.with;

import io.mostik.testing.SimulatedClock;
import io.mostik.testing.billingo.BillingoSimulator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** An organisation at Billingo. */
record BillingoPlayed(BillingoSimulator simulator) implements Played {

    private static final String DOCUMENT = "document";
    private static final Object FIRST = 910_021L;

    BillingoPlayed(int port, SimulatedClock clock) {
        this(BillingoSimulator.start(port, clock));
    }

    @Override
    public Map<String, Object> addresses() {
        return with("base", simulator.uri());
    }

    @Override
    public Map<String, Object> keys() {
        return with("apiKey", simulator.apiKey(), DOCUMENT, FIRST);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.seed(
                        "issue",
                        "Issues a document in forint; a related one may be named",
                        with("type", "invoice", "order", "20931", "gross", "12990", "related", 0L),
                        ask -> with(
                                DOCUMENT,
                                simulator.issue(ask.text("type"), ask.text("order"), ask.text("gross"), related(ask)))),
                Action.event(
                        "pay",
                        "Books a payment; the vendor sends no notices",
                        with(DOCUMENT, FIRST, "amount", "12990", "method", "wire_transfer"),
                        Action.silent(
                                ask -> simulator.pay(ask.number(DOCUMENT), ask.text("amount"), ask.text("method")))),
                Action.event(
                        "cancel",
                        "Reverses a document",
                        with(DOCUMENT, FIRST),
                        ask -> with(DOCUMENT, simulator.cancel(ask.number(DOCUMENT)))));
    }

    private static OptionalLong related(Arguments ask) {
        long id = ask.number("related");
        return id == 0 ? OptionalLong.empty() : OptionalLong.of(id);
    }

    @Override
    public Map<String, Object> holds() {
        return with(
                "documents",
                SimJson.read(simulator
                                .server()
                                .peek("/documents?per_page=100", Map.of("X-API-KEY", List.of(simulator.apiKey())))
                                .body())
                        .path("data"));
    }

    @Override
    public Sample sample() {
        return new Sample("GET", "/documents", Map.of("X-API-KEY", simulator.apiKey()), "", """
            import io.mostik.core.Secret;
            import io.mostik.salesautopilot.source.billingo.Billingo;

            try (Billingo billing = Billingo.builder()
                    .baseUri("%s")
                    .apiKey(Secret.of("%s"))
                    .build()) {
                System.out.println(billing.find(910021));
            }\
            """.formatted(
                        simulator.uri(), simulator.apiKey()));
    }
}
