package io.mostik.bridge.server;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.Held;
import io.mostik.bridge.intent.Blocked;
import io.mostik.bridge.intent.IntentCounts;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.http.LimitedServer;
import io.mostik.core.webhook.WebhookListener;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the values of the metrics at the moment they are asked for. Asks no vendor. Thread-safe. */
final class MetricValues {

    static final String PREFIX = "mostik_bridge_";

    private final Bridge bridge;
    private final BridgeLinks links;
    private final BridgeConfig config;
    private final ConnectionMetrics connections;

    MetricValues(Bridge bridge, BridgeLinks links, BridgeConfig config, VendorCalls calls) {
        this.bridge = bridge;
        this.links = links;
        this.config = config;
        this.connections = new ConnectionMetrics(bridge, config, calls);
    }

    /** Returns all values as Prometheus reads them. */
    String text(Map<String, LimitedServer> servers) {
        PrometheusText text = new PrometheusText();
        Instant start = Instant.now();
        IntentCounts counts = bridge.intents().counts();
        Instant now = bridge.time().now();
        double seconds = Duration.between(start, Instant.now()).toNanos() / 1e9;
        for (IntentState state : List.of(IntentState.ACCEPTED, IntentState.WORKING)) {
            text.gauge(PREFIX + "open", "Intents that have not ended.", Map.of("state", word(state)), (double)
                    counts.in(state));
        }
        text.gauge(PREFIX + "unknown", "Intents that may have happened.", Map.of(), (double)
                counts.in(IntentState.UNKNOWN));
        text.gauge(
                PREFIX + "oldest_open_seconds",
                "Age of the oldest intent that is accepted or working; 0 if there is none.",
                Map.of(),
                counts.oldestOpen()
                        .map(at -> Math.max(0, Duration.between(at, now).toMillis()) / 1000.0)
                        .orElse(0.0));
        text.gauge(PREFIX + "held", "1 while nothing is sent, after a restore.", Map.of(), bridge.isHeld() ? 1 : 0);
        List<Held> heldBases = bridge.heldBases();
        config.bases()
                .forEach(base -> text.gauge(
                        PREFIX + "base_held",
                        "1 while the intents of a base wait, since it knows more events than the journal.",
                        Map.of("base", base.name()),
                        heldBases.stream().anyMatch(held -> held.base().equals(base.name())) ? 1 : 0));
        text.gauge(
                PREFIX + "clock_skew_seconds",
                "The machine's clock ahead of the database's.",
                Map.of(),
                Duration.between(now, Instant.now()).toMillis() / 1000.0);
        text.gauge(
                PREFIX + "db_seconds",
                "Time of the two questions to the database for these values.",
                Map.of(),
                seconds);
        intents(text, now);
        connections.write(text, now, links.monitors(), links.leftAlone());
        servers.forEach((name, server) -> text.counter(
                PREFIX + "turned_away_total",
                "Requests turned away at the door since the start.",
                Map.of("listener", name),
                (double) server.turnedAway()));
        servers.forEach((name, server) -> server.certificate()
                .ifPresent(own -> text.gauge(
                        PREFIX + "listener_certificate_days",
                        "Days until the certificate of a listener ends.",
                        Map.of("listener", name),
                        Duration.between(now, own.expiresAt()).toHours() / 24.0)));
        links(text, now);
        return text.toString();
    }

    private void intents(PrometheusText text, Instant now) {
        List<Blocked> blocked = bridge.intents().blocked();
        text.gauge(
                PREFIX + "blocked",
                "Intents that wait for an unknown one of their subject.",
                Map.of(),
                blocked.stream().mapToInt(Blocked::waiting).sum());
        text.gauge(
                PREFIX + "blocked_seconds",
                "Age of the oldest of them; 0 if there is none.",
                Map.of(),
                blocked.stream()
                        .findFirst()
                        .map(first ->
                                Math.max(0, Duration.between(first.since(), now).toMillis()) / 1000.0)
                        .orElse(0.0));
        bridge.endedIntents()
                .forEach((action, states) -> states.forEach((state, count) -> text.counter(
                        PREFIX + "intents_total",
                        "Intents that were done, refused or became unknown, by this process since its start.",
                        Map.of("action", action, "state", word(state)),
                        (double) count)));
    }

    private void runs(PrometheusText text, Instant now) {
        links.runCounts()
                .forEach((link, states) -> states.forEach((state, count) -> text.counter(
                        PREFIX + "runs_total",
                        "Decisions on events by links, by this process since its start; one that waited is decided"
                                + " again.",
                        Map.of("link", link, "state", word(state)),
                        (double) count)));
        Map<String, Instant> waiting = links.waitingSince();
        links.current()
                .all()
                .forEach(link -> text.gauge(
                        PREFIX + "link_lag_seconds",
                        "Age of the oldest event that waits in a link; 0 if none waits.",
                        Map.of("link", link.name()),
                        Math.max(
                                        0,
                                        Duration.between(waiting.getOrDefault(link.name(), now), now)
                                                .toMillis())
                                / 1000.0));
        Map<String, Instant> done = bridge.jobsDone();
        links.current().all().stream()
                .filter(link -> link.source().feed().isPresent())
                .filter(link -> done.containsKey("feed:" + link.name()))
                .forEach(link -> text.gauge(
                        PREFIX + "feed_age_seconds",
                        "Time since the feed of a link was last read without a failure, by any node.",
                        Map.of("link", link.name()),
                        Math.max(
                                        0,
                                        Duration.between(done.getOrDefault("feed:" + link.name(), now), now)
                                                .toMillis())
                                / 1000.0));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void links(PrometheusText text, Instant now) {
        runs(text, now);
        links.current()
                .all()
                .forEach(link -> text.gauge(
                        PREFIX + "link_paused",
                        "1 while a link is paused.",
                        Map.of("link", link.name()),
                        links.paused(link.name()).isPresent() ? 1 : 0));
        links.silent()
                .forEach(silence -> text.gauge(
                        PREFIX + "silence_seconds",
                        "How long a link that expects events has heard nothing, where that is too long.",
                        Map.of("link", silence.link()),
                        (double) Duration.between(silence.since(), now).toSeconds()));
        links.monitors().forEach((address, monitor) -> {
            for (WebhookListener.Result result : WebhookListener.Result.values()) {
                text.counter(
                        PREFIX + "hooks_total",
                        "Requests of vendors by what became of them, since the start.",
                        Map.of("address", address, "result", result.name().toLowerCase(Locale.ROOT)),
                        (double) monitor.count(result));
            }
        });
        text.counter(
                PREFIX + "echo_near_misses_total",
                "Events that looked like an echo and were news, since the start.",
                Map.of(),
                (double) links.echoNearMisses());
    }
}
