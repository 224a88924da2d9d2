package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Effect;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import io.mostik.core.json.Json;
import io.mostik.core.json.JsonType;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.RawServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the documents say about times, where a reader would guess otherwise. */
@Timeout(60)
class DocumentedTimesTest {

    private static final Duration SILENCE = Duration.ofMillis(200);
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    @ParameterizedTest
    @EnumSource(Effect.class)
    void givenSilentVendor_whenCalling_thenSilenceEndsReadsOnly(Effect effect) {
        Endpoint<Json> endpoint = Endpoint.of(effect, "things.test", "POST", "/things", JsonType.of(Json.class));
        try (RawServer server = RawServer.start(connection -> {
                    connection.readRequest();
                    connection.awaitEnd();
                });
                ApiClient client = ApiClient.builder(ClientConfig.builder()
                                .baseUri(server.uri())
                                .timeout(SILENCE)
                                .deadline(DEADLINE)
                                .retry(RetryPolicy.none())
                                .build())
                        .build()) {
            long start = System.nanoTime();
            SdkException failure = catchThrowableOfType(
                    SdkException.class, () -> client.call(endpoint).send());
            Duration took = Duration.ofNanos(System.nanoTime() - start);

            assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(took.compareTo(DEADLINE) < 0)
                    .as("%s took %s", effect, took)
                    .isEqualTo(effect == Effect.READ);
        }
    }

    @Test
    void givenTableOfDefaults_whenRead_thenSaysSilenceEndsReadsOnly() throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "calls.md")))
                .contains("| longest silence of the vendor (before the first byte: reads only) |");
    }

    @ParameterizedTest
    @EnumSource(Effect.class)
    void givenTableOfRepeats_whenRead_thenItIsThePolicys(Effect effect) throws IOException {
        String architecture = Files.readString(Path.of("..", "docs", "architecture.md"));
        String row = architecture
                .lines()
                .filter(line -> line.startsWith("| `" + effect + "` |"))
                .findFirst()
                .orElseThrow();
        List<Boolean> again = Stream.of(row.split("\\|"))
                .skip(2)
                .map(cell -> cell.strip().equals("again"))
                .toList();

        assertThat(again)
                .containsExactly(
                        repeats(effect, Outcome.NOT_SENT),
                        repeats(effect, Outcome.APPLIED),
                        repeats(effect, Outcome.UNKNOWN));
        assertThat(repeats(effect, Outcome.REJECTED)).isTrue();
        assertThat(architecture).contains("only where the reason passes by itself (`FailureInfo.temporary()`)");
    }

    private static boolean repeats(Effect effect, Outcome outcome) {
        FailureInfo facts = FailureInfo.temporary("things.test", outcome, Phase.HEAD);
        return RetryPolicy.repeatable(effect, new TransportException("x", facts, null));
    }

    @Test
    void givenColdConnection_whenFourCall_thenTheFourthIsNotEarly() {
        ManualTime time = new ManualTime();
        List<Long> firstBytes = new ArrayList<>();
        Transport wire = request -> {
            time.advance(Duration.ofMillis(firstBytes.isEmpty() ? 300 : 0)); // the handshake of the first
            request.leaves();
            firstBytes.add(time.nanoTime() / 1_000_000);
            return ApiResponse.of(200, "{}".getBytes(StandardCharsets.UTF_8));
        };
        AdmissionGate.Limits limits = new AdmissionGate.Limits(
                (scope, limit) -> new RateGovernor(limit, time),
                RateLimit.perSecond(3),
                RateGate.open(),
                Optional.of(Permits.of(20)),
                Duration.ofMinutes(1));
        AdmissionGate gate = new AdmissionGate(wire, limits, new ListenerNotifier(CallListener.none()), time);

        for (int i = 0; i < 4; i++) {
            ApiResponse unused = gate.send(TestRequest.of(Effect.READ, Duration.ofMinutes(1), time));
        }

        assertThat(firstBytes.get(3) - firstBytes.get(0)).isGreaterThanOrEqualTo(1_000);
    }
}
