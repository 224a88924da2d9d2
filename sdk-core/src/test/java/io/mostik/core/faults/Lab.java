package io.mostik.core.faults;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RetryPolicy;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The surroundings of all cases: a runtime that is warm, the deadlines to test, and scripts that many rows share. */
final class Lab {

    /** How much later than its deadline a call may return. */
    static final Duration GRACE = Duration.ofMillis(250);

    /** For rows that are not about time. */
    static final Duration AMPLE = Duration.ofSeconds(10);

    static final RetryPolicy QUICK = RetryPolicy.standard().withFirstPause(Duration.ofMillis(5));
    static final String OWN = "{\"own\":true}";
    static final RawServer.Script HEALTHY = connection -> {
        while (!connection.readRequest().isEmpty()) {
            connection.answer(200, OWN);
        }
    };

    private Lab() {}

    /** Returns the runtime that most cases share, so that a case also shows that the ones before it left no harm. */
    static SdkRuntime runtime() {
        return Warm.RUNTIME;
    }

    static List<Duration> deadlines() {
        return Stream.of(System.getProperty("faults.deadlines", "0.5").split(","))
                .map(seconds -> Duration.ofMillis((long) (Double.parseDouble(seconds) * 1000)))
                .toList();
    }

    /** Returns the head of a good answer, with further lines. */
    static String head(String lines) {
        return "HTTP/1.1 200 OK\r\n" + lines + "\r\n";
    }

    /** Reads a request and writes this. */
    static RawServer.Script writes(String answer) {
        return connection -> {
            connection.readRequest();
            connection.write(answer);
        };
    }

    /** Reads a request, writes this, and says nothing more until the client goes. */
    static RawServer.Script writesAndStays(String answer) {
        return connection -> {
            connection.readRequest();
            connection.write(answer);
            connection.awaitEnd();
        };
    }

    /** Answers a request and says that the connection ends. */
    static RawServer.Script answers(int status, String headers, String body) {
        return writes("HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + headers + "Content-Length: "
                + body.length() + "\r\n\r\n" + body);
    }

    /** Reads the first bytes of a request, and nothing more for as long as any deadline lasts. */
    static void sleepLong(RawServer.Connection connection) throws IOException {
        connection.skip(100).pause(60_000);
    }

    /** Returns a port on which nobody listens. */
    static int deadPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Apart, because the scripts need this class to be there. */
    private static final class Warm {

        static final SdkRuntime RUNTIME = warm();

        /** The first calls of a JVM load classes for some hundred milliseconds, which is nobody's deadline. */
        private static SdkRuntime warm() {
            SdkRuntime runtime = SdkRuntime.create();
            Endpoint<Json> endpoint = Kind.READ.endpoint(JsonType.of(Json.class));
            List<RawServer.Script> scripts =
                    List.of(HEALTHY, RawServer.Connection::readRequest, writes(head("Content-Length: 9\r\n")));
            for (RawServer.Script script : scripts) {
                try (RawServer server = RawServer.start(script);
                        ApiClient client = ApiClient.builder(ClientConfig.builder()
                                        .baseUri(server.uri())
                                        .deadline(AMPLE)
                                        .runtime(runtime)
                                        .retry(QUICK)
                                        .build())
                                .build()) {
                    client.call(endpoint).send();
                } catch (io.mostik.core.SdkException e) {
                    // Wanted: failures are to be warm too.
                }
            }
            return runtime;
        }
    }
}
