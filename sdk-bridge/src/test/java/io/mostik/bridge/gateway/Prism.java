package io.mostik.bridge.gateway;

import io.mostik.bridge.gateway.FlatCaller.Answer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Stoplight's Prism before a gateway: it passes all on, and says in a header what is not as described. */
final class Prism implements AutoCloseable {

    private static final int STARTS_WITHIN_SECONDS = 60;

    private final Process process;
    private final Path description;
    private final int port;

    private Prism(Process process, Path description, int port) {
        this.process = process;
        this.description = description;
        this.port = port;
    }

    /** Starts one and waits until it listens. */
    static Prism before(URI gateway, String description, String program) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile("openapi", ".json"), description);
        int port = freePort();
        Process process = new ProcessBuilder(
                        program, "proxy", file.toString(), gateway.toString(), "--port", String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Prism prism = new Prism(process, file, port);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTS_WITHIN_SECONDS);
        while (!prism.listens()) {
            if (System.nanoTime() > end || process.waitFor(100, TimeUnit.MILLISECONDS)) {
                prism.close();
                throw new IllegalStateException("Prism does not start");
            }
        }
        return prism;
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /** Returns whether an answer is not the gateway's: what is no JSON never gets there. */
    static boolean isOwn(Answer answer) {
        return answer.json().names().contains("error");
    }

    /** Returns what an answer says of itself, as far as the answer is concerned and not the request. */
    static String objections(Answer answer) {
        String violations = answer.header("sl-violations");
        return violations.contains("\"location\":[\"response\"") ? violations : "";
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(description);
    }
}
