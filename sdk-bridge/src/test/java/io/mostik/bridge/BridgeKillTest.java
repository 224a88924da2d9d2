package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.intent.Intent;
import io.mostik.bridge.intent.IntentState;
import io.mostik.bridge.intent.Intents;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the bridge while eight callers of four bases send to a bank that loses requests and answers, and counts in the
 * bank's own books. Each restart is three minutes later, so that what was under way is read back.
 * {@code -Dmostik.bridge.kills} says how often, six times by default; {@code -Dmostik.seed} repeats a run.
 */
@Tag("any-jdk")
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class BridgeKillTest {

    private static final int KILLS = Integer.getInteger("mostik.bridge.kills", 6);
    private static final long SEED = Long.getLong("mostik.seed", 20_261_201L);
    private static final int CALLERS = 8;
    private static final int BASES = 4;
    private static final int MOST_LAST_LIVES = 40 + 4 * KILLS;
    private static final int IDLE_LOOKS = 20;
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final Duration FURTHER = Duration.ofMinutes(3);

    private final Random random = new Random(SEED);
    private final TBankSimulator bank = TBankSimulator.startFrozen();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final Queue<Document> promised = new ConcurrentLinkedQueue<>();
    private final Queue<Document> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger documents = new AtomicInteger();
    private Duration ahead = Duration.ZERO;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        callers.shutdownNow();
        bank.close();
    }

    @Test
    void givenH2File_whenKilledWhileBasesSend_thenNothingIsLostOrDoubled() throws Exception {
        killAndCount("H2 file", BridgeStore.h2File(folder));
    }

    @Test
    void givenPostgres_whenKilledWhileBasesSend_thenNothingIsLostOrDoubled() throws Exception {
        killAndCount("PostgreSQL", BridgeStore.postgres());
    }

    private void killAndCount(String name, BridgeStore store) throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            spoil();
            int unused = live(store, true);
        }
        bank.faults().off();
        int lives = 0;
        while (live(store, false) > 0 || !unanswered.isEmpty()) {
            assertThat(lives++).as("lives until nothing is open, seed %d", SEED).isLessThan(MOST_LAST_LIVES);
        }
        JdbcConnectionPool pool = store.pool();
        try {
            count(name, Bridge.builder(pool).build().intents(), lives);
        } finally {
            pool.dispose();
        }
    }

    /** Lets a process live until it is killed, or until nothing is open; returns how many intents are open then. */
    private int live(BridgeStore store, boolean isNew) throws Exception {
        ahead = ahead.plus(FURTHER);
        CountDownLatch answered = new CountDownLatch(1);
        Process process = BridgeProgram.start(store, bank, ahead, folder.resolve("errors"));
        try {
            int port = CallerLine.portOf(process);
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(CompletableFuture.runAsync(() -> send(port, isNew, answered), callers));
            }
            int open = 0;
            if (isNew) {
                boolean unusedAnswer = answered.await(10, TimeUnit.SECONDS);
                boolean unused = process.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
            } else {
                open = awaitEnds(process, port);
            }
            process.toHandle().destroyForcibly();
            calls.forEach(CompletableFuture::join);
            return open;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** What is left when nothing has ended for a while needs the time of the next life. */
    private static int awaitEnds(Process process, int port) throws Exception {
        int open = open(port);
        for (int idle = 0; open > 0 && idle < IDLE_LOOKS; idle++) {
            boolean unused = process.waitFor(100, TimeUnit.MILLISECONDS);
            int before = open;
            open = open(port);
            idle = open == before ? idle : 0;
        }
        return open;
    }

    private void spoil() {
        bank.faults().off();
        switch (random.nextInt(4)) {
            case 0 -> bank.faults().actThenDrop().times(1 + random.nextInt(5)).on("POST", SPEND);
            case 1 ->
                bank.faults().dropBeforeActing().times(1 + random.nextInt(5)).on("POST", SPEND);
            default ->
                bank.faults()
                        .delay(Duration.ofMillis(random.nextInt(60)))
                        .times(1_000)
                        .on("POST", SPEND);
        }
    }

    /** Asks for what was not answered, then for new ones, until the bridge is dead. */
    private void send(int port, boolean isNew, CountDownLatch answered) {
        Document document = next(isNew);
        try (CallerLine line = new CallerLine(port)) {
            while (document != null) {
                String answer = line.ask("accept " + document.base() + " " + document.id() + " " + document.card() + " "
                        + document.sum());
                answered.countDown();
                (answer.equals("ask again") ? unanswered : promised).add(document);
                document = next(isNew);
            }
        } catch (IOException e) {
            Optional.ofNullable(document).ifPresent(unanswered::add);
        }
    }

    /** Two documents for each card, so that one waits for the other. */
    private Document next(boolean isNew) {
        Document known = unanswered.poll();
        if (known != null || !isNew) {
            return known;
        }
        int number = documents.getAndIncrement();
        long card = bank.addPlastic(TBankSimulator.ACCOUNT, "COURIER " + number);
        Document first = new Document("base-" + number % BASES, "d-" + number, card, "100." + (10 + number % 80));
        unanswered.add(new Document(first.base(), first.id() + "-more", card, "200." + (10 + number % 80)));
        return first;
    }

    private static int open(int port) throws IOException {
        try (CallerLine line = new CallerLine(port)) {
            return Integer.parseInt(line.ask("open"));
        }
    }

    private void count(String name, Intents intents, int lives) {
        Map<String, Integer> books = books();
        Map<String, Intent> told = new HashMap<>();
        for (int base = 0; base < BASES; base++) {
            readFeed(intents, "base-" + base, told);
        }
        int doubled = (int) books.values().stream().filter(times -> times > 1).count();
        List<Document> lost = promised.stream()
                .filter(document -> !told.containsKey(document.id()))
                .toList();
        Map<Long, BigDecimal> wanted = new HashMap<>();
        promised.stream().filter(document -> told.containsKey(document.id())).forEach(document -> {
            boolean isDone = told.get(document.id()).state() == IntentState.DONE;
            wanted.merge(document.card(), isDone ? new BigDecimal(document.sum()) : BigDecimal.ZERO, BigDecimal::add);
        });
        List<Long> wrong = wanted.entrySet().stream()
                .filter(entry -> bank.grantedTotal(entry.getKey()).compareTo(entry.getValue()) != 0)
                .map(Map.Entry::getKey)
                .toList();
        long done = told.values().stream()
                .filter(intent -> intent.state() == IntentState.DONE)
                .count();
        System.out.println("bridge on " + name + " killed " + KILLS + " times with seed " + SEED + ": " + told.size()
                + " intents, " + done + " done, lost " + lost.size() + ", doubled " + doubled + ", wrong happened "
                + wrong.size() + ", last lives " + lives);
        assertThat(lost).as("lost, seed %d", SEED).isEmpty();
        assertThat(doubled).as("doubled, seed %d", SEED).isZero();
        assertThat(wrong).as("wrong, seed %d", SEED).isEmpty();
        assertThat(done).as("done, seed %d", SEED).isPositive();
        assertThat(told).as("seed %d", SEED).hasSameSizeAs(promised);
    }

    /** Reads a feed page by page as a base would; each intent has ended, and is told once in the end. */
    private static void readFeed(Intents intents, String base, Map<String, Intent> told) {
        long after = 0;
        List<Intent> page;
        do {
            page = intents.events(base, after, 50);
            for (Intent intent : page) {
                assertThat(intent.event()).as("in order, seed %d", SEED).isGreaterThan(after);
                assertThat(intent.state().isEnd()).as("ended, seed %d", SEED).isTrue();
                assertThat(told.put(intent.key().document(), intent)).isNull();
                after = intent.event();
            }
        } while (!page.isEmpty());
    }

    /** Returns how often the bank set each limit of each card. */
    private Map<String, Integer> books() {
        Map<String, Integer> books = new HashMap<>();
        for (RecordedRequest request : bank.journal().acted()) {
            Optional<Map<String, String>> path = request.match(SPEND);
            if (path.isPresent()) {
                books.merge(
                        path.get().get("ucid") + " "
                                + request.json().path("limitValue").decimalValue(),
                        1,
                        Integer::sum);
            }
        }
        return books;
    }

    /** What a base asks for. */
    private record Document(String base, String id, long card, String sum) {}
}
