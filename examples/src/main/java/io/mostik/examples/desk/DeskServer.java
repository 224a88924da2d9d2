package io.mostik.examples.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonCodec;
import io.mostik.core.json.JsonException;
import io.mostik.core.json.JsonType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The HTTP server of the desk, on loopback only. Thread-safe. */
final class DeskServer implements AutoCloseable {

    private static final int LARGEST_BODY = 16 * 1024;
    private static final String RECORDINGS = "/recordings/";
    private static final JsonCodec JSON = JsonCodec.camelCase();

    private final HttpServer server;
    private final Gate gate;
    private final PageFiles files;
    private final Rooms rooms;

    /** What is served. */
    record Rooms(DeskApi api, OnceOnly onceOnly, Recordings recordings, EventStream events) {}

    private DeskServer(HttpServer server, Rooms rooms) {
        this.server = server;
        this.gate = new Gate(server.getAddress().getPort());
        this.files = new PageFiles(gate.token());
        this.rooms = rooms;
    }

    static DeskServer start(int port, Executor threads, Rooms rooms) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        DeskServer desk = new DeskServer(server, rooms);
        server.createContext("/", exchange -> {
            try (exchange) {
                desk.handle(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
        return desk;
    }

    /** Returns the address to open, with its key. */
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
        } else if (get) {
            read(exchange, path);
        } else {
            act(exchange, path);
        }
    }

    private void read(HttpExchange exchange, String path) throws IOException {
        if (path.equals("/api/events")) {
            rooms.events.serve(exchange);
        } else if (path.startsWith(RECORDINGS)) {
            rooms.recordings.serve(exchange, path.substring(RECORDINGS.length()));
        } else if (rooms.api.canRead(path)) {
            send(exchange, rooms.api.read(path, query(exchange)));
        } else if (!files.serve(exchange, path)) {
            send(exchange, Reply.refused(404, "there is nothing here"));
        }
    }

    private void act(HttpExchange exchange, String path) throws IOException {
        if (!exchange.getRequestMethod().equals("POST") || !rooms.api.canAct(path)) {
            send(exchange, Reply.refused(405, "this cannot be done here"));
            return;
        }
        Optional<String> refusal = gate.refusal(exchange);
        if (refusal.isPresent()) {
            send(exchange, Reply.refused(403, refusal.get()));
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (!isJson(exchange) || body.length > LARGEST_BODY) {
            send(exchange, Reply.refused(body.length > LARGEST_BODY ? 413 : 415, "a small JSON body is expected"));
            return;
        }
        send(exchange, once(path, body));
    }

    private Reply once(String path, byte[] body) {
        Json json;
        try {
            json = JSON.read(JsonType.of(Json.class), body);
        } catch (JsonException e) {
            return Reply.refused(400, "the body is not JSON");
        }
        String id = json.get("requestId").text().orElse("");
        String what = path + " " + Fingerprint.of(body);
        return rooms.onceOnly.answer(id, what, () -> rooms.api.act(path, json));
    }

    private static boolean isJson(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .filter(type -> type.startsWith("application/json"))
                .isPresent();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
        return Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, second) -> first));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        boolean silent = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Stops at once; pages that listen have been told before. */
    @Override
    public void close() {
        server.stop(0);
    }
}
