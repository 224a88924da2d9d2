package io.mostik.core.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Outcome;
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
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F52 to F54, F67, F68: what a vendor says about time, and clocks that do not do what clocks do. */
@Tag("faults")
@ExtendWith(FaultReport.class)
class TimeFaultsTest {

    private static final JsonType<Json> JSON = JsonType.of(Json.class);

    private final ManualTime time = new ManualTime();
    private final SdkRuntime runtime = SdkRuntime.create();

    @AfterEach
    void close() {
        runtime.close();
    }

    /**
     * What a busy vendor says.
     *
     * @param name for the table
     * @param headers as on the wire
     * @param least shortest first pause in milliseconds
     * @param most longest first pause
     */
    record Busy(String name, String headers, long least, long most) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Busy> busy() {
        return Stream.of(
                new Busy("seconds", "Retry-After: 7\r\n", 7_000, 7_000),
                new Busy("two headers, the longer one counts", "Retry-After: 3\r\nRetry-After: 8\r\n", 8_000, 8_000),
                new Busy(
                        "date, by the vendor's own clock that is 10 min off",
                        "Date: Mon, 02 Mar 2026 09:10:00 GMT\r\nRetry-After: Mon, 02 Mar 2026 09:10:05 GMT\r\n",
                        5_000,
                        5_000),
                new Busy("date without a clock", "Retry-After: Mon, 02 Mar 2026 09:00:04 GMT\r\n", 4_000, 4_000),
                new Busy("date that has passed", "Retry-After: Mon, 02 Mar 2026 08:00:00 GMT\r\n", 500, 1_000),
                new Busy("milliseconds in words", "Retry-After: 500ms\r\n", 500, 1_000),
                new Busy("negative", "Retry-After: -5\r\n", 500, 1_000),
                new Busy("letters", "Retry-After: abc\r\n", 500, 1_000),
                new Busy("nothing", "", 500, 1_000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("busy")
    void givenBusyVendor_whenCalling_thenWaitsAsAskedAndNeverLess(Busy busy) {
        for (Kind kind : Kind.values()) {
            int before = time.pauses().size();
            time.set(Instant.parse("2026-03-02T09:00:00Z"));
            try (RawServer server = RawServer.start(busyOnce(429, busy.headers()));
                    ApiClient client = client(server, config -> {})) {
                assertThat(client.call(kind.endpoint(JSON)).send().get("own").text())
                        .isPresent();

                List<Duration> pauses = time.pauses();
                assertThat(pauses).hasSize(before + 1);
                assertThat(pauses.get(before).toMillis()).isBetween(busy.least(), busy.most());
                assertThat(server.requests()).isEqualTo(2);
            }
        }
        FaultReport.single("F52, F53", "429: " + busy, "paused " + busy.least() + " to " + busy.most() + " ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"50", "61", "1000000000", "999999999999", "Mon, 02 Mar 2026 10:00:00 GMT"})
    void givenTooLongWait_whenCalling_thenFailsAtOnceAndSaysWhen(String wait) {
        try (RawServer server = RawServer.start(busyOnce(429, "Retry-After: " + wait + "\r\n"));
                ApiClient client = client(server, config -> {})) {
            SdkException failure = failureOf(client, Kind.ONCE_POST);

            assertThat(failure.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(failure.retryAt()).isPresent();
            assertThat(time.pauses()).isEmpty();
            assertThat(server.requests()).isEqualTo(1);
        }
        FaultReport.single("F52, F54", "429: wait of " + wait, "failed at once, with the time of a new try, no pause");
    }

    @ParameterizedTest
    @ValueSource(longs = {3600, -3600})
    void givenClockThatIsSet_whenPausing_thenTheDeadlineDoesNotMove(long jump) {
        CallListener jumping = new CallListener() {
            @Override
            public void onWait(Wait wait) {
                time.set(time.now().plusSeconds(jump));
            }
        };
        Instant before = time.now();
        try (RawServer server = RawServer.start(busyOnce(503, ""));
                ApiClient client = client(server, config -> config.listener(jumping))) {
            assertThat(client.call(Kind.READ.endpoint(JSON)).send().get("own").text())
                    .isPresent();
        }

        assertThat(Duration.between(before, time.now()).toSeconds()).isBetween(jump - 1, jump + 1);
        FaultReport.single("F67", "wall clock jumps by " + jump + " s during a pause", "SUCCESS, 2 tries");
    }

    @Test
    void givenSleepingMachine_whenItAwakesTooLate_thenFailsOnce() {
        CallListener sleeping = new CallListener() {
            @Override
            public void onExchange(Exchange exchange) {
                time.advance(Duration.ofSeconds(30));
            }
        };
        try (RawServer server = RawServer.start(Lab.answers(503, "", ""));
                ApiClient client =
                        client(server, config -> config.listener(sleeping).deadline(Duration.ofSeconds(10)))) {
            for (Kind kind : Kind.values()) {
                SdkException failure = failureOf(client, kind);

                assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
                assertThat(failure.attempts()).hasSize(1);
            }

            assertThat(server.requests()).isEqualTo(Kind.values().length);
            assertThat(time.pauses()).isEmpty();
        }
        FaultReport.single("F68", "30 s asleep, deadline 10 s", "UNKNOWN, 1 try, no pause, no burst");
    }

    private static RawServer.Script busyOnce(int status, String headers) {
        java.util.concurrent.atomic.AtomicBoolean busy = new java.util.concurrent.atomic.AtomicBoolean(true);
        return connection -> {
            if (busy.getAndSet(false)) {
                Lab.answers(status, headers, "").talk(connection);
            } else {
                Lab.HEALTHY.talk(connection);
            }
        };
    }

    private static SdkException failureOf(ApiClient client, Kind kind) {
        return catchThrowableOfType(
                SdkException.class, () -> client.call(kind.endpoint(JSON)).send());
    }

    private ApiClient client(RawServer server, Consumer<ClientConfig.Builder> settings) {
        ClientConfig.Builder config =
                ClientConfig.builder().baseUri(server.uri()).time(time).runtime(runtime);
        settings.accept(config);
        return ApiClient.builder(config.build()).authorizer(Canary.authorizer()).build();
    }
}
