package io.mostik.benchmarks;

import io.mostik.core.http.CallListener;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.SdkRuntime;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All orders of an account at RemOnline's limit of three calls a second, ten or twenty times as fast: at twenty the server allows
 * sixty a second and answers after 5 ms in place of 100. Work that takes long beside a turn of 17 ms takes next to nothing beside one
 * of 340, so the share of the limit at the vendor's pace is this one at least.
 */
public final class FullLoads {

    private static final int A_SECOND = 3;
    private static final int BURST = 3;
    private static final int ORDERS_PER_SIZE = 20_000;
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    /** What the client keeps to by itself. */
    private static final Duration PERIOD = Duration.ofMillis(1_020);

    private FullLoads() {}

    /** Takes the server's address, in front of {@code /v2}, and the size; with 5, a hundred thousand orders. */
    public static void main(String[] arguments) {
        String host = arguments[0].substring(0, arguments[0].indexOf("/v2"));
        int size = Integer.parseInt(arguments[1]);
        int orders = ORDERS_PER_SIZE * size;
        load(host, 20, "warm", 1_000, PAGE, 0);
        load(host, 20, "one", orders / 20, PAGE, 0).print(0);
        load(host, 20, "ahead", orders, PAGE, 2).print(0.95);
        load(host, 10, "large", orders, LARGEST_PAGE, 2).print(0.95);
        System.exit(0);
    }

    private static Load load(String host, int faster, String bucket, int orders, int page, int ahead) {
        Load load = new Load(faster, orders, page, ahead);
        String base = host + "/limit/" + A_SECOND * faster + "/" + BURST + "/" + bucket + "/wait/" + 100 / faster
                + "/full/" + orders + "/v2";
        try (SdkRuntime runtime = SdkRuntime.create();
                RemOnline sdk = Sdk.builder(
                                base,
                                "key",
                                runtime,
                                http -> http.rateLimit(RateLimit.per(A_SECOND, PERIOD.dividedBy(faster)))
                                        .deadline(Duration.ofMinutes(2))
                                        .listener(load))
                        .pageSize(page)
                        .build()) {
            long start = System.nanoTime();
            for (Order unusedOrder : sdk.orders().list(Walk.ALL).prefetch(ahead)) {
                load.read++;
            }
            load.nanos = System.nanoTime() - start;
        }
        if (load.read != orders) {
            throw new IllegalStateException(load.read + " orders of " + orders);
        }
        return load;
    }

    /** What came of it. */
    private static final class Load implements CallListener {

        private final int faster;
        private final int orders;
        private final int page;
        private final int ahead;
        private final AtomicInteger calls = new AtomicInteger();
        private final AtomicInteger refused = new AtomicInteger();
        private int read;
        private long nanos;

        Load(int faster, int orders, int page, int ahead) {
            this.faster = faster;
            this.orders = orders;
            this.page = page;
            this.ahead = ahead;
        }

        @Override
        public void onExchange(CallListener.Exchange exchange) {
            calls.incrementAndGet();
            if (exchange.status().orElse(0) == 429) {
                refused.incrementAndGet();
            }
        }

        void print(double least) {
            double share = Math.round(100.0 * orders / page / (1.0 * A_SECOND * faster * nanos / 1e9)) / 100.0;
            String name = String.format(
                    Locale.ROOT,
                    "%,d orders at the limit, %d a page, prefetch(%d), share of the limit",
                    orders,
                    page,
                    ahead);
            String wanted = least == 0 ? "" : String.format(Locale.ROOT, ">= %.2f, refused 0", least);
            String figures = String.format(
                    Locale.ROOT,
                    "%,d calls, %d refused; at 3 a second %.1f minutes",
                    calls.get(),
                    refused.get(),
                    nanos * faster / 60e9);
            Row.of("", name, String.format(Locale.ROOT, "%.2f", share), wanted, share >= least && refused.get() == 0)
                    .with("", figures)
                    .print();
        }
    }
}
