package io.mostik.bridge.server.http;

import com.sun.net.httpserver.HttpExchange;
import io.mostik.bridge.server.config.ListenerSettings;
import io.mostik.core.TimeSource;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        Optional<ListenerSettings.Tls> tls = args.length == 0
                ? Optional.empty()
                : Optional.of(new ListenerSettings.Tls(Path.of(args[0]), Path.of(args[1])));
        LimitedServer server = LimitedServer.start(
                "gateway",
                new ListenerSettings("127.0.0.1", 0, tls, List.of(), List.of()),
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

    /** Starts it with short limits, and with TLS where there are two files for it. */
    static ServerProcess start(int seconds, Path... tls) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-Xmx96m",
                "-Dsun.net.httpserver.maxReqTime=" + seconds,
                "-Dsun.net.httpserver.idleInterval=" + seconds,
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName()));
        Stream.of(tls).map(Path::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
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
