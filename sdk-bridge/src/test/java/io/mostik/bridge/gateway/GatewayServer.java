package io.mostik.bridge.gateway;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bridge.Base;
import io.mostik.bridge.Bridge;
import io.mostik.bridge.Connections;
import io.mostik.bridge.Person;
import io.mostik.bridge.trigger.BridgeEvent;
import io.mostik.core.Secret;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A bridge on H2 with a simulated bank and its gateway, behind the JDK's server. */
final class GatewayServer implements BeforeAllCallback, AfterAllCallback {

    static final String ZUP = "key-of-zup";
    static final String NEXT_ZUP = "next-key-of-zup";
    static final String OLD = "key-of-the-old-base";
    static final String CARDS = "key-of-cards-only";
    static final String VIEWER = "key-of-viewer";
    static final String OPERATOR = "key-of-operator";
    static final String APPROVER = "key-of-approver";
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    static final String ORGANISATION = "5c1d7a40-5a51-11ee-9c2a-00155d012345";

    private final ScriptedActions actions = new ScriptedActions();
    private final Map<String, BridgeEvent> signals = new ConcurrentHashMap<>();
    private final boolean hasSignals;
    private final UnaryOperator<Connections> more;
    private Optional<Running> running = Optional.empty();

    GatewayServer() {
        this(true, connections -> connections);
    }

    private GatewayServer(boolean hasSignals, UnaryOperator<Connections> more) {
        this.hasSignals = hasSignals;
        this.more = more;
    }

    static GatewayServer withoutLinks() {
        return new GatewayServer(false, connections -> connections);
    }

    /** Returns a server with further connections. */
    static GatewayServer with(UnaryOperator<Connections> more) {
        return new GatewayServer(true, more);
    }

    private record Running(
            TBankSimulator bank,
            TBank client,
            JdbcConnectionPool database,
            Bridge bridge,
            Gateway gateway,
            HttpServer server,
            ExecutorService threads) {}

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        TBankSimulator bank = TBankSimulator.startFrozen();
        TBank client = TBank.builder()
                .environment(Environment.of(
                        bank.ordinaryUri().toString(), bank.securedUri().toString()))
                .token(Secret.of(bank.token()))
                .build();
        JdbcConnectionPool database = JdbcConnectionPool.create(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DB_CLOSE_DELAY=-1", "sa", "");
        database.setMaxConnections(40);
        Bridge bridge = Bridge.builder(database)
                .zone(MOSCOW)
                .time(new HurriedTime())
                .connections(more.apply(Connections.none()
                        .with("north", "tbank", client, List.of(ORGANISATION), Optional.of("RU"))
                        .with("south", "tbank", client, List.of("south ltd"), Optional.empty())))
                .actions(actions)
                .build()
                .start();
        Gateway gateway = Gateway.over(bridge, bases(), hasSignals ? Optional.of(this::take) : Optional.empty())
                .people(List.of(
                        new Person("viewer", Secret.of(VIEWER), Person.Role.VIEWER),
                        new Person("operator", Secret.of(OPERATOR), Person.Role.OPERATOR),
                        new Person("approver", Secret.of(APPROVER), Person.Role.APPROVER)));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        server.createContext("/", WebhookHttpHandler.of(gateway));
        server.start();
        running = Optional.of(new Running(bank, client, database, bridge, gateway, server, threads));
    }

    private static List<Base> bases() {
        return List.of(
                new Base(
                        "zup",
                        List.of(Secret.of(ZUP), Secret.of(NEXT_ZUP)),
                        List.of("*"),
                        List.of(),
                        "ru",
                        MOSCOW,
                        StandardCharsets.UTF_8),
                new Base(
                        "old",
                        List.of(Secret.of(OLD)),
                        List.of("*", "!cards.dismiss"),
                        List.of(),
                        "hu",
                        ZoneId.of("Europe/Budapest"),
                        Charset.forName("windows-1251")),
                new Base(
                        "cards",
                        List.of(Secret.of(CARDS)),
                        List.of("cards.*", "!cards.dismiss"),
                        List.of(ORGANISATION),
                        "pl",
                        ZoneId.of("Europe/Warsaw"),
                        StandardCharsets.UTF_8));
    }

    private boolean take(BridgeEvent event) {
        return signals.putIfAbsent(event.id(), event) == null;
    }

    private Running running() {
        return running.orElseThrow();
    }

    ScriptedActions actions() {
        return actions;
    }

    Map<String, BridgeEvent> signals() {
        return signals;
    }

    TBankSimulator bank() {
        return running().bank();
    }

    Bridge bridge() {
        return running().bridge();
    }

    JdbcConnectionPool database() {
        return running().database();
    }

    Gateway gateway() {
        return running().gateway();
    }

    int port() {
        return running().server().getAddress().getPort();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port() + "/");
    }

    FlatCaller caller(String key) {
        return new FlatCaller(uri(), key);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Running all = running();
        all.server().stop(0);
        all.threads().shutdownNow();
        all.bridge().close();
        all.client().close();
        all.bank().close();
        all.database().dispose();
    }
}
