package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.intent.Intents;
import io.mostik.core.TimeSource;
import io.mostik.core.test.TcpRelay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three nodes on one PostgreSQL, one by a clock a second ahead and one a second behind. While twelve callers send, in each round
 * one node is paused beyond lease and settling time, another is killed and started again, and the database is away for
 * some seconds, in an order of chance. Counts in the vendor's own books. {@code -Dmostik.bridge.nodes.rounds} says how often;
 * {@code -Dmostik.seed} repeats the order.
 */
@Timeout(value = 120, unit = TimeUnit.MINUTES)
class ThreeNodesTest {

    private static final int ROUNDS = Integer.getInteger("mostik.bridge.nodes.rounds", 1);
    private static final long SEED = Long.getLong("mostik.seed", 20_261_201L);
    private static final List<Duration> CLOCKS = List.of(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(-1));
    private static final Duration PAUSE =
            SocketVendor.LEASE.plus(SocketVendor.SETTLING).plusSeconds(3);
    private static final int CALLERS = 12;
    private static final int BASES = 3;
    private static final int PATIENCE_MILLIS = 500;
    private static final int BETWEEN_MILLIS = 20;
    private static final int LOOKS = 3_000; // what was lost twice is looked at again after two minutes

    private final Random random = new Random(SEED);
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final AtomicReferenceArray<Process> nodes = new AtomicReferenceArray<>(CLOCKS.size());
    private final AtomicReferenceArray<Integer> ports = new AtomicReferenceArray<>(CLOCKS.size());
    private final Queue<String> promised = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger documents = new AtomicInteger();
    private final AtomicInteger askedAgain = new AtomicInteger();
    private volatile boolean isSending = true;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        isSending = false;
        callers.shutdownNow();
        for (int node = 0; node < nodes.length(); node++) {
            if (nodes.get(node) != null) {
                nodes.get(node).destroyForcibly();
            }
        }
    }

    @Test
    void givenThreeNodes_whenKilledPausedAndCutOff_thenAllHappensOnce() throws Exception {
        BridgeStore direct = BridgeStore.postgres();
        try (TcpRelay relay = direct.relay();
                SocketVendor vendor = new SocketVendor(SEED)) {
            BridgeStore store = direct.behind(relay);
            for (int node = 0; node < CLOCKS.size(); node++) {
                begin(node, store, vendor);
            }
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Random own = new Random(random.nextLong());
                calls.add(CompletableFuture.runAsync(() -> send(own), callers));
            }
            for (int round = 0; round < ROUNDS; round++) {
                disturb(store, vendor, relay);
            }
            isSending = false;
            calls.forEach(CompletableFuture::join);
            vendor.calm();
            askForTheRest();
            awaitEnds(vendor);
            count(direct, vendor.books());
        }
    }

    private void begin(int node, BridgeStore store, SocketVendor vendor) throws IOException {
        Process process = BridgeProgram.start(store, vendor.port(), CLOCKS.get(node), folder.resolve("errors"));
        nodes.set(node, process);
        ports.set(node, CallerLine.portOf(process));
    }

    /** One node sleeps, while the other two meet the other faults. */
    private void disturb(BridgeStore store, SocketVendor vendor, TcpRelay relay) throws Exception {
        int paused = random.nextInt(CLOCKS.size());
        int killed = (paused + 1 + random.nextInt(CLOCKS.size() - 1)) % CLOCKS.size();
        List<Callable<Void>> faults =
                new ArrayList<>(List.of(() -> kill(killed, store, vendor), () -> cut(relay), () -> blink(relay)));
        Collections.shuffle(faults, random);
        pass(random.nextInt(300));
        signal("-STOP", nodes.get(paused));
        long woken = System.nanoTime() + PAUSE.toNanos();
        for (Callable<Void> fault : faults) {
            pass(random.nextInt(1_500));
            Void unused = fault.call();
        }
        pass(TimeUnit.NANOSECONDS.toMillis(woken - System.nanoTime()));
        signal("-CONT", nodes.get(paused));
    }

    private Void kill(int node, BridgeStore store, SocketVendor vendor) throws Exception {
        int unused = nodes.get(node).destroyForcibly().waitFor();
        begin(node, store, vendor);
        return null;
    }

    private Void cut(TcpRelay relay) throws InterruptedException {
        relay.cut();
        pass(500 + random.nextInt(2_500));
        relay.mend();
        return null;
    }

    private Void blink(TcpRelay relay) throws InterruptedException {
        for (int times = 0; times < 10; times++) {
            relay.blink();
            pass(random.nextInt(60));
        }
        return null;
    }

    private void send(Random own) {
        while (isSending) {
            String known = unanswered.poll();
            String document = known != null ? known : "d-" + documents.getAndIncrement();
            ask(document, ports.get(own.nextInt(CLOCKS.size())));
            try {
                pass(own.nextInt(BETWEEN_MILLIS));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void ask(String document, int port) {
        int number = Integer.parseInt(document.substring(2));
        try (CallerLine line = new CallerLine(port, PATIENCE_MILLIS)) {
            String answer = line.ask("accept base-" + number % BASES + " " + document + " " + number / 2 + " 10");
            if (answer.equals("ask again")) {
                askedAgain.incrementAndGet();
                unanswered.add(document);
            } else {
                promised.add(document);
            }
        } catch (IOException e) {
            unanswered.add(document);
        }
    }

    private void askForTheRest() throws InterruptedException {
        for (int looks = 0; !unanswered.isEmpty(); looks++) {
            assertThat(looks).as("asked for the rest, seed %d", SEED).isLessThan(LOOKS);
            ask(unanswered.remove(), ports.get(looks % CLOCKS.size()));
            pass(BETWEEN_MILLIS);
        }
    }

    /** Waits until nothing is open but what happened twice. */
    private void awaitEnds(SocketVendor vendor) throws Exception {
        try (CallerLine line = new CallerLine(ports.get(0))) {
            for (int looks = 0; looks < LOOKS; looks++) {
                String open = line.ask("open");
                if (open.equals(Integer.toString(doubled(vendor.books()).size()))) {
                    return;
                }
                pass(100);
            }
        }
    }

    private void count(BridgeStore store, Map<String, Integer> books) {
        JdbcConnectionPool pool = store.pool();
        try {
            Intents intents = Bridge.builder(pool).build().intents();
            Map<String, Intent> told = new HashMap<>();
            for (int base = 0; base < BASES; base++) {
                readFeed(intents, "base-" + base, told);
            }
            List<String> doubled = doubled(books);
            List<String> silent = doubled.stream()
                    .filter(document ->
                            !told.containsKey(document) || told.get(document).state() != IntentState.UNKNOWN)
                    .toList();
            List<String> lost = promised.stream()
                    .filter(document -> !told.containsKey(document) || !books.containsKey(document))
                    .toList();
            List<String> wrong = told.entrySet().stream()
                    .filter(entry -> isWrong(entry.getValue().state(), books.getOrDefault(entry.getKey(), 0)))
                    .map(Map.Entry::getKey)
                    .toList();
            System.out.println("three nodes on PostgreSQL, " + ROUNDS + " rounds, seed " + SEED + ": " + promised.size()
                    + " intents, asked again " + askedAgain + ", lost " + lost.size() + ", doubled and told "
                    + (doubled.size() - silent.size()) + ", doubled in silence " + silent.size() + ", wrong happened "
                    + wrong.size());
            assertThat(lost).as("lost, seed %d", SEED).isEmpty();
            assertThat(silent).as("doubled in silence, seed %d", SEED).isEmpty();
            assertThat(wrong).as("wrong, seed %d", SEED).isEmpty();
            assertThat(told).as("told, seed %d", SEED).hasSameSizeAs(promised);
            assertThat(askedAgain.get())
                    .as("the database was missed, seed %d", SEED)
                    .isPositive();
        } finally {
            pool.dispose();
        }
    }

    /** Whether the journal says other than the vendor's books. */
    private static boolean isWrong(IntentState state, int times) {
        return switch (state) {
            case DONE -> times != 1;
            case UNKNOWN -> times < 2;
            default -> true;
        };
    }

    private static void readFeed(Intents intents, String base, Map<String, Intent> told) {
        long after = 0;
        for (List<Intent> page = intents.events(base, after, 50);
                !page.isEmpty();
                page = intents.events(base, after, 50)) {
            for (Intent intent : page) {
                assertThat(intent.event()).as("in order, seed %d", SEED).isGreaterThan(after);
                assertThat(told.put(intent.key().document(), intent))
                        .as("told once, seed %d", SEED)
                        .isNull();
                after = intent.event();
            }
        }
    }

    private static List<String> doubled(Map<String, Integer> books) {
        return books.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void signal(String name, Process node) throws Exception {
        int status = new ProcessBuilder("kill", name, Long.toString(node.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(status).as("kill %s", name).isZero();
    }

    private static void pass(long millis) throws InterruptedException {
        TimeSource.system().sleep(Duration.ofMillis(Math.max(0, millis)));
    }
}
