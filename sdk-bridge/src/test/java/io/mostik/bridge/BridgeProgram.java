package io.mostik.bridge;

import io.mostik.bankcards.tbank.Environment;
import io.mostik.bankcards.tbank.TBank;
import io.mostik.bridge.intent.Acceptance;
import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentCounts;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import io.mostik.bridge.intent.IntentState;
import io.mostik.core.Secret;
import io.mostik.core.StateStoreException;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A bridge as a process of its own, which can be killed. Takes one line a request from loopback: {@code accept BASE
 * DOCUMENT CARD SUM}, answered with id and state or with {@code ask again}, {@code working}, answered with how many are
 * accepted or working, {@code open}, which counts the unknown ones too, and {@code memory}, answered with the kilobytes of
 * heap in use after a collection.
 */
final class BridgeProgram {

    static final String ACT = "test.act";

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private final Bridge bridge;

    private BridgeProgram(Bridge bridge) {
        this.bridge = bridge;
    }

    public static void main(String[] args) throws IOException {
        Map<String, String> environment = System.getenv();
        BridgeBuilder builder =
                Bridge.builder(BridgeStore.fromEnvironment().pool()).heartbeat(HEARTBEAT);
        if (environment.containsKey("VENDOR_PORT")) {
            int port = Integer.parseInt(environment.get("VENDOR_PORT"));
            builder.actions(context -> List.of(SocketVendor.action(context.once(), port)));
            long ahead = Long.parseLong(environment.getOrDefault("AHEAD_MILLIS", "0"));
            if (ahead != 0) {
                builder.time(new AheadTime(Duration.ofMillis(ahead)));
            }
        } else {
            TBank bank = TBank.builder()
                    .environment(Environment.of(environment.get("BANK"), environment.get("SECURED_BANK")))
                    .token(Secret.fromEnv("BANK_TOKEN"))
                    .build();
            builder.time(new AheadTime(Duration.ofSeconds(Long.parseLong(environment.get("AHEAD")))))
                    .actions(context -> List.of(new GrantAction(bank, context)));
        }
        new BridgeProgram(builder.build().start()).serve();
    }

    /** Starts one that grants at a bank, by a clock that is ahead. */
    static Process start(BridgeStore store, TBankSimulator bank, Duration ahead, Path errors) throws IOException {
        return start(
                store,
                errors,
                Map.of(
                        "BANK", bank.ordinaryUri().toString(),
                        "SECURED_BANK", bank.securedUri().toString(),
                        "BANK_TOKEN", bank.token(),
                        "AHEAD", Long.toString(ahead.toSeconds())));
    }

    /** Starts one that acts at a {@link SocketVendor}, by the clock of the database. */
    static Process start(BridgeStore store, int vendorPort, Path errors) throws IOException {
        return start(store, errors, Map.of("VENDOR_PORT", Integer.toString(vendorPort)));
    }

    /** Starts one that acts at a {@link SocketVendor}, by a clock of its own that is ahead or behind. */
    static Process start(BridgeStore store, int vendorPort, Duration ahead, Path errors) throws IOException {
        return start(
                store,
                errors,
                Map.of("VENDOR_PORT", Integer.toString(vendorPort), "AHEAD_MILLIS", Long.toString(ahead.toMillis())));
    }

    private static Process start(BridgeStore store, Path errors, Map<String, String> environment) throws IOException {
        List<String> command = List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx96m",
                "-cp",
                System.getProperty("java.class.path"),
                BridgeProgram.class.getName());
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
        builder.environment().putAll(environment);
        store.writeTo(builder.environment());
        return builder.start();
    }

    private void serve() throws IOException {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(line.split(" ")));
            }
        } catch (IOException e) {
            System.err.println("a caller went away");
        }
    }

    private String answer(String[] words) {
        try {
            if (words[0].equals("working")) {
                return Long.toString(working());
            }
            if (words[0].equals("memory")) {
                return Long.toString(heap());
            }
            if (words[0].equals("open")) {
                return Long.toString(working() + bridge.intents().counts().in(IntentState.UNKNOWN));
            }
            Acceptance acceptance = bridge.intents()
                    .accept(IntentRequest.of(
                            IntentKey.of(words[1], ACT, words[2]),
                            "",
                            Fields.of("card", words[3]).with("sum", words[4])));
            Intent intent = bridge.intents().await(acceptance.intent().id(), Duration.ofMillis(20));
            return intent.id() + " " + intent.state();
        } catch (StateStoreException e) {
            return "ask again";
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }

    private long working() {
        IntentCounts counts = bridge.intents().counts();
        return counts.in(IntentState.ACCEPTED) + counts.in(IntentState.WORKING);
    }
}
