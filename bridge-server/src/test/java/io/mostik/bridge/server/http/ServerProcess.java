package io.mostik.bridge.server.http;

import com.sun.net.httpserver.HttpExchange;
import io.mostik.bridge.server.config.ListenerSettings;
import io.mostik.core.TimeSource;
import java.io.File;
import java.io.IOException;
import java.net.URI;

/** A server in a process of its own, as its limits hold for a whole process; here they are short. */
final class ServerProcess implements AutoCloseable {

    static final String KEY = "Bearer key-of-the-honest-caller";

    private final Process process;
    private final URI uri;

    private ServerProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    public static void main(String[] args) throws InterruptedException {
        ProcessLimits.addTo(System.getProperties());
        LimitedServer server = LimitedServer.start(
                "gateway",
                ListenerSettings.loopback(0),
                TimeSource.system(),
                ServerProcess::isProven,
                ServerProcess::handle);
        System.out.println(server.uri());
        Thread.currentThread().join();
    }

    private static boolean isProven(HttpExchange exchange) {
        return KEY.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(64 * 1024);
            exchange.sendResponseHeaders(isProven(exchange) ? 200 : 401, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    static ServerProcess start(int seconds) throws IOException {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx96m",
                        "-Dsun.net.httpserver.maxReqTime=" + seconds,
                        "-Dsun.net.httpserver.idleInterval=" + seconds,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new ServerProcess(process, URI.create(process.inputReader().readLine()));
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
