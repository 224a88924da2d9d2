package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An endpoint that answers several addresses is told the one below its own place, whatever serves it. */
class WebhookPathTest {

    private static final WebhookEndpoint ECHO = request -> WebhookReply.text(200, "<" + request.path() + ">");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Server jetty = new Server();
    private final ServerConnector connector = new ServerConnector(jetty);
    private final HttpServer jdk;

    WebhookPathTest() throws Exception {
        jdk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() throws Exception {
        jdk.createContext("/", WebhookHttpHandler.of(ECHO));
        jdk.createContext("/below", WebhookHttpHandler.of(ECHO));
        jdk.createContext("/slash/", WebhookHttpHandler.of(ECHO));
        jdk.start();
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new WebhookServlet(ECHO)), "/");
        context.addServlet(new ServletHolder(new WebhookServlet(ECHO)), "/below/*");
        context.addServlet(new ServletHolder(new WebhookServlet(ECHO)), "/slash/*");
        jetty.setHandler(context);
        jetty.start();
    }

    @AfterEach
    void stop() throws Exception {
        jdk.stop(0);
        jetty.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "/, </>",
        "/v1/events, </v1/events>",
        "/v1/events?after=1, </v1/events>",
        "/v1/a%20b, </v1/a b>",
        "/below, <>",
        "/below/v1/events, </v1/events>",
        "/slash/v1/events, </v1/events>"
    })
    void givenAddress_whenServed_thenThePathBelowTheMount(String address, String path) throws Exception {
        assertThat(ask(jdk.getAddress().getPort(), address)).isEqualTo(path);
        assertThat(ask(connector.getLocalPort(), address)).isEqualTo(path);
    }

    private String ask(int port, String address) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + port + address);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }
}
