package io.mostik.bridge.server;

import io.mostik.bridge.Bridge;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.ConnectionSettings;
import io.mostik.core.http.ClientCertificate;
import io.mostik.core.webhook.WebhookMonitor;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The lamp of each connection, from its last answers, its limit and its certificate; asks no vendor. Thread-safe. */
final class Lamps {

    static final Duration SOON = Duration.ofDays(30);

    private final Bridge bridge;
    private final BridgeLinks links;
    private final VendorCalls calls;
    private final Map<String, Instant> certificates = new LinkedHashMap<>();

    Lamps(Bridge bridge, BridgeLinks links, BridgeConfig config, VendorCalls calls) {
        this.bridge = bridge;
        this.links = links;
        this.calls = calls;
        config.connections()
                .forEach(connection -> Clients.certificate(connection)
                        .map(ClientCertificate::expiresAt)
                        .ifPresent(end -> certificates.put(connection.name(), end)));
    }

    /** Returns when the certificate of a connection ends; empty if it has none. */
    Optional<Instant> certificateEnds(String connection) {
        return Optional.ofNullable(certificates.get(connection));
    }

    /** Returns what the page shows of a connection. */
    Map<String, Object> row(ConnectionSettings connection) {
        Lamp lamp = of(connection.name());
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", connection.name());
        row.put("vendor", connection.vendor());
        row.put("lamp", lamp.state().name().toLowerCase(Locale.ROOT));
        row.put("why", lamp.why());
        lamp.since().ifPresent(at -> row.put("since", at.toString()));
        calls.of(connection.name())
                .last()
                .ifPresent(answer -> row.put("asked", answer.at().toString()));
        heard(links.monitors(), connection.name()).ifPresent(at -> row.put("heard", at.toString()));
        certificateEnds(connection.name()).ifPresent(end -> row.put("certificateEnds", end.toString()));
        return row;
    }

    /** Returns the lamp of a connection. */
    Lamp of(String connection) {
        Known known = new Known(
                certificateEnds(connection),
                Optional.ofNullable(bridge.refusedConnections().get(connection)),
                calls.of(connection),
                heard(links.monitors(), connection));
        return lamp(known, bridge.time().now());
    }

    /**
     * What is known of a connection.
     *
     * @param certificateEnds when its certificate ends
     * @param refused since when an intent has found its key refused
     * @param calls what its calls came to
     * @param heard when a proven webhook last came
     */
    record Known(
            Optional<Instant> certificateEnds,
            Optional<Instant> refused,
            ConnectionCalls calls,
            Optional<Instant> heard) {}

    static Lamp lamp(Known known, Instant now) {
        Optional<Instant> end = known.certificateEnds();
        if (end.filter(at -> !at.isAfter(now)).isPresent()) {
            return new Lamp(Lamp.State.TROUBLE, "certificateEnded", end);
        }
        Optional<Lamp> trouble = trouble(known);
        if (trouble.isPresent()) {
            return trouble.get();
        }
        if (known.calls().slowUntil().isPresent()) {
            return new Lamp(Lamp.State.SLOW, "heldBack", known.calls().slowUntil());
        }
        if (end.filter(at -> at.isBefore(now.plus(SOON))).isPresent()) {
            return new Lamp(Lamp.State.SOON, "certificateSoon", end);
        }
        boolean isUsed = known.calls().last().isPresent() || known.heard().isPresent();
        return new Lamp(isUsed ? Lamp.State.OK : Lamp.State.QUIET, "", Optional.empty());
    }

    /** The mark of the engine outlives other calls that a vendor answers, such as those without the certificate. */
    private static Optional<Lamp> trouble(Known known) {
        if (known.refused().isPresent()) {
            return Optional.of(new Lamp(Lamp.State.TROUBLE, "keyRefused", known.refused()));
        }
        return known.calls()
                .last()
                .flatMap(answer ->
                        why(answer.kind()).map(why -> new Lamp(Lamp.State.TROUBLE, why, Optional.of(answer.since()))));
    }

    private static Optional<String> why(ConnectionCalls.Kind kind) {
        return switch (kind) {
            case ANSWERED -> Optional.empty();
            case KEY_REFUSED -> Optional.of("keyRefused");
            case FAILED -> Optional.of("vendorFails");
            case SILENT -> Optional.of("noReply");
        };
    }

    /** Returns when a proven webhook of a connection last came. */
    static Optional<Instant> heard(Map<String, WebhookMonitor> monitors, String connection) {
        return monitors.entrySet().stream()
                .filter(each -> each.getKey().startsWith(connection + "/"))
                .flatMap(each -> each.getValue().lastProven().stream())
                .max(Instant::compareTo);
    }
}
