package io.mostik.core.faults;

import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.test.RawServer;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A vendor with large answers, and the measures of what is left when its clients are gone. */
final class LeakLab implements AutoCloseable {

    /** How much of an answer's content is one text. */
    static final int ANSWER = 512 * 1024;

    private static final Endpoint<Json> READ = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final Endpoint<Json> WRITE = Endpoint.once("things.create", "POST", "/things", Json.class);
    private static final String LARGE = "{\"text\":\"" + "x".repeat(ANSWER) + "\"}";
    private static final int ROUNDS = 60;

    private final AtomicInteger open = new AtomicInteger();
    private final RawServer server = RawServer.start(this::answer);

    String uri() {
        return server.uri();
    }

    /** Answers every request of a connection with the same large JSON. */
    void answer(RawServer.Connection connection) throws java.io.IOException {
        open.incrementAndGet();
        try {
            while (!connection.readRequest().isEmpty()) {
                connection.answer(200, LARGE);
            }
        } finally {
            open.decrementAndGet();
        }
    }

    int connections() {
        return open.get();
    }

    /** Makes a client, has it read and write once, and closes it. */
    static void use(ClientConfig config) {
        try (ApiClient client = ApiClient.builder(config).build()) {
            call(client);
        }
    }

    /** Reads and writes once. */
    static void call(ApiClient client) {
        client.call(READ).send();
        client.call(WRITE).json(LARGE).send();
    }

    /** Returns how many threads belong to HTTP clients or to us. */
    static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("HttpClient")
                        || thread.getName().startsWith("mostik"))
                .count();
    }

    /** Returns the live heap in megabytes. */
    static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024 * 1024);
    }

    /** Collects garbage until something has become true, for some seconds. */
    static boolean becomes(BooleanSupplier wanted) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < ROUNDS && !wanted.getAsBoolean(); i++) {
            System.gc();
            never.await(50, TimeUnit.MILLISECONDS);
        }
        return wanted.getAsBoolean();
    }

    @Override
    public void close() {
        server.close();
    }
}
