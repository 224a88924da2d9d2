package io.mostik.core.faults;

import static io.mostik.core.faults.Lab.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** F21: a caller that is interrupted, wherever the call is. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class CancelFaultsTest {

    private static final JsonType<Json> JSON = JsonType.of(Json.class);

    /**
     * Where a call is when it is interrupted.
     *
     * @param name for the table
     * @param scheme of the vendor's address
     * @param untilThere what the vendor does until then
     * @param size of what is sent
     * @param outcomes what may be known
     */
    record Where(String name, String scheme, RawServer.Script untilThere, int size, Set<Outcome> outcomes) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Where> places() {
        return Stream.of(
                new Where("TLS handshake", "https", connection -> connection.skip(20), 2, Set.of(Outcome.NOT_SENT)),
                new Where(
                        "sending",
                        "http",
                        connection -> connection.skip(200).pause(50),
                        16_000_000,
                        Set.of(Outcome.UNKNOWN)),
                new Where(
                        "waiting for the head", "http", RawServer.Connection::readRequest, 2, Set.of(Outcome.UNKNOWN)),
                new Where(
                        "in the body",
                        "http",
                        connection -> {
                            connection.readRequest();
                            connection
                                    .write(head("Content-Length: 10\r\n") + "{")
                                    .pause(50);
                        },
                        2,
                        Set.of(Outcome.UNKNOWN)),
                new Where(
                        "pausing before another try",
                        "http",
                        connection -> {
                            connection.readRequest();
                            connection
                                    .write("HTTP/1.1 429 X\r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n")
                                    .pause(50);
                        },
                        2,
                        Set.of(Outcome.REJECTED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void givenCallUnderWay_whenInterrupted_thenCancelledAndFlagKept(Where where) throws Exception {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 5 && fastest > 100; i++) {
            fastest = Math.min(fastest, interrupt(where));
        }

        assertThat(fastest).isLessThanOrEqualTo(100);
        FaultReport.single(
                "F21",
                "interrupted: " + where,
                "cancelled, " + where.outcomes() + ", flag kept, over" + " within 100 ms (the fastest of up to five)");
    }

    /** Returns after how many milliseconds caller and socket were done. */
    private static long interrupt(Where where) throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        RawServer.Script script = connection -> {
            where.untilThere().talk(connection);
            there.countDown();
            await(interrupted);
            try {
                if (!where.outcomes().contains(Outcome.REJECTED)) {
                    connection.awaitEnd();
                }
            } finally {
                ended.countDown();
            }
        };
        try (RawServer server = RawServer.start(script);
                ApiClient client = ApiClient.builder(ClientConfig.builder()
                                .baseUri(where.scheme() + "://127.0.0.1:" + server.port())
                                .runtime(Lab.runtime())
                                .build())
                        .build()) {
            AtomicReference<SdkException> failure = new AtomicReference<>();
            AtomicReference<Boolean> flag = new AtomicReference<>();
            Thread caller = new Thread(() -> {
                failure.set(catchThrowableOfType(
                        SdkException.class,
                        () -> client.call(Kind.ONCE_POST.endpoint(JSON))
                                .body("application/json", new byte[where.size()])
                                .send()));
                flag.set(Thread.currentThread().isInterrupted());
            });
            caller.start();
            assertThat(there.await(5, TimeUnit.SECONDS)).isTrue();
            long start = System.nanoTime();
            caller.interrupt();
            interrupted.countDown();
            caller.join(5_000);
            assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();

            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(failure.get()).isInstanceOf(TransportException.class);
            assertThat(failure.get().failure().cancelled()).isTrue();
            assertThat(failure.get().outcome()).isIn(where.outcomes());
            assertThat(flag.get()).isTrue();
            assertThat(server.requests()).isLessThanOrEqualTo(1);
            return millis;
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new java.io.InterruptedIOException();
        }
    }
}
