package io.mostik.bridge.server.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.mostik.bridge.server.config.ListenerSettings;
import io.mostik.core.TimeSource;
import io.mostik.core.http.ClientCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * An HTTP server that faces strangers: the JDK's, within the limits of {@link ProcessLimits}, with a {@link Doorway} before
 * the handler. Threads are as many as connections, so none waits for another's slow request. Thread-safe.
 */
public final class LimitedServer implements AutoCloseable {

    /** How many requests are inside at a time, all addresses together. */
    public static final int PLACES = 400;

    private static final System.Logger LOG = System.getLogger(LimitedServer.class.getName());
    private static final Duration TO_END = Duration.ofSeconds(5);

    private final String name;
    private final HttpServer server;
    private final Optional<ClientCertificate> certificate;
    private final Doorway doorway;
    private final ClientAddresses addresses;
    private final Predicate<HttpExchange> isProven;
    private final HttpHandler handler;
    private final AtomicLong turnedAway = new AtomicLong();
    private final ExecutorService threads;

    private LimitedServer(
            String name,
            HttpServer server,
            ListenerSettings where,
            Optional<ClientCertificate> certificate,
            TimeSource time,
            Predicate<HttpExchange> isProven,
            HttpHandler handler) {
        this.name = name;
        this.server = server;
        this.certificate = certificate;
        this.doorway = new Doorway(PLACES, time);
        this.addresses = new ClientAddresses(where.proxies());
        this.isProven = isProven;
        this.handler = handler;
        this.threads = Executors.newCachedThreadPool(daemons("mostik-" + name));
    }

    /**
     * Starts a server.
     *
     * @param name for threads, log and messages
     * @param where address, TLS and proxies
     * @param isProven whether the head of a request proves who asks, by a key or a session
     * @param handler answers; closes what it answers
     * @throws UncheckedIOException if the address is in use
     * @throws IllegalArgumentException if the TLS files cannot be used
     */
    public static LimitedServer start(
            String name,
            ListenerSettings where,
            TimeSource time,
            Predicate<HttpExchange> isProven,
            HttpHandler handler) {
        Optional<ClientCertificate> certificate = certificate(name, where);
        LimitedServer made =
                new LimitedServer(name, bind(name, where, certificate), where, certificate, time, isProven, handler);
        made.server.setExecutor(made.threads);
        made.server.createContext("/", made::handle);
        // Its dispatcher is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(made.server::start, made.threads).join();
        return made;
    }

    /**
     * Reads the certificate of a listener; empty if it has none.
     *
     * @throws IllegalArgumentException if the TLS files cannot be used; names the setting
     */
    public static Optional<ClientCertificate> certificate(String name, ListenerSettings where) {
        try {
            return where.tls()
                    .map(files -> ClientCertificate.fromPem(files.certificate(), files.key(), Optional.empty()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("listen." + name + ".tls: " + e.getMessage(), e);
        }
    }

    /** Returns the certificate that it shows; empty without TLS. */
    public Optional<ClientCertificate> certificate() {
        return certificate;
    }

    /** Returns where it listens. */
    public URI uri() {
        InetSocketAddress address = server.getAddress();
        String host = address.getAddress().isAnyLocalAddress() ? "127.0.0.1" : address.getHostString();
        String bare = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create((certificate.isPresent() ? "https" : "http") + "://" + bare + ":" + address.getPort());
    }

    /** Returns how many requests were turned away at the door. */
    public long turnedAway() {
        return turnedAway.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String address = Doorway.counted(addresses.of(exchange));
        boolean proven = isProven.test(exchange);
        Optional<Doorway.Turned> turned = doorway.enter(address, proven);
        if (turned.isPresent()) {
            turnedAway.incrementAndGet();
            refuse(exchange, turned.get());
            return;
        }
        try {
            handler.handle(new WatchedExchange(exchange, status -> countFailure(status, address, proven)));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, name + " failed at " + exchange.getRequestMethod(), e);
            exchange.close();
        } finally {
            doorway.leave(address, proven);
        }
    }

    private void countFailure(int status, String address, boolean proven) {
        if (status == 401 && !proven) {
            doorway.fail(address);
        }
    }

    private static void refuse(HttpExchange exchange, Doorway.Turned turned) throws IOException {
        try (exchange) {
            byte[] body = ("{\"happened\":\"unknown\",\"next_step\":\"ask_again\",\"code\":\"busy\",\"message\":\""
                            + turned.reason() + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Retry-After", Integer.toString(turned.retryAfter()));
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            // Who turns away does not read the rest.
            exchange.getResponseHeaders().set("Connection", "close");
            exchange.sendResponseHeaders(turned.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static HttpServer bind(String name, ListenerSettings where, Optional<ClientCertificate> certificate) {
        InetSocketAddress address = new InetSocketAddress(where.host(), where.port());
        try {
            if (certificate.isEmpty()) {
                return HttpServer.create(address, 0);
            }
            HttpsServer server = HttpsServer.create(address, 0);
            server.setHttpsConfigurator(new HttpsConfigurator(certificate.get().sslContext()));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "listen." + name + ": " + where.host() + ":" + where.port() + " cannot be listened on: "
                            + e.getMessage(),
                    e);
        }
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Lets nobody in any more, waits a few seconds for what is inside, and stops listening. */
    @Override
    public void close() {
        boolean unusedEmpty = doorway.close(TO_END);
        // Java 17 would wait out every second it is given, also with nobody inside.
        server.stop(0);
        threads.shutdownNow();
        try {
            boolean unusedEnded = threads.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
