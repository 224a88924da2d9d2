package io.mostik.benchmarks;

import io.mostik.core.http.RateLimit;
import io.mostik.core.http.SdkRuntime;
import io.mostik.remonline.RemOnline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;

/** Fifty tenants on one runtime at a vendor that takes 5 ms: whether each has its share of threads and connections. */
public final class Tenants {

    private static final int TENANTS = 50;
    private static final int QUEUED = 500;
    private static final int FEW = 4;
    private static final RateLimit SLOW = RateLimit.perSecond(2);

    private final String base;
    private final SdkRuntime runtime = SdkRuntime.create();

    private Tenants(String base) {
        this.base = base;
    }

    /** Takes the server's address and the size. */
    public static void main(String[] arguments) {
        Tenants tenants = new Tenants(arguments[0]);
        tenants.window(1 + Integer.parseInt(arguments[1]));
        tenants.behindGreedy();
        System.exit(0);
    }

    /** All call as often as they can; counted is how many calls each has done within a window. */
    private void window(int seconds) {
        List<RemOnline> clients = clients();
        long[] done = new long[TENANTS];
        each(i -> clients.get(i).orders().get(1));
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        each(i -> {
            while (System.nanoTime() < end) {
                long unusedId = clients.get(i).orders().get(1).id();
                done[i]++;
            }
        });
        Arrays.sort(done);
        double share = Math.round(100.0 * done[0] / done[TENANTS / 2]) / 100.0;
        Row.of(
                        "",
                        TENANTS + " tenants on one runtime, fewest calls ÷ median",
                        String.format(Locale.ROOT, "%.2f", share),
                        ">= 0.80",
                        share >= 0.8)
                .with(
                        "",
                        String.format(
                                Locale.ROOT,
                                "%d s, %,d / %,d / %,d calls",
                                seconds,
                                done[0],
                                done[TENANTS / 2],
                                done[TENANTS - 1]))
                .print();
    }

    /** One has given hundreds of calls to the threads of the runtime, at two a second; the others want a few. */
    private void behindGreedy() {
        List<RemOnline> clients = clients();
        Latencies latencies = new Latencies();
        RemOnline greedy = Sdk.builder(
                        base, "greedy", runtime, http -> http.rateLimit(SLOW).deadline(Duration.ofMinutes(10)))
                .build();
        for (int i = 0; i < QUEUED; i++) {
            var unusedCall = runtime.async().call(() -> greedy.orders().get(1));
        }
        each(i -> {
            for (int call = 0; call < FEW; call++) {
                latencies.time(() -> runtime.async()
                        .call(() -> clients.get(i).orders().get(1))
                        .join());
            }
        });
        double slowest = latencies.millis(100);
        Row.of(
                        "",
                        TENANTS + " tenants beside one with " + QUEUED + " slow calls in the queue, slowest call",
                        String.format(Locale.ROOT, "%.0f ms", slowest),
                        "<= 2000 ms",
                        slowest <= 2_000)
                .with("", latencies.text())
                .print();
    }

    private List<RemOnline> clients() {
        List<RemOnline> clients = new ArrayList<>();
        for (int i = 0; i < TENANTS; i++) {
            clients.add(Sdk.builder(base, "tenant-" + i, runtime, http -> http.rateLimit(Sdk.NEVER_WAITS))
                    .build());
        }
        return clients;
    }

    private static void each(IntConsumer tenant) {
        CountDownLatch done = new CountDownLatch(TENANTS);
        for (int i = 0; i < TENANTS; i++) {
            int index = i;
            new Thread(() -> {
                        try {
                            tenant.accept(index);
                        } finally {
                            done.countDown();
                        }
                    })
                    .start();
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
