package io.mostik.core;

import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.ReadBack;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A node that writes many ids at {@link LossyServer} and may be killed at any time. Ends well when all are done, or left to a person. */
final class OnceProgram {

    static final Duration LEASE = Duration.ofSeconds(4);
    static final Duration SETTLING = Duration.ofSeconds(3);

    private static final int TIMEOUT_MILLIS = 2_000;

    private final int port;

    private OnceProgram(int port) {
        this.port = port;
    }

    public static void main(String[] args) {
        OnceProgram program = new OnceProgram(Integer.parseInt(args[0]));
        StateStore store = JdbcStateStore.create(StoreDatabase.fromEnvironment().openPooled());
        program.performAll(program.writes(Once.over(store)), Integer.parseInt(args[1]), Long.parseLong(args[2]));
    }

    /** Starts the program over a database. */
    static Process start(StoreDatabase database, int port, int ids, long seed) throws IOException {
        List<String> command = List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OnceProgram.class.getName(),
                Integer.toString(port),
                Integer.toString(ids),
                Long.toString(seed));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        database.writeTo(builder.environment());
        return builder.start();
    }

    private OnceWrites<String, Void, String> writes(Once once) {
        return once.writes(
                Kind.builder("test/kill", String.class, Void.class, String.class)
                        .ids(IdPolicy.PLAIN)
                        .content(ContentPolicy.STORED)
                        .lease(LEASE)
                        .settling(SETTLING)
                        .build(),
                OnceSteps.of(id -> call("POST", id), this::look));
    }

    private void performAll(OnceWrites<String, Void, String> writes, int ids, long seed) {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < ids; i++) {
            left.add("order-" + i);
        }
        Collections.shuffle(left, new Random(seed));
        while (!left.isEmpty()) {
            left.removeIf(id -> isDone(writes, id));
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }

    private static boolean isDone(OnceWrites<String, Void, String> writes, String id) {
        try {
            OnceResult<String> result = writes.perform(id, id);
            return result instanceof OnceResult.Done || result.equals(new OnceResult.Unknown<String>(true));
        } catch (SdkException | StateStoreException e) {
            return false;
        }
    }

    private ReadBack<String> look(String id) {
        String acted = call("GET", id);
        return acted.equals("0") ? ReadBack.notApplied() : ReadBack.applied(acted);
    }

    /** One request on a connection of its own, as plain as can be: nothing in between repeats it. */
    private String call(String method, String id) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String head = method + " /" + id
                    + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            if (answer.startsWith("HTTP/1.1 200")) {
                return answer.substring(answer.indexOf("\r\n\r\n") + 4);
            }
        } catch (IOException e) {
            throw lost(e);
        }
        throw lost(null);
    }

    private static TransportException lost(IOException cause) {
        return new TransportException(
                "the answer was lost", FailureInfo.temporary("lossy.act", Outcome.UNKNOWN, Phase.HEAD), cause);
    }
}
