package io.mostik.testing.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mostik.testing.Answer;
import io.mostik.testing.RecordedRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Serves the page and the control API, on the loopback address alone and to pages of its own alone. */
final class ControlServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(ControlServer.class.getName());
    private static final int LARGEST = 256 * 1024 * 1024;
    private static final Answer FOREIGN =
            Answer.json(403, Map.of("error", "Pages of other addresses may not steer this program"));
    private static final Answer TOO_LARGE = Answer.json(413, Map.of("error", "A body has 256 MB at most"));
    private static final Pattern LOCAL = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d+)?");
    private static final Map<String, String> PAGE = Map.of(
            "/", "page.html",
            "/page.js", "page.js",
            "/page.css", "page.css",
            "/words.json", "words.json");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json");

    private final ExecutorService threads = Executors.newCachedThreadPool(ControlServer::daemon);
    private final HttpServer server;
    private final ControlApi api;

    private ControlServer(HttpServer server, ControlApi api) {
        this.server = server;
        this.api = api;
    }

    /** Starts on this port; 0 takes a free one. */
    static ControlServer start(int port, ControlApi api) {
        HttpServer server;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port, e);
        }
        ControlServer control = new ControlServer(server, api);
        server.setExecutor(control.threads);
        server.createContext("/", control::handle);
        // Its dispatcher is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(server::start, control.threads).join();
        return control;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            Answer answer = isForeign(http) ? FOREIGN : read(http);
            http.getResponseHeaders().putAll(answer.headers());
            http.getResponseHeaders().set("Cache-Control", "no-store");
            http.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            boolean withBody =
                    answer.body().length > 0 && !http.getRequestMethod().equals("HEAD");
            http.sendResponseHeaders(answer.status(), withBody ? answer.body().length : -1);
            if (withBody) {
                try (OutputStream out = http.getResponseBody()) {
                    out.write(answer.body());
                }
            }
        }
    }

    /** A body that says of itself that it is too large is not read. */
    private Answer read(HttpExchange http) throws IOException {
        String length = Optional.ofNullable(http.getRequestHeaders().getFirst("Content-Length"))
                .orElse("0");
        if (length.length() > 10 || Long.parseLong(length) > LARGEST) {
            return TOO_LARGE;
        }
        byte[] body = http.getRequestBody().readNBytes(LARGEST + 1);
        return body.length > LARGEST ? TOO_LARGE : answer(http, body);
    }

    private Answer answer(HttpExchange http, byte[] body) {
        String path = http.getRequestURI().getRawPath();
        if (http.getRequestMethod().equals("GET") && PAGE.containsKey(path)) {
            String file = PAGE.getOrDefault(path, "");
            String type = TYPES.getOrDefault(file.substring(file.indexOf('.') + 1), "");
            return Answer.bytes(200, type, SimJson.file(file));
        }
        String query = Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse("");
        try {
            return api.answer(
                    new RecordedRequest(0, http.getRequestMethod(), path, query, http.getRequestHeaders(), body));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The control API failed at " + http.getRequestMethod() + " " + path, e);
            return Answer.json(500, Map.of("error", e.toString()));
        }
    }

    /** A name that leads here, and a page that was not loaded from here, are how web sites reach programs at home. */
    private static boolean isForeign(HttpExchange http) {
        List<String> hosts = http.getRequestHeaders().getOrDefault("Host", List.of());
        List<String> origins = http.getRequestHeaders().getOrDefault("Origin", List.of());
        return !hosts.stream().allMatch(host -> LOCAL.matcher(host).matches())
                || !origins.stream().allMatch(origin -> hosts.contains(origin.replaceFirst("^http://", "")));
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mostik-sim-control");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
