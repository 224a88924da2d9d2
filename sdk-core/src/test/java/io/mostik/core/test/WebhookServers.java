package io.mostik.core.test;

import com.sun.net.httpserver.HttpServer;
import io.mostik.core.webhook.HttpServerLimits;
import io.mostik.core.webhook.StreamingWebhookRequest;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.core.webhook.WebhookReply;
import io.mostik.core.webhook.WebhookRequest;
import io.mostik.core.webhook.WebhookServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** One endpoint behind both adapters, on loopback, and a sender that talks to them byte by byte. */
public final class WebhookServers {

    /** No status: the server took everything without an answer. */
    public static final int NEVER = -1;

    private static final int ANSWER_MILLIS = 20_000;
    private static final int END_MILLIS = 6_000;
    private static final int BETWEEN_BYTES_MILLIS = 10;
    private static final int CHUNK = 64 * 1024;
    private static final int AT_ONCE = 100;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty);
    private final Switch endpoint = new Switch();
    private final HttpServer jdk;

    /** How an endpoint is served. */
    public enum Adapter {
        /** The JDK's own server. */
        JDK,
        /** A servlet in Jetty. */
        SERVLET
    }

    private WebhookServers(HttpServer jdk) {
        this.jdk = jdk;
    }

    /**
     * Starts both.
     *
     * @param patience how long a body may take
     */
    public static WebhookServers start(Duration patience) throws Exception {
        HttpServerLimits.addTo(System.getProperties());
        WebhookServers servers =
                new WebhookServers(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        servers.listen(patience);
        return servers;
    }

    private void listen(Duration patience) throws Exception {
        jdk.setExecutor(threads);
        jdk.createContext("/hook", WebhookHttpHandler.of(endpoint).limits(patience, patience, AT_ONCE));
        jdk.start();
        connector.setHost("127.0.0.1");
        connector.setIdleTimeout(patience.toMillis());
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        WebhookServlet servlet = new WebhookServlet(endpoint).limits(patience, patience, AT_ONCE);
        context.addServlet(new ServletHolder(servlet), "/hook");
        jetty.setHandler(context);
        jetty.start();
    }

    /** Serves this endpoint from now on. */
    public void serve(WebhookEndpoint next) {
        endpoint.target = next;
    }

    /** Sends a request and returns the status of the answer; 0 if the server ended the connection without one. */
    public int status(Adapter adapter, byte[] request) throws IOException {
        try (Socket socket = open(adapter, request)) {
            return status(socket);
        }
    }

    /** Opens a connection and sends some bytes. */
    public Socket open(Adapter adapter, byte[] bytes) throws IOException {
        int port = adapter == Adapter.JDK ? jdk.getAddress().getPort() : connector.getLocalPort();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(ANSWER_MILLIS);
        socket.getOutputStream().write(bytes);
        return socket;
    }

    /**
     * Sends a head and then chunks without end, until the server answers or so many bytes are sent.
     *
     * @return the status of the answer; 0 if the server ended the connection and its reset overtook the answer
     */
    public int pour(Adapter adapter, byte[] head, long atMost) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (Socket socket = open(adapter, head)) {
            try {
                OutputStream out = socket.getOutputStream();
                for (long sent = 0; sent < atMost && socket.getInputStream().available() == 0; sent += CHUNK) {
                    out.write((Integer.toHexString(CHUNK) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                    out.write(chunk);
                    out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
                }
                return status(socket);
            } catch (SocketException e) {
                return answerBeforeReset(socket);
            }
        }
    }

    private static int answerBeforeReset(Socket socket) throws IOException {
        try {
            return status(socket);
        } catch (SocketException e) {
            return 0;
        }
    }

    /**
     * Sends a head, and then a body byte by byte with pauses, until the server answers or ends the connection.
     *
     * @return {@link #NEVER} if the server has let the whole body come
     */
    public int drip(Adapter adapter, byte[] head, byte[] body) throws IOException {
        try (Socket socket = open(adapter, head)) {
            socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
            for (byte one : body) {
                try {
                    socket.getOutputStream().write(one);
                    boolean isAnswered = socket.getInputStream().read() >= 0;
                    socket.setSoTimeout(ANSWER_MILLIS);
                    return isAnswered ? status(socket) : 0;
                } catch (SocketTimeoutException e) {
                    continue; // no answer so far
                } catch (IOException e) {
                    return 0;
                }
            }
            return NEVER;
        }
    }

    /** Returns the status of an answer; 0 if the connection ends without one. */
    public static int status(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        String line = line(in);
        while (line.contains(" 100 ")) {
            while (!line.isEmpty()) {
                line = line(in);
            }
            line = line(in);
        }
        return line.isEmpty() ? 0 : Integer.parseInt(line.split(" ", -1)[1]);
    }

    /** Waits, not for long, until the server ends the connection, and returns the status of its answer, or 0. */
    public static int statusAtTheEnd(Socket socket) throws IOException {
        try (socket) {
            socket.setSoTimeout(END_MILLIS);
            int status = status(socket);
            byte[] unused = socket.getInputStream().readAllBytes();
            return status;
        } catch (SocketException e) {
            return 0; // a reset is an end too
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.append((char) next);
            }
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return ""; // a reset is an end too
        }
        return line.toString().strip();
    }

    /** Stops both. */
    public void stop() throws Exception {
        jdk.stop(0);
        jetty.stop();
        threads.shutdownNow();
    }

    /** What is served changes from test to test; the servers stay. */
    private static final class Switch implements WebhookEndpoint {

        private volatile WebhookEndpoint target = request -> WebhookReply.text(404, "nothing is served");

        @Override
        public WebhookReply handle(WebhookRequest request) {
            return target.handle(request);
        }

        @Override
        public WebhookReply handle(StreamingWebhookRequest request) throws IOException {
            return target.handle(request);
        }

        @Override
        public Optional<WebhookReply> handleHead(WebhookRequest head) {
            return target.handleHead(head);
        }

        @Override
        public boolean isProvenByHead(WebhookRequest head) {
            return target.isProvenByHead(head);
        }

        @Override
        public int largestBody() {
            return target.largestBody();
        }

        @Override
        public void bodyFailed(WebhookRequest head, IOException failure) {
            target.bodyFailed(head, failure);
        }
    }
}
