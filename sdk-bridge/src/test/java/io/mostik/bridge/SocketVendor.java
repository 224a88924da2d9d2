package io.mostik.bridge;

import io.mostik.bridge.action.Action;
import io.mostik.bridge.action.ActionCall;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.action.ActionSpec;
import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.TransportException;
import io.mostik.core.once.ContentPolicy;
import io.mostik.core.once.IdPolicy;
import io.mostik.core.once.Kind;
import io.mostik.core.once.Once;
import io.mostik.core.once.OnceResult;
import io.mostik.core.once.OnceSteps;
import io.mostik.core.once.OnceWrites;
import io.mostik.core.once.ReadBack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A vendor behind a socket, which acts once a request and loses one answer in twenty; with an action for other processes. */
final class SocketVendor implements AutoCloseable {

    static final Duration LEASE = Duration.ofSeconds(4);
    static final Duration SETTLING = Duration.ofSeconds(3);

    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LOST_ONE_IN = 20;

    private final Map<String, Integer> books = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket server;
    private final Random random;
    private volatile boolean isCalm;

    SocketVendor(long seed) throws IOException {
        random = new Random(seed);
        server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Returns how often it acted, by id. */
    Map<String, Integer> books() {
        return Map.copyOf(books);
    }

    /** Loses no answer from now on. */
    void calm() {
        isCalm = true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    /** Returns the action {@code test.act} of a process, for the vendor at a port. */
    static Action action(Once once, int port) {
        return new SocketAction(once.writes(
                Kind.builder("test/socket", String.class, Void.class, String.class)
                        .ids(IdPolicy.PLAIN)
                        .content(ContentPolicy.STORED)
                        .lease(LEASE)
                        .settling(SETTLING)
                        .build(),
                OnceSteps.of(document -> call(port, "act " + document), document -> {
                    String times = call(port, "look " + document);
                    return times.equals("0") ? ReadBack.notApplied() : ReadBack.applied(times);
                })));
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> answer(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void answer(Socket socket) {
        try (socket;
                BufferedReader in = reader(socket)) {
            String[] words =
                    Optional.ofNullable(in.readLine()).orElse("look nothing").split(" ");
            int times =
                    words[0].equals("act") ? books.merge(words[1], 1, Integer::sum) : books.getOrDefault(words[1], 0);
            boolean isLost;
            synchronized (random) {
                isLost = random.nextInt(LOST_ONE_IN) == 0;
            }
            if (isCalm || !isLost) {
                socket.getOutputStream().write((times + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            System.err.println("a caller of the vendor went away");
        }
    }

    private static String call(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write((request + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = reader(socket).readLine();
            if (answer != null) {
                return answer;
            }
        } catch (IOException e) {
            throw lost(e);
        }
        throw lost(new IOException("no answer"));
    }

    private static TransportException lost(IOException cause) {
        return new TransportException(
                "the answer was lost", FailureInfo.temporary("socket.act", Outcome.UNKNOWN, Phase.HEAD), cause);
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Acts once under the intent's id. */
    private record SocketAction(OnceWrites<String, Void, String> writes) implements Action {

        @Override
        public ActionSpec spec() {
            return new ActionSpec(
                    BridgeProgram.ACT, "Acts once.", Effect.ONCE, "", Optional.empty(), true, List.of(), List.of(), "");
        }

        @Override
        public Optional<String> subject(Fields fields) {
            return Optional.of("card:" + fields.text("card"));
        }

        @Override
        public ActionResult attempt(ActionCall call) {
            OnceResult<String> result = writes.perform(call.id(), call.document());
            if (result instanceof OnceResult.Done<String>) {
                return ActionResult.done("acted");
            }
            return result instanceof OnceResult.Unknown<String> unknown
                    ? new ActionResult.Unknown(
                            unknown.duplicated() ? "acted_twice" : "cannot_tell", Optional.of(Duration.ofSeconds(5)))
                    : ActionResult.begun("running", Duration.ofSeconds(1));
        }
    }
}
