package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.SdkException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.CallListener;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.http.RateLimit;
import io.mostik.core.http.SdkRuntime;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F79, F80: limits behind a full pool, a pause that one call was told, and a budget that nobody spends. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class LimitFaultsTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final int A_SECOND = 10;

    /**
     * How much shorter than a second a window is counted: so late may a request arrive on a busy machine. A burst after
     * a stall of 1.5 s would be 15 requests within a moment.
     */
    private static final long MARGIN_MILLIS = 400;

    private final SdkRuntime runtime =
            SdkRuntime.builder().connectionsPerHost(2).build();
    private final List<Long> arrivals = new ArrayList<>();
    private final ConcurrentLinkedQueue<CallListener.Wait.Reason> waits = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void givenAllConnectionsBusy_whenTheyAreFree_thenNoBurst() throws Exception {
        AtomicInteger stalls = new AtomicInteger(2);
        RawServer.Script vendor = connection -> {
            while (arrived(connection)) {
                if (stalls.getAndDecrement() > 0) {
                    connection.pause(1_500);
                }
                connection.answer(200, Lab.OWN);
            }
        };
        try (RawServer server = RawServer.start(vendor);
                ApiClient client = client(server, config -> config.rateLimit(RateLimit.perSecond(A_SECOND)))) {

            all(30, client);

            assertThat(busiestWindow()).isLessThanOrEqualTo(A_SECOND);
            assertThat(waits).contains(CallListener.Wait.Reason.CONNECTION);
            FaultReport.single(
                    "F79",
                    "10 a second, both connections busy for 1.5 s, 30 calls",
                    "at most " + busiestWindow() + " arrive within a second; the waits are told");
        }
    }

    @Test
    void givenPauseAskedOfOneCall_whenOthersCall_thenAllKeepIt() throws Exception {
        AtomicInteger refusals = new AtomicInteger(1);
        AtomicLong refusedAt = new AtomicLong();
        CountDownLatch refused = new CountDownLatch(1);
        RawServer.Script vendor = connection -> {
            while (arrived(connection)) {
                if (refusals.getAndDecrement() > 0) {
                    refusedAt.set(System.nanoTime());
                    connection.write("HTTP/1.1 429 X\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n");
                } else {
                    connection.answer(200, Lab.OWN);
                }
            }
        };
        try (RawServer server = RawServer.start(vendor);
                ApiClient client = client(
                        server,
                        config -> config.listener(new CallListener() {
                            @Override
                            public void onWait(Wait wait) {
                                refused.countDown();
                            }
                        }))) {
            Thread first = new Thread(() -> client.call(GET).send());
            first.start();
            refused.await();

            all(5, client);
            first.join();

            long soonest = arrivals.stream()
                    .filter(at -> at > refusedAt.get())
                    .mapToLong(at -> (at - refusedAt.get()) / 1_000_000)
                    .min()
                    .orElse(0);
            assertThat(soonest).isGreaterThanOrEqualTo(1_000);
            FaultReport.single(
                    "F79",
                    "429, Retry-After: 1, seen by one call of six",
                    "all wait: the next arrives after " + soonest + " ms");
        }
    }

    @Test
    void givenUnusedRepeats_whenOneIsNeeded_thenTheBudgetIsFull() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        RawServer.Script vendor = connection -> {
            while (arrived(connection)) {
                int number = calls.incrementAndGet();
                String wait = number <= 200 ? "Retry-After: 30\r\n" : "";
                int status = number <= 200 ? 429 : number == 201 ? 503 : 200;
                connection.write("HTTP/1.1 " + status + " X\r\n" + wait + "Content-Length: 2\r\n\r\n{}");
            }
        };
        ManualTime time = new ManualTime();
        try (RawServer server = RawServer.start(vendor);
                ApiClient client = client(server, config -> config.time(time).deadline(Duration.ofSeconds(5)))) {
            for (int i = 0; i < 200; i++) {
                SdkException failure = catchThrowableOfType(
                        SdkException.class, () -> client.call(GET).send());
                assertThat(failure.attempts()).hasSize(1);
                time.advance(Duration.ofMinutes(1));
            }

            int tries = client.call(GET).sendWithResponse().attempts();

            assertThat(tries).isEqualTo(2);
            FaultReport.single(
                    "F80", "200 repeats that the deadline forbids, then one 503", "budget full: SUCCESS in 2 tries");
        }
    }

    private boolean arrived(RawServer.Connection connection) throws IOException {
        boolean came = !connection.readRequest().isEmpty();
        synchronized (arrivals) {
            if (came) {
                arrivals.add(System.nanoTime());
            }
        }
        return came;
    }

    private int busiestWindow() {
        synchronized (arrivals) {
            return arrivals.stream()
                    .mapToInt(from -> (int) arrivals.stream()
                            .filter(at -> at >= from && at - from < (1_000 - MARGIN_MILLIS) * 1_000_000)
                            .count())
                    .max()
                    .orElse(0);
        }
    }

    private static void all(int count, ApiClient client) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                calls.add(threads.submit(() -> client.call(GET).send()));
            }
            for (Future<?> call : calls) {
                assertThat(call.get()).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private ApiClient client(RawServer server, Consumer<ClientConfig.Builder> settings) {
        ClientConfig.Builder config = ClientConfig.builder()
                .baseUri(server.uri())
                .runtime(runtime)
                .listener(new CallListener() {
                    @Override
                    public void onWait(Wait wait) {
                        waits.add(wait.reason());
                    }
                });
        settings.accept(config);
        return ApiClient.builder(config.build()).build();
    }
}
