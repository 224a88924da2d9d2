package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the journal costs beside db-scheduler alone, in the same run on the same machine: accepting beside scheduling, and
 * carrying out beside an empty task. {@code -Dmostik.bridge.ratio=3000 -Dmostik.bridge.rounds=5} measures; the build only sees
 * that it runs.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class SchedulerRatioTest {

    private static final int MANY = Integer.getInteger("mostik.bridge.ratio", 200);
    private static final int ROUNDS = Integer.getInteger("mostik.bridge.rounds", 1);
    private static final int CALLERS = 8;
    private static final int THREADS = 10;
    private static final int BASES = Math.max(8, MANY / 500);

    @TempDir
    Path folder;

    @Test
    void givenH2File_whenMeasured_thenTellsTheRatios() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Path alone = folder.resolve("alone" + round);
            Path journal = folder.resolve("journal" + round);
            measure("H2 file", BridgeStore.h2File(alone).writingEachCommit(), BridgeStore.h2File(journal));
        }
    }

    @Test
    void givenPostgres_whenMeasured_thenTellsTheRatios() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            measure("PostgreSQL", BridgeStore.postgres(), BridgeStore.postgres());
        }
    }

    private static void measure(String name, BridgeStore alone, BridgeStore journal) throws Exception {
        JdbcConnectionPool alonePool = alone.pool();
        JdbcConnectionPool journalPool = journal.pool();
        try {
            Bridge unusedTables = Bridge.builder(alonePool).build();
            CountDownLatch done = new CountDownLatch(MANY);
            Bridge bridge = Bridge.builder(journalPool)
                    .threads(THREADS)
                    .actions(context -> List.of(TestAction.of(call -> {
                        done.countDown();
                        return ActionResult.done("done");
                    })))
                    .build();
            OneTimeTask<Void> task = Tasks.oneTime("empty").execute((instance, context) -> {});
            SchedulerClient client = SchedulerClient.Builder.create(alonePool, task)
                    .enablePriority()
                    .build();

            double scheduled =
                    rate(i -> assertThat(client.scheduleIfNotExists(task.instance("task-" + i), Instant.now()))
                            .isTrue());
            double accepted = rate(i -> accept(bridge, i));
            double empty = executed(alonePool, alone.url().startsWith("jdbc:postgresql:"));
            long begin = System.nanoTime();
            bridge.start();
            assertThat(done.await(10, TimeUnit.MINUTES)).isTrue();
            double carried = MANY / seconds(begin);
            bridge.close();

            System.out.printf(
                    Locale.ROOT,
                    "%s: schedule %.0f/s, accept %.0f/s (%.2f); empty task %.0f/s, carried out %.0f/s (%.2f)%n",
                    name,
                    scheduled,
                    accepted,
                    accepted / scheduled,
                    empty,
                    carried,
                    carried / empty);
        } finally {
            alonePool.dispose();
            journalPool.dispose();
        }
    }

    private static void accept(Bridge bridge, int number) {
        assertThat(bridge.intents()
                        .accept(IntentRequest.of(
                                IntentKey.of("base-" + number % BASES, "test.act", "d-" + number),
                                "",
                                Fields.of("sum", "1450.50").with("order", "order " + number)))
                        .earlier())
                .isFalse();
    }

    private static double rate(IntConsumer act) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            AtomicInteger next = new AtomicInteger();
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                calls.add(() -> {
                    for (int number = next.getAndIncrement(); number < MANY; number = next.getAndIncrement()) {
                        act.accept(number);
                    }
                    return null;
                });
            }
            long begin = System.nanoTime();
            for (Future<Void> call : callers.invokeAll(calls)) {
                call.get();
            }
            return MANY / seconds(begin);
        } finally {
            callers.shutdownNow();
        }
    }

    private static double executed(DataSource dataSource, boolean isPostgres) throws Exception {
        CountDownLatch done = new CountDownLatch(MANY);
        OneTimeTask<Void> task = Tasks.oneTime("empty").execute((instance, context) -> done.countDown());
        SchedulerBuilder builder = Scheduler.create(dataSource, task)
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(Duration.ofSeconds(5))
                .missedHeartbeatsLimit(4)
                .enablePriority();
        Scheduler scheduler =
                (isPostgres ? builder.pollUsingLockAndFetch(1.0, 2.0) : builder.pollUsingFetch(1.0, 2.0)).build();
        long begin = System.nanoTime();
        scheduler.start();
        assertThat(done.await(10, TimeUnit.MINUTES)).isTrue();
        double rate = MANY / seconds(begin);
        scheduler.stop();
        return rate;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
