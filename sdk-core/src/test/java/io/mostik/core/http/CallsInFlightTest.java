package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mostik.core.Attempt;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.TransportException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallsInFlightTest {

    private final CallsInFlight calls = new CallsInFlight();

    @AfterEach
    void leaveNoInterrupt() {
        Thread.interrupted();
    }

    @Test
    void givenCallUnderWay_whenClosed_thenInterruptsAndTakesItBack() {
        CallsInFlight.InFlight call = calls.enter("things.test");

        calls.close();
        boolean during = Thread.currentThread().isInterrupted();
        call.close();

        assertThat(during).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void givenCallThatIsOver_whenClosed_thenItsThreadIsLeftAlone() {
        calls.enter("things.test").close();

        calls.close();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void givenInterruptByTheCaller_whenTheCallEnds_thenItIsKept() {
        CallsInFlight.InFlight call = calls.enter("things.test");

        Thread.currentThread().interrupt();
        call.close();

        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void givenClosed_whenEntering_thenRefusesAsCancelledAndNotSent() {
        calls.close();

        TransportException failure = catchThrowableOfType(TransportException.class, () -> calls.enter("things.test"));
        calls.close();

        assertThat(failure.failure()).isEqualTo(FailureInfo.cancelled("things.test", Outcome.NOT_SENT, Phase.WAIT));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void givenBrokenCall_whenClosed_thenIsCancelledWithSameOutcome() {
        SdkException broken = broken();
        CallsInFlight.InFlight call = calls.enter("things.test");
        calls.close();

        SdkException seen = call.seenAs(broken);

        assertThat(seen.failure()).isEqualTo(FailureInfo.cancelled("things.test", Outcome.UNKNOWN, Phase.HEAD));
        assertThat(seen.attempts()).isEqualTo(broken.attempts()).hasSize(1);
        assertThat(seen).hasMessageContaining("cancelled, as the client was closed");
    }

    @Test
    void givenCancelledCall_whenClosed_thenIsSeenAsItIs() {
        SdkException cancelled = new TransportException(
                "x", FailureInfo.cancelled("things.test", Outcome.NOT_SENT, Phase.CONNECT), null);
        CallsInFlight.InFlight call = calls.enter("things.test");
        calls.close();

        assertThat(call.seenAs(cancelled)).isSameAs(cancelled);
    }

    @Test
    void givenCallUnderWay_whenBrokenWithoutClosing_thenIsSeenAsItIs() {
        SdkException broken = broken();

        try (CallsInFlight.InFlight call = calls.enter("things.test")) {
            assertThat(call.seenAs(broken)).isSameAs(broken);
        }
    }

    private static SdkException broken() {
        SdkException broken =
                new TransportException("x", FailureInfo.temporary("things.test", Outcome.UNKNOWN, Phase.HEAD), null);
        return broken.tried(
                List.of(new Attempt(1, Duration.ofMillis(3), OptionalInt.empty(), Outcome.UNKNOWN, Duration.ZERO)));
    }
}
