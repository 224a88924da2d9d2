package io.mostik.bridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Effect;
import io.mostik.core.Outcome;
import io.mostik.core.http.CallListener.Exchange;
import io.mostik.core.http.CallListener.Finished;
import io.mostik.core.http.CallListener.Wait;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionCallsTest {

    private final ManualTime time = new ManualTime();
    private final ConnectionCalls calls = new ConnectionCalls(time);

    @ParameterizedTest
    @CsvSource({
        "200, ANSWERED",
        "404, ANSWERED",
        "429, ANSWERED",
        "401, KEY_REFUSED",
        "500, FAILED",
        "503, FAILED",
        ", SILENT"
    })
    void givenAnswer_whenTold_thenIsOfItsKind(Integer status, ConnectionCalls.Kind kind) {
        exchange(status == null ? OptionalInt.empty() : OptionalInt.of(status));

        assertThat(calls.last()).contains(new ConnectionCalls.Answer(kind, time.now(), time.now()));
    }

    @Test
    void givenFailures_whenInARow_thenFirstOneCounts() {
        Instant start = time.now();
        exchange(OptionalInt.of(503));
        time.advance(Duration.ofMinutes(5));
        exchange(OptionalInt.of(500));

        assertThat(calls.last()).contains(new ConnectionCalls.Answer(ConnectionCalls.Kind.FAILED, start, time.now()));

        exchange(OptionalInt.of(200));

        assertThat(calls.last().orElseThrow().since()).isEqualTo(time.now());
    }

    @Test
    void givenLimit_whenItHoldsBack_thenOnlyUntilItsEnd() {
        calls.onWait(new Wait("orders.get", Wait.Reason.RETRY, Duration.ofMinutes(9)));
        assertThat(calls.slowUntil()).isEmpty();

        calls.onWait(new Wait("orders.get", Wait.Reason.RATE_LIMIT, Duration.ofSeconds(30)));

        assertThat(calls.slowUntil()).contains(time.now().plusSeconds(30));
        time.advance(Duration.ofSeconds(30));
        assertThat(calls.slowUntil()).isEmpty();
    }

    @Test
    void givenCalls_whenEnded_thenAreCounted() {
        finished(Optional.empty());
        finished(Optional.empty());
        finished(Optional.of(Outcome.UNKNOWN));

        assertThat(calls.outcomes())
                .hasSize(1 + Outcome.values().length)
                .containsEntry("done", 2L)
                .containsEntry("unknown", 1L)
                .containsEntry("rejected", 0L);
    }

    private void exchange(OptionalInt status) {
        Optional<Outcome> failure = status.isEmpty() ? Optional.of(Outcome.UNKNOWN) : Optional.empty();
        calls.onExchange(new Exchange("orders.get", Effect.READ, status, Duration.ZERO, failure, Optional.empty()));
    }

    private void finished(Optional<Outcome> failure) {
        calls.onCall(new Finished("orders.get", Effect.READ, 1, Duration.ZERO, failure, Optional.empty()));
    }
}
