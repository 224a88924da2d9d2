package io.mostik.testing;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;

/**
 * A small HTTP server that plays a vendor: records every request, applies the injected faults, then asks the vendor's
 * handler for the answer. Listens on the loopback address alone. Thread-safe; all its threads are daemons.
 */
public final class SimulatorServer implements Simulator {

    private static final System.Logger LOG = System.getLogger(SimulatorServer.class.getName());
    private static final long DRAINED = 4L * Exchange.MAX_BODY;

    private final RequestHandler handler;
    private final SharedState shared;
    private final ExecutorService threads = Executors.newCachedThreadPool(SimulatorServer::daemon);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final HttpServer server;
    private final TcpProxy proxy;
    private final URI uri;

    private SimulatorServer(int port, Scheme scheme, SharedState shared, RequestHandler handler) throws IOException {
        this.handler = requireNonNull(handler, "handler");
        this.shared = shared;
        this.server = scheme.inner.create();
        this.proxy = new TcpProxy(port, server.getAddress().getPort(), threads);
        this.uri = URI.create(scheme.prefix + proxy.port());
    }

    /** Starts on a free port. */
    public static SimulatorServer start(RequestHandler handler) {
        return start(0, handler);
    }

    /** Starts on this port; zero takes a free one. Its clock stands until a test moves it. */
    public static SimulatorServer start(int port, RequestHandler handler) {
        return start(port, SimulatedClock.standing(), handler);
    }

    /** Starts on this port, with the clock by which late requests arrive. */
    public static SimulatorServer start(int port, SimulatedClock clock, RequestHandler handler) {
        return start(port, Scheme.plain(), SharedState.with(clock), handler);
    }

    /** Starts on this port over TLS; clients without a certificate are turned away if one is required. */
    public static SimulatorServer startTls(
            int port, SSLContext context, boolean clientCertificateRequired, RequestHandler handler) {
        return start(
                port,
                Scheme.tls(context, clientCertificateRequired),
                SharedState.with(SimulatedClock.standing()),
                handler);
    }

    /**
     * Starts another host of the same vendor: both share journal, faults and clock, and act on one request at a time.
     */
    public SimulatorServer startBeside(int port, RequestHandler otherHandler) {
        return start(port, Scheme.plain(), shared, otherHandler);
    }

    /** Starts another host of the same vendor over TLS. */
    public SimulatorServer startTlsBeside(
            int port, SSLContext context, boolean clientCertificateRequired, RequestHandler otherHandler) {
        return start(port, Scheme.tls(context, clientCertificateRequired), shared, otherHandler);
    }

    @Override
    public SimulatorServer server() {
        return this;
    }

    @Override
    public URI uri() {
        return uri;
    }

    @Override
    public Journal journal() {
        return shared.journal;
    }

    @Override
    public FaultInjector faults() {
        return shared.faults;
    }

    @Override
    public AnswerMutator answers() {
        return shared.answers;
    }

    /** Returns what the vendor answers to a GET, past network, journal and faults. */
    public Answer peek(String target, Map<String, List<String>> headers) {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        RecordedRequest request =
                new RecordedRequest(0, "GET", path, query < 0 ? "" : target.substring(query + 1), headers, new byte[0]);
        synchronized (shared.turn) {
            return new HandledRequest(request).say();
        }
    }

    /** Returns how the vendor reports an error at this path, whatever the status it comes with. */
    public Answer errorOf(String path) {
        return handler.error(new RecordedRequest(0, "GET", path, "", Map.of(), new byte[0]));
    }

    @Override
    public SimulatedClock clock() {
        return shared.clock;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        shared.faults.forgetLate();
        try {
            proxy.close();
            server.stop(0);
            threads.shutdownNow();
            if (!threads.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.log(Level.WARNING, "A request of the simulator at {0} did not end in time", uri);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SimulatorServer start(int port, Scheme scheme, SharedState shared, RequestHandler handler) {
        try {
            SimulatorServer started = new SimulatorServer(port, scheme, shared, handler);
            started.open();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on port " + port, e);
        }
    }

    private void open() {
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        // Its dispatcher is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(server::start, threads).join();
        proxy.open();
    }

    private void handle(HttpExchange http) throws IOException {
        try {
            ProxyConnection line = proxy.line(http.getRemoteAddress().getPort()).orElseThrow();
            byte[] body = http.getRequestBody().readNBytes(Exchange.MAX_BODY + 1);
            boolean tooLarge = body.length > Exchange.MAX_BODY;
            RecordedRequest request = record(http, tooLarge ? new byte[0] : body);
            Exchange exchange = new Exchange(http, line, new HandledRequest(request));
            try {
                if (tooLarge) {
                    drain(http.getRequestBody());
                    exchange.send(Answer.empty(413));
                } else {
                    shared.clock.runDue();
                    shared.faults.take(request).play(exchange);
                }
            } finally {
                exchange.leave();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            http.close();
        }
    }

    private RecordedRequest record(HttpExchange http, byte[] body) {
        URI target = http.getRequestURI();
        String rawPath = target.getRawPath() == null ? "" : target.getRawPath();
        String rawQuery = target.getRawQuery() == null ? "" : target.getRawQuery();
        RecordedRequest request = shared.journal.record(
                uri,
                number -> new RecordedRequest(
                        number, http.getRequestMethod(), rawPath, rawQuery, http.getRequestHeaders(), body));
        handler.arrived(request);
        return request;
    }

    private static void drain(InputStream in) throws IOException {
        long left = DRAINED;
        byte[] chunk = new byte[8192];
        for (int read = in.read(chunk); read >= 0 && left > 0; read = in.read(chunk)) {
            left -= read;
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mostik-simulator");
        thread.setDaemon(true);
        return thread;
    }

    /** A request in the hands of the handler. */
    private final class HandledRequest implements Exchange.Vendor {

        private final RecordedRequest request;

        HandledRequest(RecordedRequest request) {
            this.request = request;
        }

        @Override
        public Answer act() {
            synchronized (shared.turn) {
                shared.journal.markActed(request);
                Answer answer = say();
                shared.journal.said(request, answer);
                return answer;
            }
        }

        private Answer say() {
            try {
                return handler.answer(request);
            } catch (Refusal refusal) {
                return refusal.answer();
            } catch (Exception | AssertionError e) {
                LOG.log(Level.WARNING, "The simulator failed at " + request, e);
                return Answer.text(500, "Simulator failed: " + e);
            }
        }

        @Override
        public void ended(Optional<Answer> written, String ending) {
            shared.journal.ended(request, written, ending);
        }

        @Override
        public Answer mutate(Answer answer) {
            return shared.answers.mutate(request, answer, () -> handler.error(request));
        }

        @Override
        public void left() {
            handler.left(request);
        }
    }

    /** The state that the hosts of one vendor share; guarded by its lock. */
    private record SharedState(
            Journal journal, FaultInjector faults, AnswerMutator answers, SimulatedClock clock, Object turn) {

        static SharedState with(SimulatedClock clock) {
            requireNonNull(clock, "clock");
            return new SharedState(
                    new Journal(clock), new FaultInjector(clock), new AnswerMutator(), clock, new Object());
        }
    }

    /** How a host is reached. */
    private record Scheme(String prefix, InnerServer inner) {

        static Scheme plain() {
            return new Scheme("http://127.0.0.1:", InnerServer::plain);
        }

        static Scheme tls(SSLContext context, boolean clientCertificateRequired) {
            requireNonNull(context, "context");
            return new Scheme("https://localhost:", () -> InnerServer.tls(context, clientCertificateRequired));
        }
    }
}
