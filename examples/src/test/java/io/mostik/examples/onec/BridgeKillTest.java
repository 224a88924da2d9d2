package io.mostik.examples.onec;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.json.Json;
import io.mostik.testing.RecordedRequest;
import io.mostik.testing.onec.OnecBaseSimulator;
import io.mostik.testing.tbank.TBankSimulator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills the bridge at random moments while 1C asks, and counts at the bank. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class BridgeKillTest {

    private static final int KILLS = Integer.getInteger("mostik.onec.kills", 10);
    private static final long SEED = Long.getLong("mostik.seed", 20261121L);
    private static final int CALLERS = 4;
    private static final String SPEND = "/api/v1/card/{ucid}/spend-limit";
    private static final Duration FURTHER = Duration.ofMinutes(3);

    private final Random random = new Random(SEED);
    private final TBankSimulator bank = TBankSimulator.startFrozen();
    private final OnecBaseSimulator base = OnecBaseSimulator.start();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final List<CardLife> all = new ArrayList<>();
    private final Queue<CardLife> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger killedUnderWay = new AtomicInteger();
    private Duration ahead = Duration.ZERO;
    private int untold;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        callers.shutdownNow();
        base.close();
        bank.close();
    }

    @Test
    void givenRandomKills_whenAskedAgain_thenNothingIsLostOrDoubled() throws Exception {
        for (int kill = 1; kill <= KILLS; kill++) {
            liveAndDie();
        }
        Process last = start();
        OnecCaller caller = new OnecCaller(BridgeProcess.address(last).orElseThrow());
        try {
            awaitEnds(caller, last);
            finish(caller, last);
            awaitEnds(caller, last);

            checkBank();
            repeatEverything(caller);
            checkBank();
        } finally {
            last.destroyForcibly().waitFor();
        }
        report();
    }

    @Test
    void givenRunningBridge_whenAnotherStartsOnFolder_thenItGivesUp() throws Exception {
        Process first = start();
        BridgeProcess.address(first).orElseThrow();

        Process second = start();

        try {
            assertThat(BridgeProcess.address(second)).isEmpty();
            assertThat(first.isAlive()).isTrue();
        } finally {
            first.destroyForcibly().waitFor();
            second.destroyForcibly().waitFor();
        }
    }

    private void liveAndDie() throws Exception {
        bank.faults().off();
        spoil();
        Process bridge = start();
        try {
            if (random.nextInt(8) == 0) {
                bridge.waitFor(random.nextInt(1_000), TimeUnit.MILLISECONDS);
                return;
            }
            URI address = BridgeProcess.address(bridge).orElseThrow();
            List<CompletableFuture<Void>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(CompletableFuture.runAsync(() -> ask(new OnecCaller(address)), callers));
            }
            bridge.waitFor(random.nextInt(1_200), TimeUnit.MILLISECONDS);
            bridge.toHandle().destroyForcibly();
            calls.forEach(CompletableFuture::join);
        } finally {
            bridge.destroyForcibly().waitFor();
            waiting.forEach(life -> life.spend(bank));
            countUntold();
        }
    }

    /** Widens the moment between the bank's act and its answer, and loses some answers. */
    private void spoil() {
        switch (random.nextInt(5)) {
            case 0 -> bank.faults().actThenDrop().on("POST", SPEND);
            case 1 -> bank.faults().dropBeforeActing().on("POST", SPEND);
            default ->
                bank.faults()
                        .delay(Duration.ofMillis(random.nextInt(60)))
                        .times(1_000)
                        .on("POST", SPEND);
        }
        bank.faults().delay(Duration.ofMillis(random.nextInt(60))).times(1_000).on("POST", "/api/v1/card/{ucid}/block");
    }

    private Process start() throws IOException {
        ahead = ahead.plus(FURTHER);
        return BridgeProcess.start(bank, base, folder, ahead);
    }

    /** Goes on with the cards that wait, then with new ones, until the bridge is dead. */
    private void ask(OnecCaller caller) {
        List<CardLife> later = new ArrayList<>();
        Optional<CardLife> life = Optional.empty();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                life = Optional.of(Optional.ofNullable(waiting.poll()).orElseGet(this::newLife));
                if (!life.get().goOn(caller, bank, base)) {
                    later.add(life.get());
                }
            }
        } catch (IOException e) {
            killedUnderWay.incrementAndGet();
            life.ifPresent(later::add);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.addAll(later);
        }
    }

    private CardLife newLife() {
        synchronized (all) {
            int number = all.size();
            CardLife life = new CardLife(bank.addPlastic(TBankSimulator.ACCOUNT, "COURIER " + number), number);
            all.add(life);
            return life;
        }
    }

    /**
     * Nobody asks again: what was promised, or stands in the base, has to end by itself, and to be told to who polls.
     */
    private void awaitEnds(OnecCaller caller, Process bridge) throws Exception {
        Set<String> promised = new HashSet<>();
        all.forEach(life -> promised.addAll(life.promised()));
        long after = 0;
        while (!promised.isEmpty()) {
            OnecCaller.Answer page = caller.get("/events?after=" + after);
            page.json().get("events").elements().forEach(event -> promised.remove(text(event, "document")));
            after = Long.parseLong(page.text("next"));
            bridge.waitFor(20, TimeUnit.MILLISECONDS);
        }
    }

    /** 1C asks again for what it got no answer to. */
    private void finish(OnecCaller caller, Process bridge) throws Exception {
        for (CardLife life : all) {
            while (!life.goOn(caller, bank, base)) {
                bridge.waitFor(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void repeatEverything(OnecCaller caller) throws Exception {
        for (CardLife life : all) {
            for (CardLife.Document document : life.documents()) {
                assertThat(document.send(caller)).as("seed %d", SEED).isTrue();
                assertThat(document.end).as("seed %d", SEED).startsWith("200 done");
            }
        }
    }

    /** Returns how often the bank acted on each grant. */
    private Map<String, Integer> grants() {
        Map<String, Integer> grants = new HashMap<>();
        for (RecordedRequest request : bank.journal().acted()) {
            Optional<Map<String, String>> path = request.match(SPEND);
            BigDecimal limit = request.json().path("limitValue").decimalValue();
            if (path.isPresent() && limit.signum() > 0) {
                grants.merge(path.get().get("ucid") + " " + limit, 1, Integer::sum);
            }
        }
        return grants;
    }

    private void checkBank() {
        Map<String, Integer> grants = grants();
        assertThat(grants.values()).as("seed %d", SEED).allMatch(times -> times == 1);
        assertThat(grants).as("seed %d", SEED).hasSize(2 * all.size());
        for (CardLife life : all) {
            assertThat(bank.timesBlocked(life.card())).as("seed %d", SEED).isEqualTo(1);
            BigDecimal granted = life.documents().stream()
                    .map(document ->
                            new BigDecimal(String.valueOf(document.fields.getOrDefault("sum", BigDecimal.ZERO))))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(bank.grantedTotal(life.card())).as("seed %d", SEED).isEqualByComparingTo(granted);
        }
    }

    /** Counts what makes the test worth its time: the bank had acted, and nobody was told. */
    private void countUntold() {
        Map<String, Integer> grants = grants();
        untold += (int) waiting.stream()
                .flatMap(life -> life.current().stream())
                .filter(document -> document.end.isEmpty() && grants.containsKey(document.grant()))
                .count();
    }

    private void report() {
        System.out.println("bridge killed " + KILLS + " times with seed " + SEED + ": " + 5 * all.size() + " intents, "
                + killedUnderWay + " requests cut off, "
                + untold + " grants done at the bank and not yet told to 1C");
    }

    private static String text(Json json, String key) {
        return json.get(key).text().orElse("");
    }
}
