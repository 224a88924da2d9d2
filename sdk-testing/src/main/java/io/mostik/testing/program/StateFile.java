package io.mostik.testing.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.mostik.testing.HookDelivery;
import io.mostik.testing.HookSender;
import io.mostik.testing.JournalEntry;
import io.mostik.testing.OutgoingWebhook;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.SimulatedClock;
import io.mostik.testing.internal.JsonObject;
import io.mostik.testing.program.RunningVendor.Step;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The state of a vendor as a file: what happened since its start, which is done again where the file is read. What the
 * vendor refused changed nothing and is left out, so that no wrong key gets into a file.
 */
final class StateFile {

    private static final String FORMAT = "mostik-sim/1";
    private static final Set<String> NOT_KEPT = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    static {
        NOT_KEPT.addAll(List.of("Host", "Connection", "Content-Length", "Transfer-Encoding", "Expect", "User-Agent"));
    }

    private StateFile() {}

    static Map<String, Object> write(RunningVendor vendor) {
        long forgotten = vendor.simulator().journal().forgottenActs();
        if (forgotten > 0) {
            throw new Refused(
                    409,
                    forgotten + " requests that " + vendor.vendor().title()
                            + " executed are kept no more, so that its state"
                            + " cannot be told: --journal keeps the latest " + vendor.kept()
                            + ". Start with a larger --journal, or reset first");
        }
        List<Step> steps = vendor.steps();
        List<Object> events = new ArrayList<>();
        int next = 0;
        for (JournalEntry entry : executed(vendor)) {
            for (; next < steps.size() && steps.get(next).after() < entry.act(); next++) {
                events.add(action(steps.get(next)));
            }
            events.add(request(vendor, entry));
        }
        steps.subList(next, steps.size()).forEach(step -> events.add(action(step)));
        return new JsonObject()
                .with("format", FORMAT)
                .with("vendor", vendor.vendor().name())
                .with("start", vendor.startedAt().toString())
                .with("now", vendor.simulator().clock().now().toString())
                .with("events", events);
    }

    private static List<JournalEntry> executed(RunningVendor vendor) {
        return vendor.simulator().journal().entries().stream()
                .filter(entry -> entry.acted()
                        && entry.said().map(answer -> answer.status() < 400).orElse(false))
                .sorted((one, other) -> Long.compare(one.act(), other.act()))
                .toList();
    }

    private static Map<String, Object> action(Step step) {
        return new JsonObject()
                .with("at", step.at().toString())
                .with("action", step.action())
                .with("with", step.given().isMissingNode() ? Map.of() : step.given());
    }

    private static Map<String, Object> request(RunningVendor vendor, JournalEntry entry) {
        RecordedRequest request = entry.request();
        Map<String, String> headers = new HashMap<>();
        request.headers().forEach((name, values) -> {
            if (!NOT_KEPT.contains(name)) {
                headers.put(name, values.get(0));
            }
        });
        return new JsonObject()
                .with("at", entry.actedAt().toString())
                .with("host", vendor.hosts().indexOf(entry.host()))
                .with("method", request.method())
                .with("target", request.rawPath() + (request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery()))
                .with("headers", headers)
                .with("body", Base64.getEncoder().encodeToString(request.body()))
                .with("said", new String(entry.said().orElseThrow().body(), UTF_8));
    }

    /**
     * Puts a vendor into the state of a file; returns which ids drawn at random are others now. A file that is wrong is
     * refused before anything is changed; if the vendor refuses what is in it, it starts anew.
     */
    static Map<String, Object> read(RunningVendor vendor, JsonNode file) {
        if (!FORMAT.equals(file.path("format").asText())
                || !vendor.vendor().name().equals(file.path("vendor").asText())) {
            throw Refused.invalid(
                    "Not a " + FORMAT + " file of " + vendor.vendor().name());
        }
        StateCheck.check(file, vendor.hosts().size());
        try {
            return play(vendor, file);
        } catch (Refused refused) {
            vendor.reset();
            throw new Refused(
                    refused.status(),
                    refused.why() + "; the file was not played to its end, and "
                            + vendor.vendor().title() + " has started anew");
        }
    }

    private static Map<String, Object> play(RunningVendor vendor, JsonNode file) {
        SimulatedClock clock = SimulatedClock.at(StateCheck.instant(file, "start"));
        vendor.restart(clock);
        Renamed renamed = new Renamed();
        Map<String, JsonNode> hooks = new HashMap<>();
        try (Sink sink = Sink.start()) {
            for (JsonNode event : file.path("events")) {
                advance(clock, StateCheck.instant(event, "at"));
                if (event.has("action")) {
                    JsonNode given = renamed.in(event.path("with"));
                    if (given.has("url")) {
                        hooks.put(event.path("action").asText(), given);
                    }
                    Object unusedResult = vendor.act(event.path("action").asText(), sink.inPlaceOf(given));
                } else {
                    replay(vendor, event, renamed);
                }
            }
            advance(clock, StateCheck.instant(file, "now"));
        }
        hooks.forEach(vendor::act);
        if (vendor.runsByItself()) {
            clock.run();
        }
        return Map.of("events", file.path("events").size(), "renamed", renamed.names());
    }

    private static void replay(RunningVendor vendor, JsonNode event, Renamed renamed) {
        int host = event.path("host").asInt();
        Map<String, String> headers = new HashMap<>();
        event.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey(), renamed.in(header.getValue().asText())));
        byte[] body = Base64.getDecoder().decode(event.path("body").asText());
        HookDelivery done = new HookSender(1)
                .deliver(new OutgoingWebhook(
                        event.path("method").asText(),
                        URI.create(vendor.hosts().get(host)
                                + renamed.in(event.path("target").asText())),
                        headers,
                        renamed.in(body)));
        renamed.learn(event.path("said").asText().getBytes(UTF_8), done.last().body());
    }

    private static void advance(SimulatedClock clock, Instant moment) {
        Duration step = Duration.between(clock.now(), moment);
        if (!step.isNegative()) {
            clock.advance(step);
        }
    }
}
