package io.mostik.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.action.ActionResult;
import io.mostik.bridge.intent.IntentKey;
import io.mostik.bridge.intent.IntentRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs that H2 brings each commit to the disk: eight callers who accept, and then the bridge that carries out.
 * {@code -Dmostik.bridge.durability=3000} measures; the build only sees that it runs.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class DurabilityRateTest {

    private static final int MANY = Integer.getInteger("mostik.bridge.durability", 100);
    private static final int CALLERS = 8;
    private static final int BASES = 8;

    @TempDir
    Path folder;

    @Test
    void givenH2File_whenMeasured_thenTellsWhatPowerCosts() throws Exception {
        measure("process", false);
        measure("power", true);
    }

    private void measure(String name, boolean isPowerSafe) throws Exception {
        String address = isPowerSafe ? H2Files.address(folder.resolve(name)) : "jdbc:h2:file:" + folder.resolve(name);
        JdbcConnectionPool pool =
                JdbcConnectionPool.create(address + ";MODE=PostgreSQL;DB_CLOSE_ON_EXIT=FALSE", "", "");
        try {
            CountDownLatch done = new CountDownLatch(MANY);
            Bridge bridge = Bridge.builder(pool)
                    .powerSafe(isPowerSafe)
                    .actions(context -> List.of(TestAction.of(call -> {
                        done.countDown();
                        return ActionResult.done("done");
                    })))
                    .build();
            long begin = System.nanoTime();
            long[] nanos = accepted(bridge);
            double accepted = MANY / seconds(begin);
            begin = System.nanoTime();
            bridge.start();
            assertThat(done.await(10, TimeUnit.MINUTES)).isTrue();
            double carried = MANY / seconds(begin);
            bridge.close();
            System.out.printf(
                    Locale.ROOT,
                    "H2 file, durability %s, %d callers: accept %.0f/s, p50 %.1f ms, p99 %.1f ms; carried out %.0f/s%n",
                    name,
                    CALLERS,
                    accepted,
                    nanos[MANY / 2] / 1e6,
                    nanos[MANY * 99 / 100] / 1e6,
                    carried);
        } finally {
            pool.dispose();
        }
    }

    private static long[] accepted(Bridge bridge) throws Exception {
        long[] nanos = new long[MANY];
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> calls = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            calls.add(() -> {
                for (int number = next.getAndIncrement(); number < MANY; number = next.getAndIncrement()) {
                    long begin = System.nanoTime();
                    assertThat(bridge.intents().accept(request(number)).earlier())
                            .isFalse();
                    nanos[number] = System.nanoTime() - begin;
                }
                return null;
            });
        }
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            for (Future<Void> call : callers.invokeAll(calls)) {
                call.get();
            }
        } finally {
            callers.shutdownNow();
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static IntentRequest request(int number) {
        return IntentRequest.of(
                IntentKey.of("base-" + number % BASES, "test.act", "d-" + number),
                "",
                Fields.of("sum", "1450.50").with("order", "order " + number));
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }
}
