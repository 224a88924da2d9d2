package io.mostik.examples.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mostik.core.SdkException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import io.mostik.datahub.checks.InvalidSettingsException;
import io.mostik.examples.hub.DemoShop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The wizard of the data hub in the browser, over a simulated RemOnline: key, filter, statuses, calculation with a live
 * preview, and the charts. Run it and open the address that it prints. On loopback only; one person at a time.
 */
public final class HubDesk implements AutoCloseable {

    private static final int LARGEST_BODY = 16 * 1024;
    private static final String CHARTS = "/charts/";
    private static final String API = "/api/";
    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final HttpServer server;
    private final Gate gate;
    private final PageFiles files;
    private final HubWizard wizard;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "hub-desk");
        thread.setDaemon(true);
        return thread;
    });

    private HubDesk(int port, DemoShop shop) throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        this.gate = new Gate(server.getAddress().getPort());
        this.files = new PageFiles(
                gate.token(), "hub/", Stream.of("index.html", "hub.css", "hub.js", "texts.js", "icon.svg"));
        this.wizard = new HubWizard(shop);
        server.createContext("/", exchange -> {
            try (exchange) {
                handle(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
    }

    /** Starts the desk, prints its address and serves until the process ends. */
    public static void main(String[] args) throws IOException {
        HubDesk desk = start(Integer.parseInt(System.getenv().getOrDefault("MOSTIK_DESK_PORT", "0")));
        System.out.println("Open " + desk.address());
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            desk.close();
            Thread.currentThread().interrupt();
        }
    }

    static HubDesk start(int port) throws IOException {
        return new HubDesk(port, new DemoShop());
    }

    URI address() {
        return gate.address();
    }

    private void handle(HttpExchange exchange) throws IOException {
        Gate.harden(exchange.getResponseHeaders());
        String path = exchange.getRequestURI().getRawPath();
        boolean get = exchange.getRequestMethod().equals("GET");
        if (!gate.isOurName(exchange)) {
            send(exchange, Reply.refused(421, "this server has another name"));
        } else if (get && path.equals("/") && gate.hasKey(exchange)) {
            gate.welcome(exchange);
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(303, -1);
        } else if (!gate.isWelcome(exchange)) {
            send(exchange, Reply.refused(403, "open the address that the desk printed when it started"));
        } else if (get && path.startsWith(CHARTS)) {
            chart(exchange, path.substring(CHARTS.length()));
        } else if (get && path.startsWith(API)) {
            send(exchange, asked(() -> wizard.read(path.substring(API.length()))));
        } else if (get) {
            if (!files.serve(exchange, path)) {
                send(exchange, Reply.refused(404, "there is nothing here"));
            }
        } else {
            act(exchange, path);
        }
    }

    private void chart(HttpExchange exchange, String name) throws IOException {
        Optional<String> chart = wizard.chart(name);
        if (chart.isEmpty()) {
            send(exchange, Reply.refused(404, "there is no such chart"));
            return;
        }
        byte[] body = chart.get().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "image/svg+xml");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private void act(HttpExchange exchange, String path) throws IOException {
        Optional<String> refusal = gate.refusal(exchange);
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (refusal.isPresent() || body.length > LARGEST_BODY || !path.startsWith(API)) {
            send(exchange, Reply.refused(403, refusal.orElse("this cannot be done here")));
            return;
        }
        send(exchange, asked(() -> wizard.act(path.substring(API.length()), JSON.read(JsonType.of(Json.class), body))));
    }

    private static Reply asked(Supplier<Reply> asked) {
        try {
            return asked.get();
        } catch (InvalidSettingsException e) {
            return Reply.refused(422, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException | IllegalStateException | JsonException | SdkException e) {
            return Reply.refused(409, String.valueOf(e.getMessage()));
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(reply.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        wizard.close();
    }
}
