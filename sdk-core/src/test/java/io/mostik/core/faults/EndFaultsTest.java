package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Async;
import io.mostik.core.AsyncCall;
import io.mostik.core.BatchExecutor;
import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.Secret;
import io.mostik.core.http.ApiClient;
import io.mostik.core.http.Authorizer;
import io.mostik.core.http.ClientConfig;
import io.mostik.core.http.Endpoint;
import io.mostik.core.json.Json;
import io.mostik.core.test.RawServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** F82, F83, F85: executors that are full or closed, failures that travel, credentials that cannot be sent. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class EndFaultsTest {

    private static final Endpoint<Json> CREATE = Endpoint.once("things.create", "POST", "/things", Json.class);

    @Test
    void givenFullExecutor_whenCallingInBatches_thenNoResultIsLost() throws Exception {
        ThreadPoolExecutor full = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
        try (RawServer server = RawServer.start(Lab.HEALTHY);
                ApiClient client = client(server)) {

            List<BatchExecutor.Result<Integer, Json>> results = BatchExecutor.on(Async.on(full))
                    .atOnce(8)
                    .each(
                            IntStream.range(0, 20).boxed().toList(),
                            item -> client.call(CREATE).json(item).send());

            assertThat(results)
                    .hasSize(20)
                    .allSatisfy(result -> assertThat(result.value()).isPresent());
            assertThat(server.requests()).isEqualTo(20);
            FaultReport.single("F82", "batch of 20 on an executor that takes 2", "20 results, 20 requests");
        } finally {
            full.shutdownNow();
        }
    }

    @Test
    void givenClosedThreads_whenCallsWait_thenFuturesEndWithOutcome() throws Exception {
        CountDownLatch there = new CountDownLatch(1);
        RawServer.Script silent = connection -> {
            connection.readRequest();
            there.countDown();
            connection.awaitEnd();
        };
        try (RawServer server = RawServer.start(silent);
                ApiClient client = client(server)) {
            Async async = Async.create();
            List<AsyncCall<Json>> calls = IntStream.range(0, 150)
                    .mapToObj(i -> async.call(() -> client.call(CREATE).send()))
                    .toList();
            there.await();

            async.close();

            List<Outcome> outcomes = calls.stream()
                    .map(call -> catchThrowableOfType(CompletionException.class, call::join))
                    .map(end -> ((SdkException) end.getCause()).outcome())
                    .toList();
            assertThat(outcomes).hasSize(150).containsOnly(Outcome.UNKNOWN, Outcome.NOT_SENT);
            FaultReport.single("F82", "Async closed during 150 calls", "all 150 futures end, each with an outcome");
        }
    }

    @Test
    void givenFailure_whenItTravels_thenSaysTheSame() throws Exception {
        try (RawServer server = RawServer.start(Lab.answers(409, "X-Request-Id: r-17\r\n", "no"));
                ApiClient client = client(server)) {
            SdkException failure = failureOf(client);

            SdkException read = copy(failure);

            assertThat(read).hasSameClassAs(failure).hasMessage(failure.getMessage());
            assertThat(read.failure()).isEqualTo(failure.failure());
            assertThat(read.attempts()).isEqualTo(failure.attempts());
            FaultReport.single("F83", "failure serialised and read", "prints the same, with outcome and request id");
        }
    }

    @Test
    void givenSecretBeyondAscii_whenUsed_thenNothingIsSent() {
        try (RawServer server = RawServer.start(Lab.HEALTHY);
                ApiClient client = client(server)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Authorizer.bearer(Secret.of("\u0441-canary")))
                    .withMessageNotContaining("canary");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> client.call(CREATE).header("Host", "elsewhere.test"));

            assertThat(server.requests()).isZero();
            FaultReport.single(
                    "F85", "Cyrillic letter in a key; header that the JDK sets", "refused by name, nothing sent");
        }
    }

    private static SdkException failureOf(ApiClient client) {
        return catchThrowableOfType(
                SdkException.class, () -> client.call(CREATE).json(1).send());
    }

    private static SdkException copy(SdkException failure) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (SdkException) in.readObject();
        }
    }

    private static ApiClient client(RawServer server) {
        return ApiClient.builder(ClientConfig.builder()
                        .baseUri(server.uri())
                        .runtime(Lab.runtime())
                        .build())
                .build();
    }
}
