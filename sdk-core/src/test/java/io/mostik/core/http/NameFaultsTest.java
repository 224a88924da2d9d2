package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.faults.FaultReport;
import io.mostik.core.json.Json;
import io.mostik.core.test.RawServer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F77: a name server that does not answer. In this package, as it needs a resolver of its own. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class NameFaultsTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final Duration DEADLINE = Duration.ofMillis(500);

    /** The lookup never ends, so that seconds show as much as a moment, and a busy machine does no harm. */
    private static final long GRACE_MILLIS = 5_000;

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final SdkRuntime runtime =
            SdkRuntime.builder().resolver(this::nothing).build();
    private final RawServer server = RawServer.start(RawServer.Connection::readRequest);

    /** The first call of a runtime loads classes, which is nobody's deadline. */
    @BeforeEach
    void warm() {
        catchThrowableOfType(SdkException.class, () -> {
            try (ApiClient client = client("127.0.0.1", Duration.ofSeconds(5))) {
                client.call(GET).send();
            }
        });
    }

    @AfterEach
    void close() {
        over.countDown();
        server.close();
        runtime.close();
    }

    @Test
    void givenSilentNameServer_whenCalling_thenTheDeadlineHolds() {
        try (ApiClient client = client("localhost", DEADLINE)) {
            int before = server.connections();
            long start = System.nanoTime();

            SdkException failure = catchThrowableOfType(
                    SdkException.class, () -> client.call(GET).send());

            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.phase()).isEqualTo(Phase.RESOLVE);
            assertThat(server.connections()).isEqualTo(before);
            assertThat(millis).isLessThan(DEADLINE.toMillis() + GRACE_MILLIS);
            FaultReport.single(
                    "F77",
                    "name lookup without an answer, deadline 500 ms",
                    "NOT_SENT (RESOLVE) after " + millis + " ms");
        }
    }

    @Test
    void givenSilentNameServer_whenInterrupted_thenEndsAtOnce() throws Exception {
        try (ApiClient client = client("localhost", Duration.ofMinutes(5))) {
            AtomicReference<SdkException> seen = new AtomicReference<>();
            Thread caller = new Thread(() -> seen.set(catchThrowableOfType(
                    SdkException.class, () -> client.call(GET).send())));
            caller.start();
            asked.await();
            long start = System.nanoTime();

            caller.interrupt();
            caller.join();

            long millis = (System.nanoTime() - start) / 1_000_000;
            assertThat(seen.get().failure().cancelled()).isTrue();
            assertThat(seen.get().outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(millis).isLessThan(GRACE_MILLIS);
            FaultReport.single(
                    "F77", "interrupted during the lookup", "cancelled, NOT_SENT, over after " + millis + " ms");
        }
    }

    private InetAddress[] nothing(String name) {
        asked.countDown();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    private ApiClient client(String host, Duration deadline) {
        return ApiClient.builder(ClientConfig.builder()
                        .baseUri("http://" + host + ":" + server.port())
                        .runtime(runtime)
                        .retry(RetryPolicy.none())
                        .deadline(deadline)
                        .build())
                .build();
    }
}
