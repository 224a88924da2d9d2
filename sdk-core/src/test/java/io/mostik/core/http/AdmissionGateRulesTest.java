package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each limit that a call passes has to say, one at a time. */
@Timeout(30)
class AdmissionGateRulesTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final ApiResponse GOOD = ApiResponse.of(200, "{}".getBytes(StandardCharsets.UTF_8));
    private static final ApiResponse REFUSED = ApiResponse.of(429, "{}".getBytes(StandardCharsets.UTF_8));

    private final ManualTime time = new ManualTime();
    private final List<CallListener.Wait> waits = new CopyOnWriteArrayList<>();
    private final CallListener listener = new CallListener() {
        @Override
        public void onWait(Wait wait) {
            waits.add(wait);
        }
    };

    @AfterEach
    void leaveNoInterrupt() {
        Thread.interrupted();
    }

    @Test
    void givenThreeCalls_whenTheyComeAtOnce_thenEachWaitsForItsTurn() {
        try (ApiClient client = client(config().rateLimit(RateLimit.perSecond(10)))) {
            send(client, 3);

            assertThat(time.pauses()).containsExactly(Duration.ofMillis(100), Duration.ofMillis(100));
            assertThat(waits).extracting(CallListener.Wait::pause).containsExactlyElementsOf(time.pauses());
        }
    }

    @Test
    void givenRefusal_whenCallingOn_thenTurnsComeSlowerUntilContent() {
        List<ApiResponse> first = new ArrayList<>(List.of(REFUSED));
        try (ApiClient client = client(config().rateLimit(RateLimit.perSecond(10))
                .retry(RetryPolicy.none())
                .transport(request -> first.isEmpty() ? GOOD : first.remove(0)))) {
            failure(client);
            send(client, 2);
            Duration slow = time.pauses().get(1);
            send(client, 300);

            assertThat(slow).isBetween(Duration.ofMillis(120), Duration.ofMillis(125));
            assertThat(time.pauses().get(time.pauses().size() - 1)).isEqualTo(Duration.ofMillis(100));
        }
    }

    @Test
    void givenRefusal_whenOthersShareTheLimit_thenTheirGateIsTold() {
        List<String> told = new ArrayList<>();
        RateGate gate = new RateGate() {
            @Override
            public Duration enter(String operation) {
                return Duration.ZERO;
            }

            @Override
            public void refused(String operation, Duration pause) {
                told.add(operation + " " + pause);
            }
        };
        try (ApiClient client = client(config().rateGate(gate)
                .retry(RetryPolicy.none())
                .transport(request -> Answers.tooMany(Duration.ofHours(9))))) {
            failure(client);

            assertThat(told).containsExactly("things.get PT9H");
        }
    }

    @Test
    void givenTurnBehindTheDeadline_whenCalling_thenSaysWhenToCall() {
        try (ApiClient client = client(
                config().rateLimit(RateLimit.per(1, Duration.ofSeconds(10))).deadline(Duration.ofSeconds(5)))) {
            send(client, 1);

            SdkException failure = failure(client);

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.phase()).isEqualTo(Phase.WAIT);
            assertThat(failure.retryAfter()).contains(Duration.ofSeconds(10));
            assertThat(failure.retryAt()).contains(time.now().plusSeconds(10));
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void givenSharedGateSayingDeadline_whenCalling_thenFailsAtOnce() {
        try (ApiClient client =
                client(config().rateGate(operation -> Duration.ofSeconds(5)).deadline(Duration.ofSeconds(5)))) {
            assertThat(failure(client).phase()).isEqualTo(Phase.WAIT);
            assertThat(time.pauses()).isEmpty();
        }
    }

    @Test
    void givenSlowAnswer_whenCallingAgain_thenWindowCountsFromStart() {
        try (ApiClient client = client(
                config().rateLimit(RateLimit.per(1, Duration.ofSeconds(10))).transport(request -> {
                    time.advance(Duration.ofSeconds(3));
                    return GOOD;
                }))) {
            send(client, 2);

            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
        }
    }

    @Test
    void givenInterrupt_whenWaitingForTurn_thenIsCancelledAndNotSent() {
        try (ApiClient client = client(config().rateLimit(RateLimit.per(1, Duration.ofSeconds(10))))) {
            send(client, 1);

            Thread.currentThread().interrupt();
            SdkException failure = failure(client);

            assertThat(failure.failure().cancelled()).isTrue();
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.phase()).isEqualTo(Phase.WAIT);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
    }

    @Test
    void givenOneInFlight_whenAnotherCalls_thenItWaitsAndIsTold() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Endpoint<Json> single = GET.limit(RateLimit.none().withAtOnce(1));
        try (ApiClient client =
                client(config().time(TimeSource.system()).transport(request -> answerWhen(inside, goOn)))) {
            Thread first = new Thread(() -> client.call(single).send());
            Thread second = new Thread(() -> client.call(single).send());
            first.start();
            inside.await();
            second.start();
            while (second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            first.join();
            second.join();

            assertThat(waits).extracting(CallListener.Wait::reason).containsOnly(CallListener.Wait.Reason.IN_FLIGHT);
            assertThat(waits.get(0).pause()).isBetween(Duration.ofNanos(1), Duration.ofSeconds(30));
        }
    }

    @Test
    void givenRefusedPort_whenCallingAgain_thenFirstIsOutOfTheWindow() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (ApiClient client = client(ClientConfig.builder()
                .baseUri("http://127.0.0.1:" + port)
                .retry(RetryPolicy.none())
                .deadline(Duration.ofSeconds(5))
                .rateLimit(RateLimit.per(1, Duration.ofMillis(20))))) {
            assertThat(failure(client).phase()).isEqualTo(Phase.CONNECT);
            assertThat(failure(client).phase()).isEqualTo(Phase.CONNECT);
        }
    }

    private static ApiResponse answerWhen(CountDownLatch inside, CountDownLatch goOn) {
        inside.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return GOOD;
    }

    private static void send(ApiClient client, int times) {
        for (int i = 0; i < times; i++) {
            client.call(GET).send();
        }
    }

    private static SdkException failure(ApiClient client) {
        return catchThrowableOfType(SdkException.class, () -> client.call(GET).send());
    }

    private ClientConfig.Builder config() {
        return ClientConfig.builder()
                .baseUri("http://localhost")
                .time(time)
                .listener(listener)
                .transport(request -> GOOD);
    }

    private static ApiClient client(ClientConfig.Builder config) {
        return ApiClient.builder(config.build()).build();
    }
}
