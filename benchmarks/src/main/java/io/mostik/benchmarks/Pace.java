package io.mostik.benchmarks;

import io.mostik.core.SdkException;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.SdkRuntime;
import io.mostik.remonline.RemOnline;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** P8: sixteen workers against a server that allows so many calls a second. */
public final class Pace {

    private static final int WORKERS = 16;

    /** The server takes 20 at once. Calls arrive closer together than they left, so half of that is asked for. */
    private static final int BURST = 10;

    private Pace() {}

    /** Takes the server's address, in front of {@code /v2}, and the size. */
    public static void main(String[] arguments) throws InterruptedException {
        String host = arguments[0].substring(0, arguments[0].indexOf("/v2"));
        int calls = Math.min(2_000, 1_000 * Integer.parseInt(arguments[1]));
        Sdk.client(host + "/v2").orders().get(1);
        Run kept = run(host + "/limit/200/20/kept/v2", RateLimit.perSecond(200).withBurst(BURST), calls, 200);
        kept.print("200 a second, limit as documented", 0.98, 0.0);
        Row.of("P8", "  slowest call", kept.slowest + " ms", "<= 150 ms", kept.slowest <= 150)
                .print();
        RateLimit tooHigh = RateLimit.perSecond(400).withBurst(BURST);
        run(host + "/limit/200/20/learned/v2", tooHigh, calls, 200)
                .print("200 a second, documented as 400", 0.90, 0.02);
        int few = Math.max(20, calls / 50);
        RateLimit three = RateLimit.per(3, Duration.ofMillis(1_020));
        run(host + "/limit/3/3/three/v2", three, few, 3).print("3 a second, as RemOnline's limit is kept", 0.97, 0.0);
        System.exit(0);
    }

    private static Run run(String base, RateLimit limit, int calls, int allowed) throws InterruptedException {
        Run run = new Run(calls, allowed);
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try (SdkRuntime runtime = SdkRuntime.create();
                RemOnline sdk = Sdk.client(
                        base,
                        runtime,
                        http -> http.rateLimit(limit)
                                .deadline(Duration.ofMinutes(5))
                                .listener(run))) {
            long start = System.nanoTime();
            AtomicInteger left = new AtomicInteger(calls);
            for (int i = 0; i < WORKERS; i++) {
                workers.execute(() -> run.work(sdk, left));
            }
            workers.shutdown();
            workers.awaitTermination(10, TimeUnit.MINUTES);
            run.nanos = System.nanoTime() - start;
        }
        return run;
    }

    /** What came of it. */
    private static final class Run implements CallListener {

        private final int calls;
        private final int allowed;
        private final AtomicInteger refused = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicLong longest = new AtomicLong();
        private long nanos;
        private long slowest;

        Run(int calls, int allowed) {
            this.calls = calls;
            this.allowed = allowed;
        }

        void work(RemOnline sdk, AtomicInteger left) {
            for (int id = left.getAndDecrement(); id > 0; id = left.getAndDecrement()) {
                long start = System.nanoTime();
                try {
                    sdk.orders().get(id);
                } catch (SdkException e) {
                    failed.incrementAndGet();
                }
                longest.accumulateAndGet(System.nanoTime() - start, Math::max);
            }
        }

        @Override
        public void onExchange(CallListener.Exchange exchange) {
            if (exchange.status().orElse(0) == 429) {
                refused.incrementAndGet();
            }
        }

        void print(String name, double share, double mostRefused) {
            slowest = Duration.ofNanos(longest.get()).toMillis();
            double used = Math.round(100.0 * (calls - failed.get()) / (allowed * nanos / 1e9)) / 100.0;
            double part = (double) refused.get() / (calls + refused.get());
            String wanted = String.format(Locale.ROOT, ">= %.2f, refused <= %.0f %%", share, 100 * mostRefused);
            String value = String.format(Locale.ROOT, "%.2f, refused %.1f %%", used, 100 * part);
            Row.of("P8", name + ", share used", value, wanted, used >= share && part <= mostRefused)
                    .with("", calls + " calls, " + refused + " refused, " + failed + " failed")
                    .print();
        }
    }
}
