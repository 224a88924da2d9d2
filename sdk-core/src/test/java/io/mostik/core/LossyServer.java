package io.mostik.core;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A vendor that counts how often it acted on each id, and loses one in ten requests and one in ten answers. */
final class LossyServer implements AutoCloseable {

    private static final int ONE_IN = 10;

    private final Map<String, Integer> books = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Random random;
    private final HttpServer server;

    LossyServer(long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Returns how often it acted, by id. */
    Map<String, Integer> books() {
        return Map.copyOf(books);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String id = exchange.getRequestURI().getPath();
            if (exchange.getRequestMethod().equals("GET")) {
                answer(exchange, String.valueOf(books.getOrDefault(id, 0)));
                return;
            }
            if (random.nextInt(ONE_IN) == 0) {
                return;
            }
            int acted = books.merge(id, 1, Integer::sum);
            if (random.nextInt(ONE_IN) != 0) {
                answer(exchange, String.valueOf(acted));
            }
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
