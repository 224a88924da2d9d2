package io.mostik.benchmarks;

import io.mostik.bridge.trigger.HookRoutes;
import io.mostik.bridge.trigger.Hooks;
import io.mostik.core.JdbcStateStore;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Inbox;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.HttpServerLimits;
import io.mostik.core.webhook.WebhookEndpoint;
import io.mostik.core.webhook.WebhookReceiver;
import io.mostik.remonline.webhooks.RemOnlineEvent;
import io.mostik.remonline.webhooks.RemOnlineWebhooks;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Webhooks: proof, inbox and the answer 200, next to a handler of the same server that reads the body and answers. The
 * sender works in the same process, and what it costs is in both.
 */
public final class HookLoad {

    private static final int RATE = 200;
    private static final int TIMES = 10;
    private static final int POOL = 8;
    private static final int SLOW_HANDLERS = 4;
    private static final Duration SLOW = Duration.ofMillis(20);

    private final Database database;
    private final Once once;
    private final int size;
    private volatile boolean isOver;
    private Queue<byte[]> next = HookRequests.make(0);

    private HookLoad(Database database, ConnectionPool pool, int size) {
        this.database = database;
        this.once = Once.over(JdbcStateStore.create(pool.source()));
        this.size = size;
    }

    /** Takes the size. */
    public static void main(String[] arguments) throws Exception {
        HttpServerLimits.addTo(System.getProperties());
        int size = Integer.parseInt(arguments[arguments.length - 1]);
        Path folder = Files.createTempDirectory("mostik-hooks");
        try {
            measure(Database.h2(folder.resolve("state")), size, true);
        } finally {
            Heap.delete(folder);
        }
        for (Database other : Database.others()) {
            measure(other, size, false);
        }
        System.exit(0);
    }

    private static void measure(Database database, int size, boolean allAdapters) throws SQLException {
        try (ConnectionPool pool = new ConnectionPool(database, POOL)) {
            HookLoad load = new HookLoad(database, pool, size);
            load.fastest("JDK server", HookPlace.bareJdk(), HookPlace.jdk(load.endpoint()));
            if (allAdapters) {
                load.fastest("servlet", HookPlace.bareServlet(), HookPlace.servlet(load.endpoint()));
                load.fastest("address of the bridge", HookPlace.bareJdk(), HookPlace.jdk(load.bridge()));
            }
            load.steady();
            load.tenTimes();
        } catch (RuntimeException e) {
            Row.of("", database + ": webhooks", "failed: " + e.getMessage(), "no failure", false)
                    .print();
        }
    }

    private void fastest(String adapter, HookPlace bare, HookPlace place) {
        int count = 200 + 60 * size;
        try (bare;
                place) {
            HookSender floor = new HookSender(bare.port());
            HookSender warm = new HookSender(place.port());
            HookSender sdk = new HookSender(place.port());
            Runnable before = () -> next = HookRequests.make(count);
            InterleavedRounds.of(3, count, () -> floor.send(next), () -> warm.send(next), before);
            InterleavedRounds rounds =
                    InterleavedRounds.of(2 + size, count, () -> floor.send(next), () -> sdk.send(next), before);
            String name = database + ", " + adapter + ": ";
            rounds.row("", name + "time a webhook (ns) ÷ handler that only answers", 0, Cost::wallNanos)
                    .withoutTarget()
                    .print();
            String each = String.format(Locale.ROOT, "%,.0f", 1e9 / rounds.median(Cost::wallNanos));
            Row.of("", name + "webhooks a second, as fast as 8 connections can", each, "", true)
                    .with(
                            "",
                            sdk.latencies().text() + "; bare "
                                    + floor.latencies().text())
                    .print();
            requireAll(sdk);
        }
    }

    /** At the rate that the bridge is made for. */
    private void steady() {
        double most = database.name().equals("PostgreSQL") ? 30 : 50;
        try (HookPlace place = HookPlace.jdk(endpoint())) {
            HookSender sender = new HookSender(place.port());
            sender.send(HookRequests.make(RATE * (1 + size)), RATE);
            double p99 = sender.latencies().millis(99);
            String wanted = String.format(Locale.ROOT, "<= %.0f ms", most);
            Row.of(
                            "",
                            database + ": " + RATE + " webhooks a second, p99",
                            String.format(Locale.ROOT, "%.1f ms", p99),
                            wanted,
                            p99 <= most)
                    .with("", sender.latencies().text())
                    .print();
            requireAll(sender);
        }
    }

    /** Ten times that rate, while handlers take longer than there is time: what waits must wait in the store. */
    private void tenTimes() {
        int count = RATE * TIMES * (1 + size);
        ThreadPoolExecutor handlers = (ThreadPoolExecutor) Executors.newFixedThreadPool(SLOW_HANDLERS);
        WebhookReceiver<RemOnlineEvent> receiver = receiver();
        Inbox<RemOnlineEvent> inbox = inbox(receiver);
        try (HookPlace place = HookPlace.jdk(receiver.endpoint(inbox))) {
            long before = usedMegabytes();
            Queue<byte[]> requests = HookRequests.make(count);
            inbox.start(handlers);
            HookSender sender = new HookSender(place.port());
            long start = System.nanoTime();
            sender.send(requests, RATE * TIMES);
            double seconds = (System.nanoTime() - start) / 1e9;
            requests.clear();
            long grown = usedMegabytes() - before;
            Row.of(
                            "",
                            database + ": ten times as many, slow handlers, memory kept",
                            grown + " MB",
                            "<= 16 MB",
                            grown <= 16 && sender.refused() == 0)
                    .with(
                            "",
                            String.format(
                                    Locale.ROOT,
                                    "%,d sent, %,.0f a second answered, %d refused; %d threads",
                                    count,
                                    sender.accepted() / seconds,
                                    sender.refused(),
                                    ManagementFactory.getThreadMXBean().getThreadCount()))
                    .print();
        } finally {
            inbox.close();
            end(handlers);
        }
    }

    /** Without an interrupt, which closes the files of H2. */
    private void end(ThreadPoolExecutor handlers) {
        isOver = true;
        handlers.getQueue().clear();
        handlers.shutdown();
        try {
            boolean unusedEnded = handlers.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long usedMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000;
    }

    private static void requireAll(HookSender sender) {
        if (sender.refused() > 0) {
            throw new IllegalStateException(sender.refused() + " webhooks were refused");
        }
    }

    private WebhookEndpoint endpoint() {
        WebhookReceiver<RemOnlineEvent> receiver = receiver();
        return receiver.endpoint(inbox(receiver));
    }

    private static WebhookReceiver<RemOnlineEvent> receiver() {
        return RemOnlineWebhooks.builder()
                .secret(HookRequests.SECRET)
                .name("bench-" + UUID.randomUUID().toString().substring(0, 8))
                .build();
    }

    private Inbox<RemOnlineEvent> inbox(WebhookReceiver<RemOnlineEvent> receiver) {
        return receiver.inbox(once).open(event -> handle());
    }

    private void handle() {
        if (isOver) {
            throw new Over();
        }
        LockSupport.parkNanos(SLOW.toNanos());
    }

    private WebhookEndpoint bridge() {
        String connection = "c" + UUID.randomUUID().toString().substring(0, 8);
        Hooks hooks = Hooks.open(
                HookRoutes.none().remonline(connection, receiver()),
                once,
                TimeSource.system(),
                new Hooks.Receivers(event -> {}, (triggers, from) -> {}));
        return hooks.endpoints().values().iterator().next();
    }

    /** Ends a look at the inbox that would go on for as long as events are there. */
    private static final class Over extends Error {

        private static final long serialVersionUID = 1L;
    }
}
