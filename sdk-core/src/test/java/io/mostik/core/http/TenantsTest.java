package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.AsyncCall;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.json.Json;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fifty tenants on one runtime: what one of them does keeps no other from its calls. On real time, with much slack. */
@Timeout(60)
class TenantsTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final int TENANTS = 50;
    private static final int GREEDY_CALLS = 400;
    private static final int CALLS = 4;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final ExecutorService tenants = Executors.newFixedThreadPool(TENANTS);
    private final List<ApiClient> clients = new ArrayList<>();

    @AfterEach
    void end() {
        clients.forEach(ApiClient::close);
        tenants.shutdownNow();
    }

    @Test
    void givenTenantWithLongQueue_whenOthersCall_thenNoneStarves() throws Exception {
        try (RawServer server = RawServer.start(TenantsTest::answerAll);
                SdkRuntime runtime = SdkRuntime.create()) {
            ApiClient slow = client(server, runtime, "greedy", RateLimit.perSecond(2));
            List<AsyncCall<Json>> queue = IntStream.range(0, GREEDY_CALLS)
                    .mapToObj(i -> runtime.async().call(() -> slow.call(GET).send()))
                    .toList();

            List<Future<Integer>> others = new ArrayList<>();
            for (int i = 1; i < TENANTS; i++) {
                ApiClient tenant = client(server, runtime, "tenant-" + i, RateLimit.perSecond(100));
                others.add(tenants.submit(() -> calls(runtime, tenant)));
            }

            for (Future<Integer> other : others) {
                assertThat(other.get(SOON.toMillis(), TimeUnit.MILLISECONDS)).isEqualTo(CALLS);
            }
            assertThat(queue.stream().filter(call -> !call.isDone()).count()).isGreaterThan(GREEDY_CALLS / 2);
        }
    }

    /** The second call has its turn and waits for the connection when the first one is refused; then it has to wait for long. */
    @Test
    void givenRefusedTenant_whenItWaits_thenItHoldsNoConnection() throws Exception {
        CountDownLatch refuse = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        RawServer.Script vendor = connection -> {
            while (!connection.readRequest().isEmpty()) {
                if (requests.getAndIncrement() == 0) {
                    await(refuse);
                    connection.write(
                            "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 30\r\nContent-Length: 2\r\n\r\n{}");
                } else {
                    connection.answer(200, "{}");
                }
            }
        };
        try (RawServer server = RawServer.start(vendor);
                SdkRuntime runtime = SdkRuntime.builder().connectionsPerHost(1).build()) {
            ApiClient refused = client(
                    server, runtime, "refused", RateLimit.perSecond(1_000).withBurst(10));
            ApiClient other = client(server, runtime, "other", RateLimit.perSecond(1_000));
            Thread first = thread(refused);
            while (requests.get() == 0) {
                Thread.onSpinWait();
            }
            Thread second = thread(refused);
            while (second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }

            refuse.countDown();
            first.join();
            int done = tenants.submit(() -> calls(runtime, other)).get(SOON.toMillis(), TimeUnit.MILLISECONDS);

            assertThat(done).isEqualTo(CALLS);
            assertThat(second.isAlive()).isTrue();
            second.interrupt();
            second.join();
        }
    }

    private static Thread thread(ApiClient client) {
        Thread thread = new Thread(() -> {
            try {
                Json unused = client.call(GET).send();
            } catch (SdkException e) {
                // refused, or interrupted at the end
            }
        });
        thread.start();
        return thread;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int calls(SdkRuntime runtime, ApiClient tenant) {
        int done = 0;
        for (int i = 0; i < CALLS; i++) {
            Json unused = runtime.async().call(() -> tenant.call(GET).send()).join();
            done++;
        }
        return done;
    }

    private static void answerAll(RawServer.Connection connection) throws IOException {
        while (!connection.readRequest().isEmpty()) {
            connection.answer(200, "{}");
        }
    }

    private ApiClient client(RawServer server, SdkRuntime runtime, String name, RateLimit limit) {
        ClientConfig config = ClientConfig.builder()
                .baseUri(server.uri())
                .runtime(runtime)
                .rateLimit(limit)
                .retry(RetryPolicy.none())
                .deadline(Duration.ofMinutes(10))
                .build();
        ApiClient client = ApiClient.builder(config)
                .authorizer(Authorizer.bearer(Secret.of("token-" + name)))
                .build();
        clients.add(client);
        return client;
    }
}
