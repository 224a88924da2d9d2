package io.mostik.bridge.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mostik.bridge.BridgeStore;
import io.mostik.core.JdbcStateStore;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.once.Once;
import io.mostik.core.webhook.WebhookHttpHandler;
import io.mostik.pbx.vcclive.links.AudienceWebhooks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How long a vendor waits for its 2xx while webhooks come at a steady 200 a second; a request that had to wait to be sent
 * counts from when it was due. {@code -Dmostik.bridge.webhooks=6000} measures; the build only sees that none is lost.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class WebhookRateTest {

    private static final int MANY = Integer.getInteger("mostik.bridge.webhooks", 200);
    private static final int FIRST = 100;
    private static final int PER_SECOND = 200;
    private static final int SENDERS = 32;
    private static final Secret SECRET = Secret.of("hook-secret-0123456789");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"H2 file", "PostgreSQL"})
    void givenSteadyWebhooks_whenSent_thenTellsHowLongTheyTake(String name) throws Exception {
        BridgeStore store = name.equals("PostgreSQL") ? BridgeStore.postgres() : BridgeStore.h2File(folder);
        JdbcConnectionPool pool = store.pool();
        ExecutorService threads = Executors.newCachedThreadPool();
        AtomicInteger told = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (Hooks hooks = Hooks.open(
                HookRoutes.none()
                        .mailchimp(
                                "newsletter",
                                AudienceWebhooks.builder().secret("key", SECRET).build()),
                Once.over(JdbcStateStore.create(pool)),
                TimeSource.system(),
                new Hooks.Receivers(event -> told.incrementAndGet(), (triggers, connection) -> {}))) {
            server.setExecutor(threads);
            hooks.endpoints()
                    .forEach((address, endpoint) ->
                            server.createContext("/" + address, WebhookHttpHandler.of(endpoint)));
            server.start();
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/newsletter/subscriber?key="
                    + SECRET.reveal());
            List<Long> unusedFirst = send(uri, "first", FIRST, threads);

            List<Long> nanos = send(uri, "then", MANY, threads);

            System.out.printf(
                    Locale.ROOT,
                    "%s: %d webhooks at %d/s, 2xx after %.1f ms (median), %.1f ms (p99), %.1f ms (longest)%n",
                    name,
                    MANY,
                    PER_SECOND,
                    millis(nanos, 0.5),
                    millis(nanos, 0.99),
                    millis(nanos, 1));
            while (hooks.run() > 0) {
                assertThat(told.get()).isLessThanOrEqualTo(FIRST + MANY);
            }
            assertThat(told.get()).isEqualTo(FIRST + MANY);
        } finally {
            server.stop(0);
            threads.shutdownNow();
            pool.dispose();
        }
    }

    private List<Long> send(URI uri, String run, int many, ExecutorService threads) throws Exception {
        long begin = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        Callable<List<Long>> sender = () -> {
            List<Long> took = new ArrayList<>();
            for (int i = next.getAndIncrement(); i < many; i = next.getAndIncrement()) {
                long due = begin + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
                TimeSource.system().sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
                assertThat(post(uri, run + i)).isEqualTo(200);
                took.add(System.nanoTime() - due);
            }
            return took;
        };
        List<Future<List<Long>>> senders = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            senders.add(threads.submit(sender));
        }
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> one : senders) {
            all.addAll(one.get());
        }
        return all.stream().sorted().toList();
    }

    private int post(URI uri, String subscriber) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        "type=subscribe&fired_at=2026-11-29+10:00:00&data[list_id]=a&data[email]="
                                                + subscriber + "%40example.hu&data[merges][FNAME]=N%C3%B3ra"))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(sorted.size() * share))) / 1e6;
    }
}
