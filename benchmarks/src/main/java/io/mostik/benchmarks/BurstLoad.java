package io.mostik.benchmarks;

import io.mostik.core.Async;
import io.mostik.core.http.SdkRuntime;
import io.mostik.remonline.RemOnline;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;

/** P7: 1,000 calls at once, while the server takes 50 ms for each. */
public final class BurstLoad {

    private static final int CALLS = 1_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private BurstLoad() {}

    /** Takes the server's address and the size. */
    public static void main(String[] arguments) {
        boolean virtual = Runtime.version().feature() >= 21;
        int rounds = 3 + 2 * Integer.parseInt(arguments[1]);
        Floor floor = new Floor(arguments[0]);
        ExecutorService threadEach = Executors.newCachedThreadPool(BurstLoad::daemon);
        SdkRuntime runtime = SdkRuntime.builder().connectionsPerHost(CALLS).build();
        RemOnline sdk = Sdk.client(arguments[0], runtime, http -> http.rateLimit(Sdk.NEVER_WAITS));
        Async own = runtime.async();
        Async embedders = Async.on(threadEach);
        wave(floor::getAsync);
        wave(id -> own.call(() -> sdk.orders().get(id)));
        THREADS.resetPeakThreadCount();
        int before = THREADS.getThreadCount();
        wave(id -> own.call(() -> sdk.orders().get(id)));
        int threads = THREADS.getPeakThreadCount() - before + (virtual ? 0 : count("mostik-async"));
        int most = 150;
        Row.of("P7", "1,000 calls at once, threads", Integer.toString(threads), "<= " + most, threads <= most)
                .print();
        measure(rounds, floor, "1,000 calls at once, Async, time a call (ns)", virtual ? 0.95 : 1.0, sdk, own);
        if (!virtual) {
            measure(rounds, floor, "1,000 calls at once, a thread each, time a call (ns)", 0.45, sdk, embedders);
        }
        System.exit(0);
    }

    private static void measure(int rounds, Floor floor, String name, double atMost, RemOnline sdk, Async async) {
        Runnable bare = () -> wave(floor::getAsync);
        Runnable ours = () -> wave(id -> async.call(() -> sdk.orders().get(id)));
        InterleavedRounds.warm(CALLS, bare, ours);
        InterleavedRounds ratios = InterleavedRounds.of(rounds, CALLS, bare, ours);
        ratios.row("P7", name, atMost, Cost::wallNanos).print();
    }

    private static int count(String name) {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }

    private static void wave(LongFunction<CompletableFuture<?>> call) {
        List<CompletableFuture<?>> calls = new ArrayList<>(CALLS);
        for (int i = 0; i < CALLS; i++) {
            calls.add(call.apply(i));
        }
        calls.forEach(CompletableFuture::join);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
