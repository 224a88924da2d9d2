package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.SdkException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.RawServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** F56, F63, F64, F66: many callers, few connections, and an end while they are at it. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class PoolFaultsTest {

    private static final JsonType<Json> JSON = JsonType.of(Json.class);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int CAP = 20;

    private final SdkRuntime runtime = SdkRuntime.create();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void givenLongOutage_whenThousandCall_thenRepeatsStayFew() throws Exception {
        AtomicBoolean down = new AtomicBoolean(true);
        RawServer.Script script = connection -> {
            while (!connection.readRequest().isEmpty()) {
                connection.answer(down.get() ? 503 : 200, Lab.OWN);
            }
        };
        try (RawServer server = RawServer.start(script);
                ApiClient client = client(server, runtime, config -> config.time(new ManualTime()))) {
            int failed = 1000 - succeeded(1000, CAP, client);
            int duringOutage = server.requests();
            down.set(false);
            long start = System.nanoTime();
            int served = succeeded(100, CAP, client);
            long millis = (System.nanoTime() - start) / 1_000_000;

            assertThat(failed).isEqualTo(1000);
            assertThat(duringOutage).isBetween(1000, 1100);
            assertThat(served).isEqualTo(100);
            assertThat(millis).isLessThan(5_000);
            FaultReport.single("F56", "outage, 1,000 callers", duringOutage + " requests, recovery at once");
        }
    }

    @Test
    void givenOneConnection_whenTwoHundredCall_thenNoneFails() throws Exception {
        try (RawServer server = RawServer.start(this::counted);
                SdkRuntime narrow = SdkRuntime.builder().connectionsPerHost(1).build();
                ApiClient client = client(server, narrow, config -> {})) {
            assertThat(succeeded(200, 200, client)).isEqualTo(200);
            assertThat(mostOpen.get()).isLessThanOrEqualTo(1);
            FaultReport.single("F63", "one connection, 200 callers", "all served, never more than 1 connection");
        }
    }

    @Test
    void givenManyThreads_whenAllCall_thenCapHoldsAndAllAreServed() throws Exception {
        boolean virtual = Runtime.version().feature() >= 21;
        int callers = virtual ? 10_000 : 500;
        try (RawServer server = RawServer.start(this::counted);
                ApiClient client = client(server, runtime, config -> {})) {
            int served = virtual ? servedByAsync(callers, client) : succeeded(callers, callers, client);

            assertThat(served).isEqualTo(callers);
            assertThat(mostOpen.get()).isLessThanOrEqualTo(CAP);
            FaultReport.single(
                    "F64",
                    callers + (virtual ? " virtual" : " platform") + " threads at once",
                    "all served, " + mostOpen + " connections open at most");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void givenCallsUnderWay_whenClosedTwice_thenCancelledInTime(boolean closesRuntime) throws Exception {
        CountDownLatch there = new CountDownLatch(CAP);
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    there.countDown();
                    connection.awaitEnd();
                });
                SdkRuntime own = SdkRuntime.create();
                ApiClient client = client(server, own, config -> {})) {
            List<Thread> threads = new ArrayList<>();
            AtomicInteger cancelled = new AtomicInteger();
            for (int i = 0; i < CAP; i++) {
                threads.add(new Thread(() -> {
                    if (failureOf(client).failure().cancelled()) {
                        cancelled.incrementAndGet();
                    }
                }));
            }
            threads.forEach(Thread::start);
            assertThat(there.await(10, TimeUnit.SECONDS)).isTrue();

            long start = System.nanoTime();
            AutoCloseable closed = closesRuntime ? own : client;
            closed.close();
            closed.close();
            for (Thread thread : threads) {
                thread.join(5_000);
            }
            long millis = (System.nanoTime() - start) / 1_000_000;

            assertThat(cancelled).hasValue(CAP);
            assertThat(millis).isLessThan(2_000);
            FaultReport.single(
                    "F66",
                    "close() of the " + (closesRuntime ? "runtime" : "client") + " during 20 calls, twice",
                    "all end cancelled within 2 s");
        }
    }

    @Test
    void givenCallback_whenItClosesEverything_thenTheCallEnds() {
        AtomicReference<Runnable> end = new AtomicReference<>(() -> {});
        CallListener closing = new CallListener() {
            @Override
            public void onExchange(Exchange exchange) {
                end.get().run();
            }
        };
        try (RawServer server = RawServer.start(Lab.answers(503, "", ""));
                SdkRuntime own = SdkRuntime.create();
                ApiClient client = client(server, own, config -> config.listener(closing))) {
            end.set(() -> closeAll(client, own));
            long start = System.nanoTime();

            SdkException failure = failureOf(client);

            assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(2_000);
            assertThat(failure.failure().cancelled()).isTrue();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(server.requests()).isEqualTo(1);
            FaultReport.single("F66", "close() from a callback", "returns, the call ends cancelled, no further try");
        }
    }

    private static void closeAll(ApiClient client, SdkRuntime runtime) {
        client.close();
        runtime.close();
    }

    private void counted(RawServer.Connection connection) throws java.io.IOException {
        int now = open.incrementAndGet();
        mostOpen.accumulateAndGet(now, Math::max);
        try {
            Lab.HEALTHY.talk(connection);
        } finally {
            open.decrementAndGet();
        }
    }

    private static int succeeded(int callers, int threads, ApiClient client) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        AtomicInteger succeeded = new AtomicInteger();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            all.add(CompletableFuture.runAsync(
                    () -> {
                        if (goesWell(client)) {
                            succeeded.incrementAndGet();
                        }
                    },
                    pool));
        }
        CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).get(60, TimeUnit.SECONDS);
        pool.shutdown();
        return succeeded.get();
    }

    private int servedByAsync(int callers, ApiClient client) {
        List<CompletableFuture<Boolean>> all = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            all.add(runtime.async().call(() -> goesWell(client)));
        }
        return (int) all.stream().filter(CompletableFuture::join).count();
    }

    private static boolean goesWell(ApiClient client) {
        try {
            return client.call(Kind.READ.endpoint(JSON))
                    .send()
                    .get("own")
                    .text()
                    .isPresent();
        } catch (SdkException e) {
            return false;
        }
    }

    private static SdkException failureOf(ApiClient client) {
        return catchThrowableOfType(
                SdkException.class, () -> client.call(Kind.READ.endpoint(JSON)).send());
    }

    private static ApiClient client(RawServer server, SdkRuntime runtime, Consumer<ClientConfig.Builder> settings) {
        ClientConfig.Builder config = ClientConfig.builder()
                .baseUri(server.uri())
                .runtime(runtime)
                .timeout(LONG)
                .deadline(LONG);
        settings.accept(config);
        return ApiClient.builder(config.build()).authorizer(Canary.authorizer()).build();
    }
}
