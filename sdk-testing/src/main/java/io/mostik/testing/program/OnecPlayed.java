package io.mostik.testing.program;

import static io.mostik.testing.program.Action.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.onec.OnecBaseSimulator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A 1C base. Its clock is its own: nothing in it depends on the time. */
record OnecPlayed(OnecBaseSimulator simulator) implements Played {

    private static final String PATH = "/odata/standard.odata/"
            + URLEncoder.encode(OnecBaseSimulator.ENTITY, StandardCharsets.UTF_8) + "?$format=json";

    OnecPlayed(int port, SimulatedClock clock) {
        this(OnecBaseSimulator.start(port));
        if (clock.isRunning()) {
            simulator.clock().run();
        }
    }

    @Override
    public Map<String, Object> addresses() {
        return with("base", simulator.uri());
    }

    @Override
    public Map<String, Object> keys() {
        return with("user", simulator.user(), "password", simulator.password(), "entity", OnecBaseSimulator.ENTITY);
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.seed(
                        "dismiss",
                        "Posts a dismissal document",
                        with("employee", "5f0c7a0e-0001-11f1-8000-000000000001", "day", "2026-03-31"),
                        ask -> with("key", simulator.dismiss(ask.text("employee"), day(ask)))),
                Action.seed(
                        "write",
                        "Writes one field of a document",
                        with("key", first(), "field", "Posted", "value", false),
                        ask -> with(
                                "key",
                                simulator.write(
                                        ask.text("key"), ask.text("field"), SimJson.value(ask.node("value"))))));
    }

    private static LocalDate day(Arguments ask) {
        try {
            return LocalDate.parse(ask.text("day"));
        } catch (DateTimeException e) {
            throw new Refused(422, "Parameter day is a day such as 2026-03-31, not " + ask.text("day"));
        }
    }

    private String authorization() {
        String pair = simulator.user() + ":" + simulator.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private String first() {
        return rows().path(0).path("Ref_Key").asText();
    }

    private JsonNode rows() {
        return SimJson.read(simulator
                        .server()
                        .peek("/base" + PATH, Map.of("Authorization", List.of(authorization())))
                        .body())
                .path("value");
    }

    @Override
    public Map<String, Object> holds() {
        return with("documents", rows());
    }

    @Override
    public Sample sample() {
        return new Sample("GET", PATH, Map.of("Authorization", authorization()), "", """
            // mostik-bridge reads dismissals of the base at
            // %s\
            """.formatted(simulator.uri()));
    }
}
