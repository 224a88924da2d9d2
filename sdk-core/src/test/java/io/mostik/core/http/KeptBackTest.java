package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.test.RawServer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is said to be unsent does not leave afterwards, however far the JDK's client has come on its own threads. */
class KeptBackTest {

    private static final Endpoint<Json> CREATE = Endpoint.once("things.create", "POST", "/things", Json.class);

    private static final int MOST_CALLS = 100;

    private final CountDownLatch aboutToLeave = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private volatile CountDownLatch connectionEnded = new CountDownLatch(1);
    private volatile String uri = "";
    private volatile TimeSource slow = TimeSource.system();
    private final AtomicReference<SdkException> seen = new AtomicReference<>();

    @Test
    void givenLateInterrupt_whenTheClientGoesOn_thenNothingLeaves() throws Exception {
        try (RawServer server = RawServer.start(connection -> {
            connection.readRequest();
            connectionEnded.countDown();
        })) {
            uri = server.uri();
            Thread caller = heldUp();
            int earlier = server.requests();

            caller.interrupt();
            caller.join();
            goOn.countDown();

            assertThat(connectionEnded.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(seen.get().failure().cancelled()).isTrue();
            assertThat(seen.get().outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(server.requests()).isEqualTo(earlier);
        }
    }

    /**
     * Returns the thread of a call whose request is about to leave. A connection that is there at once is written to by the
     * caller's own thread, which cannot be interrupted and held up at the same time: then the call is made again.
     */
    private Thread heldUp() throws InterruptedException {
        for (int i = 0; i < MOST_CALLS; i++) {
            Thread caller = new Thread(this::call);
            slow = new SlowClock(caller);
            connectionEnded = new CountDownLatch(1);
            caller.start();
            while (caller.isAlive()) {
                if (aboutToLeave.await(10, TimeUnit.MILLISECONDS)) {
                    return caller;
                }
            }
        }
        throw new AssertionError("the request of no call left by a thread of the client");
    }

    private void call() {
        try (ApiClient client = ApiClient.builder(
                        ClientConfig.builder().baseUri(uri).time(slow).build())
                .build()) {
            ApiClient dated = client.with(CallOptions.builder()
                    .sendBefore(Instant.parse("2999-01-01T00:00:00Z"))
                    .build());
            seen.set(catchThrowableOfType(
                    SdkException.class, () -> dated.call(CREATE).json(1).send()));
        }
    }

    /** Asked for the time right before the first byte, by a thread of the JDK's client: holds that thread up. */
    private final class SlowClock implements TimeSource {

        private final Thread caller;

        SlowClock(Thread caller) {
            this.caller = caller;
        }

        @Override
        public Instant now() {
            if (!Thread.currentThread().equals(caller)) {
                aboutToLeave.countDown();
                hold();
            }
            return Instant.parse("2026-03-02T09:00:00Z");
        }

        private void hold() {
            try {
                boolean unused = goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }

        @Override
        public void sleep(Duration pause) {
            throw new AssertionError("no pause is expected, but one of " + pause);
        }
    }
}
