package io.mostik.bridge.server;

import com.sun.net.httpserver.HttpExchange;
import io.mostik.bridge.Base;
import io.mostik.bridge.Bridge;
import io.mostik.bridge.BridgeBuilder;
import io.mostik.bridge.Keep;
import io.mostik.bridge.gateway.Gateway;
import io.mostik.bridge.link.BridgeLinks;
import io.mostik.bridge.link.LinkFileException;
import io.mostik.bridge.server.config.BridgeConfig;
import io.mostik.bridge.server.config.KeepSettings;
import io.mostik.bridge.server.config.StoreSettings;
import io.mostik.bridge.server.http.ClientEndpoint;
import io.mostik.bridge.server.http.LimitedServer;
import io.mostik.bridge.server.page.PageServer;
import io.mostik.bridge.server.store.ServerDatabase;
import io.mostik.core.Secret;
import io.mostik.core.StateStoreException;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ClientCertificate;
import io.mostik.core.webhook.WebhookHttpHandler;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** The program while it runs: database, bridge and servers. What was opened last is closed first. Thread-safe. */
final class RunningBridge implements AutoCloseable {

    private static final int THREADS = 10;
    private static final String MARK = "mostik-bridge.mark";
    private static final Duration BETWEEN_BACKUPS = Duration.ofHours(24);
    private static final System.Logger LOG = System.getLogger(RunningBridge.class.getName());

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Map<String, LimitedServer> servers = new ConcurrentSkipListMap<>();
    private final BridgeConfig config;
    private final VendorCalls calls = new VendorCalls(TimeSource.system());
    private final Bridge bridge;
    private final BridgeLinks links;
    private final BridgeOffice office;
    private final Secret localKey = LocalDoor.newKey();

    private RunningBridge(BridgeConfig config, Optional<TimeSource> time) {
        this.config = config;
        try {
            ServerDatabase database = keep(ServerDatabase.open(config.store(), THREADS));
            this.bridge = keep(builder(config, database, calls, time).build());
            Backups backups = new Backups(config.store(), bridge.dataSource(), bridge.time()::now);
            this.links = keep(links(bridge, config));
            this.office =
                    new BridgeOffice(bridge, links, config, backups, new Lamps(bridge, links, config, calls), servers);
            if (config.store().kind() == StoreSettings.Kind.H2) {
                bridge.every("backup", BETWEEN_BACKUPS, () -> backup(backups));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens database and bridge without sending anything and without servers, for verbs while no program runs.
     *
     * @throws IllegalStateException if it cannot be opened; says why in words for people
     */
    static RunningBridge openOnly(BridgeConfig config) {
        return new RunningBridge(config, Optional.empty());
    }

    /** Opens everything and begins. */
    static RunningBridge start(BridgeConfig config) {
        return start(config, Optional.empty());
    }

    /** Opens everything and begins, by a clock in place of the database's; for tests. */
    static RunningBridge start(BridgeConfig config, Optional<TimeSource> time) {
        RunningBridge running = new RunningBridge(config, time);
        try {
            running.serve();
            return running;
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private static BridgeBuilder builder(
            BridgeConfig config, ServerDatabase database, VendorCalls calls, Optional<TimeSource> time) {
        BridgeBuilder builder = Bridge.builder(database.dataSource())
                .connections(Accounts.connections(config, calls))
                .zone(config.zone())
                .threads(THREADS)
                .powerSafe(config.store().isPowerSafe())
                .keep(keep(config));
        time.ifPresent(builder::time);
        config.store().pepper().ifPresent(pepper -> {
            BridgeBuilder unused = builder.pepper(pepper.value());
        });
        return config.store().kind() == StoreSettings.Kind.MEMORY
                ? builder
                : builder.highWater(config.file().toAbsolutePath().resolveSibling(MARK));
    }

    private static Keep keep(BridgeConfig config) {
        KeepSettings kept = config.keep();
        return new Keep(kept.bodies(), kept.fields(), kept.keys(), kept.decisions());
    }

    private static BridgeLinks links(Bridge bridge, BridgeConfig config) {
        LinkFiles files = LinkFiles.read(config);
        try {
            return BridgeLinks.over(
                            bridge, files.links(), HookReceivers.of(config, bridge.connections()), config.zone())
                    .keep(keep(config));
        } catch (LinkFileException e) {
            throw files.refused(e.problems());
        }
    }

    private void serve() {
        MetricValues metrics = new MetricValues(bridge, links, config, calls);
        PageServer page = new PageServer(
                office,
                Accounts.people(config),
                Optional.of(localKey),
                config.page().names(),
                bridge.time(),
                Map.of(
                        "/health/live", () -> new PageServer.Plain(200, "text/plain; charset=utf-8", "alive\n"),
                        "/health/ready", this::ready,
                        "/metrics", () -> new PageServer.Plain(200, PrometheusText.MEDIA_TYPE, metrics.text(servers))));
        servers.put("page", keep(LimitedServer.start("page", config.page(), bridge.time(), page::isProven, page)));
        List<Base> bases = Accounts.bases(config);
        if (!bases.isEmpty()) {
            Gateway gateway =
                    Gateway.over(bridge, bases, Optional.of(links.events())).people(Accounts.people(config));
            servers.put(
                    "gateway",
                    keep(LimitedServer.start(
                            "gateway",
                            config.gateway(),
                            bridge.time(),
                            exchange -> hasKey(exchange, bases),
                            WebhookHttpHandler.of(new ClientEndpoint(gateway, config.gateway())))));
        }
        if (!links.hooks().isEmpty()) {
            servers.put("hooks", keep(HookServer.start(links.hooks(), config.hooks(), bridge.time())));
        }
        Bridge unused = bridge.start();
        links.start();
        URI seen = uri("page").orElseThrow();
        LocalDoor.open(config.file(), new LocalDoor(seen, uri("gateway").orElse(seen), localKey, fingerprints()));
        opened.push(() -> LocalDoor.close(config.file()));
    }

    /** Returns the fingerprints of the certificates that its servers show. */
    Set<String> fingerprints() {
        return servers.values().stream()
                .flatMap(server -> server.certificate().stream())
                .map(ClientCertificate::fingerprint)
                .collect(Collectors.toUnmodifiableSet());
    }

    BridgeOffice office() {
        return office;
    }

    BridgeLinks links() {
        return links;
    }

    Bridge bridge() {
        return bridge;
    }

    /** Returns where a server listens: {@code gateway}, {@code page} or {@code hooks}. */
    Optional<URI> uri(String name) {
        return Optional.ofNullable(servers.get(name)).map(LimitedServer::uri);
    }

    private static boolean hasKey(HttpExchange exchange, List<Base> bases) {
        String header = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        return header.startsWith("Bearer ")
                && bases.stream()
                        .flatMap(base -> base.keys().stream())
                        .anyMatch(key -> key.matches(header.substring(7).strip()));
    }

    private PageServer.Plain ready() {
        try {
            String held =
                    bridge.held().map(why -> "held: " + why.reason() + "\n").orElse("ready\n");
            return new PageServer.Plain(200, "text/plain; charset=utf-8", held);
        } catch (StateStoreException e) {
            return new PageServer.Plain(503, "text/plain; charset=utf-8", "the journal does not answer\n");
        }
    }

    private static void backup(Backups backups) {
        try {
            LOG.log(System.Logger.Level.INFO, "copied to " + backups.make().getFileName());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the copy was not made", e);
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, "could not be closed", e);
            }
        }
    }
}
