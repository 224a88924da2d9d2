package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.RawServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AdmissionGateTest {

    private static final Endpoint<Json> GET = Endpoint.read("things.get", "GET", "/things", Json.class);
    private static final ApiResponse GOOD = ApiResponse.of(200, "{}".getBytes(StandardCharsets.UTF_8));

    private final ManualTime time = new ManualTime();
    private final List<CallListener.Wait> waits = new CopyOnWriteArrayList<>();
    private final CallListener listener = new CallListener() {
        @Override
        public void onWait(Wait wait) {
            waits.add(wait);
        }
    };

    @Test
    void givenRefusalThatAsksToWait_whenAnotherCalls_thenItWaitsToo() {
        List<ApiResponse> answers = new ArrayList<>(List.of(Answers.tooMany(Duration.ofSeconds(3)), GOOD));
        try (ApiClient client = client(config().retry(RetryPolicy.none()).transport(request -> answers.remove(0)))) {
            SdkException refused = failure(client);
            client.call(GET).send();

            assertThat(refused.retryAfter()).contains(Duration.ofSeconds(3));
            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(3));
        }
    }

    @Test
    void givenRefusalForHours_whenAnotherCalls_thenWaitsAMinute() {
        List<ApiResponse> answers = new ArrayList<>(List.of(Answers.tooMany(Duration.ofHours(9)), GOOD));
        try (ApiClient client = client(config().retry(RetryPolicy.none())
                .deadline(Duration.ofMinutes(5))
                .transport(request -> answers.remove(0)))) {
            failure(client);
            client.call(GET).send();

            assertThat(time.pauses()).containsExactly(Duration.ofMinutes(1));
        }
    }

    @Test
    void givenSlowEndpoint_whenItWaits_thenItUsesUpNoTurnOfTheOthers() {
        Endpoint<Json> slow = GET.limit(RateLimit.per(1, Duration.ofSeconds(10)));
        try (ApiClient client =
                client(config().rateLimit(RateLimit.perSecond(1)).transport(request -> GOOD))) {
            client.call(slow).send();
            client.call(slow).send();

            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(10));
        }
    }

    @Test
    void givenSharedGate_whenItSaysLater_thenTheCallWaitsAndAsksAgain() {
        List<Duration> says = new ArrayList<>(List.of(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO));
        try (ApiClient client =
                client(config().rateGate(operation -> says.remove(0)).transport(request -> GOOD))) {
            client.call(GET).send();

            assertThat(time.pauses()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1));
            assertThat(waits).extracting(CallListener.Wait::reason).containsOnly(CallListener.Wait.Reason.RATE_LIMIT);
        }
    }

    @Test
    void givenSharedGateThatFails_whenCalling_thenNothingIsSent() {
        RateGate broken = operation -> {
            throw new IllegalStateException("no store");
        };
        try (ApiClient client = client(config().rateGate(broken).transport(request -> GOOD))) {
            SdkException failure = failure(client);

            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            assertThat(failure.phase()).isEqualTo(Phase.PREPARE);
        }
    }

    @Test
    void givenNoConnection_whenDeadlineComes_thenFailsAndSaysWhy() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    taken.countDown();
                    connection.awaitEnd();
                });
                SdkRuntime narrow = SdkRuntime.builder().connectionsPerHost(1).build();
                ApiClient client = client(narrow, server, Duration.ofSeconds(20))) {
            Thread holder = new Thread(() -> failure(client));
            holder.start();
            taken.await();

            ApiClient hurried = client.with(
                    CallOptions.builder().deadline(Duration.ofMillis(200)).build());
            TransportException failure = catchThrowableOfType(
                    TransportException.class, () -> hurried.call(GET).send());

            assertThat(failure).hasMessageContaining("no connection became free before the deadline");
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
            holder.interrupt();
            holder.join();
        }
    }

    @Test
    void givenAllConnectionsInUse_whenOneBecomesFree_thenWaitIsTold() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (RawServer server = RawServer.start(connection -> {
                    while (!connection.readRequest().isEmpty()) {
                        taken.countDown();
                        await(answer);
                        connection.answer(200, "{}");
                    }
                });
                SdkRuntime narrow = SdkRuntime.builder().connectionsPerHost(1).build();
                ApiClient client = client(narrow, server, Duration.ofSeconds(20))) {
            Thread holder = new Thread(() -> client.call(GET).send());
            holder.start();
            taken.await();
            Thread second = new Thread(() -> client.call(GET).send());
            second.start();
            while (second.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }

            answer.countDown();
            second.join();
            holder.join();

            assertThat(waits).extracting(CallListener.Wait::reason).contains(CallListener.Wait.Reason.CONNECTION);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static SdkException failure(ApiClient client) {
        return catchThrowableOfType(SdkException.class, () -> client.call(GET).send());
    }

    private ApiClient client(SdkRuntime runtime, RawServer server, Duration deadline) {
        return client(ClientConfig.builder()
                .baseUri(server.uri())
                .runtime(runtime)
                .listener(listener)
                .timeout(deadline)
                .deadline(deadline));
    }

    private ClientConfig.Builder config() {
        return ClientConfig.builder().baseUri("http://localhost").time(time).listener(listener);
    }

    private static ApiClient client(ClientConfig.Builder config) {
        return ApiClient.builder(config.build()).build();
    }
}
