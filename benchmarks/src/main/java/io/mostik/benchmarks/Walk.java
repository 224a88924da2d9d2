package io.mostik.benchmarks;

import io.mostik.core.Paged;
import io.mostik.core.http.SdkRuntime;
import io.mostik.remonline.RemOnline;
import io.mostik.remonline.orders.Order;
import io.mostik.remonline.orders.OrderQuery;

/** P5: all orders, page by page, with 20 ms of work on each page. The server takes 20 ms for a page too. */
public final class Walk {

    static final OrderQuery ALL = OrderQuery.builder().build();

    private static final int WORK_MILLIS = 20;

    private Walk() {}

    /** Takes the server's address and the size; walks so many thousands of orders, ten at most. */
    public static void main(String[] arguments) {
        String base = arguments[0];
        int pages = Math.min(Bodies.ORDERS, 2_000 * Integer.parseInt(arguments[1])) / Bodies.PAGE;
        int rounds = Integer.parseInt(arguments[1]) > 1 ? 2 : 1;
        Floor floor = new Floor(base);
        try (SdkRuntime runtime = SdkRuntime.create();
                RemOnline sdk = Sdk.client(base, runtime, http -> http.rateLimit(Sdk.NEVER_WAITS))) {
            sequential(floor, 5);
            ahead(sdk, 0, 5);
            ahead(sdk, 2, 5);
            String name = pages * Bodies.PAGE + " orders, ";
            for (int ahead = 0; ahead <= 2; ahead++) {
                int deep = ahead;
                InterleavedRounds ratios = InterleavedRounds.of(
                        rounds, pages, () -> sequential(floor, pages), () -> ahead(sdk, deep, pages));
                String measure = name + "prefetch(" + deep + "), time a page (ns)";
                ratios.row(deep == 2 ? "P5" : "", measure, deep == 2 ? 0.50 : 1.05, Cost::wallNanos)
                        .print();
            }
        }
        System.exit(0);
    }

    private static void sequential(Floor floor, int pages) {
        for (int page = 1; page <= pages; page++) {
            floor.page(page);
            work();
        }
    }

    private static void ahead(RemOnline sdk, int ahead, int pages) {
        Paged<Order> orders = sdk.orders().list(ALL).prefetch(ahead);
        int walked = 0;
        for (var unusedPage : orders.pages()) {
            work();
            if (++walked == pages) {
                return;
            }
        }
    }

    private static void work() {
        try {
            Thread.sleep(WORK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
