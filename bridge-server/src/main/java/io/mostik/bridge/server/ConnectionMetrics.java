package io.mostik.bridge.server;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.core.webhook.WebhookListener.Result;
import io.mostik.core.webhook.WebhookMonitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The metrics of connections. Asks no vendor. Thread-safe. */
final class ConnectionMetrics {

    private static final List<Result> NOT_TAKEN =
            List.of(Result.REFUSED, Result.KEPT_UNREADABLE, Result.FAILED, Result.HANDLER_FAILED);

    private final Bridge bridge;
    private final BridgeConfig config;
    private final VendorCalls calls;

    ConnectionMetrics(Bridge bridge, BridgeConfig config, VendorCalls calls) {
        this.bridge = bridge;
        this.config = config;
        this.calls = calls;
    }

    /** Writes them. */
    void write(
            PrometheusText text,
            Instant now,
            Map<String, WebhookMonitor> hooks,
            Map<String, Map<String, Long>> leftAlone) {
        Map<String, Instant> refused = bridge.refusedConnections();
        config.connections().forEach(connection -> {
            String name = connection.name();
            Map<String, String> label = Map.of("connection", name);
            text.gauge(
                    MetricValues.PREFIX + "connection_refused",
                    "1 while the vendor refuses the key or certificate.",
                    label,
                    refused.containsKey(name) ? 1 : 0);
            Clients.certificate(connection)
                    .ifPresent(own -> text.gauge(
                            MetricValues.PREFIX + "certificate_days",
                            "Days until the client certificate ends.",
                            label,
                            Duration.between(now, own.expiresAt()).toHours() / 24.0));
            calls.of(name)
                    .outcomes()
                    .forEach((outcome, count) -> text.counter(
                            MetricValues.PREFIX + "vendor_calls_total",
                            "Calls to the vendor by their outcome, of this process since its start.",
                            Map.of("connection", name, "outcome", outcome),
                            (double) count));
        });
        refusedHooks(text, hooks, leftAlone);
    }

    static void refusedHooks(
            PrometheusText text, Map<String, WebhookMonitor> hooks, Map<String, Map<String, Long>> leftAlone) {
        Map<String, Map<String, Long>> byConnection = new TreeMap<>();
        hooks.forEach((address, monitor) -> {
            Map<String, Long> counts = of(byConnection, address);
            NOT_TAKEN.forEach(
                    result -> counts.merge(result.name().toLowerCase(Locale.ROOT), monitor.count(result), Long::sum));
        });
        leftAlone.forEach((address, reasons) -> {
            Map<String, Long> counts = of(byConnection, address);
            reasons.forEach((reason, count) -> counts.merge(reason, count, Long::sum));
        });
        byConnection.forEach((connection, counts) -> counts.forEach((reason, count) -> text.counter(
                MetricValues.PREFIX + "inbox_refused_total",
                "Requests of a vendor that were not taken, by reason, of this process since its start.",
                Map.of("connection", connection, "reason", reason),
                (double) count)));
    }

    private static Map<String, Long> of(Map<String, Map<String, Long>> byConnection, String address) {
        return byConnection.computeIfAbsent(address.split("/", 2)[0], name -> new TreeMap<>());
    }
}
