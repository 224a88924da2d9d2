package io.mostik.benchmarks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A server that receives, on a free port.
 *
 * @param port where
 * @param end ends it
 */
record HookPlace(int port, Runnable end) implements AutoCloseable {

    private static final byte[] OK = "OK".getBytes(StandardCharsets.US_ASCII);

    /** The JDK's server with an endpoint. */
    static HookPlace jdk(WebhookEndpoint endpoint) {
        return onJdk(WebhookHttpHandler.of(endpoint));
    }

    /** The JDK's server with a handler that reads the body and answers. */
    static HookPlace bareJdk() {
        return onJdk(HookPlace::answer);
    }

    /** A servlet container with an endpoint. */
    static HookPlace servlet(WebhookEndpoint endpoint) {
        return servlet(new WebhookServlet(endpoint));
    }

    /** A servlet container with a servlet that reads the body and answers. */
    static HookPlace bareServlet() {
        return servlet(new BareServlet());
    }

    private static HookPlace onJdk(HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ExecutorService threads = Executors.newCachedThreadPool();
            server.setExecutor(threads);
            server.createContext(HookRequests.PATH, handler);
            server.start();
            return new HookPlace(server.getAddress().getPort(), () -> {
                server.stop(0);
                threads.shutdownNow();
            });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] unusedBody = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, OK.length);
            exchange.getResponseBody().write(OK);
        }
    }

    private static HookPlace servlet(HttpServlet servlet) {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(servlet), HookRequests.PATH);
        server.setHandler(context);
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return new HookPlace(connector.getLocalPort(), () -> {
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Override
    public void close() {
        end.run();
    }

    private static final class BareServlet extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] unusedBody = request.getInputStream().readAllBytes();
            response.getOutputStream().write(OK);
        }
    }
}
