package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.TransportException;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Writes that the vendor takes as a job, looks that fail, and attempts that are used wrongly. */
class OnceJobTest {

    private final ManualTime time = new ManualTime();
    private final StateStore store = StateStore.inMemory(time);
    private Supplier<ReadBack<String>> poll = ReadBack::unknown;
    private Supplier<ReadBack<String>> look = ReadBack::unknown;
    private Supplier<Sent<String>> send = () -> Sent.started("job-7");

    private OnceWrites<String, Void, String> writes() {
        return Once.over(store, time).writes(OnceLab.kind().build(), new OnceSteps<>() {
            @Override
            public Sent<String> send(String asked, Optional<Void> before) {
                return send.get();
            }

            @Override
            public ReadBack<String> readBack(String asked, Optional<Void> before) {
                return look.get();
            }

            @Override
            public ReadBack<String> poll(String asked, String handle) {
                return poll.get();
            }
        });
    }

    private static SdkException failure(Outcome outcome) {
        return new TransportException("spoiled", FailureInfo.temporary("vendor.get", outcome, Phase.CONNECT), null);
    }

    @Test
    void givenJob_whenItEndsWell_thenDone() {
        assertThat(writes().perform("a", "500")).isEqualTo(new OnceResult.Running<>("job-7"));
        assertThat(writes().perform("a", "500")).isEqualTo(new OnceResult.Running<>("job-7"));

        poll = () -> ReadBack.applied("card");

        assertThat(writes().perform("a", "500"))
                .isEqualTo(new OnceResult.Done<>(Optional.of("card"), OnceResult.How.SEEN));
        assertThat(writes().pending()).isEmpty();
    }

    @Test
    void givenJob_whenItEndsWithoutEffect_thenTheIdIsFree() {
        writes().perform("a", "500");
        poll = ReadBack::notApplied;

        assertThat(writes().perform("a", "500")).isInstanceOf(OnceResult.Refused.class);

        assertThat(writes().find("a")).isEmpty();
        assertThat(writes().pending()).isEmpty();
    }

    @Test
    void givenPlannedJob_whenWithoutEffect_thenRetriedAndThenDead() {
        writes().plan("a", "500");
        poll = ReadBack::notApplied;
        for (int i = 0; i < 4; i++) {
            writes().runDue(2);
            time.advance(Duration.ofHours(1));
        }

        assertThat(writes().pending()).singleElement().satisfies(open -> {
            assertThat(open.state()).isEqualTo(WriteState.REFUSED);
            assertThat(open.tries()).isEqualTo(2);
        });
    }

    @Test
    void givenLostAnswer_whenLookIsRefused_thenStaysUnknown() {
        send = () -> {
            throw failure(Outcome.UNKNOWN);
        };
        assertThatThrownBy(() -> writes().perform("a", "500")).isInstanceOf(SdkException.class);
        look = () -> {
            throw failure(Outcome.NOT_SENT);
        };

        assertThatThrownBy(() -> writes().perform("a", "500"))
                .isInstanceOfSatisfying(
                        SdkException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void givenJob_whenPollIsRefused_thenStaysUnknown() {
        writes().perform("a", "500");
        poll = () -> {
            throw failure(Outcome.REJECTED);
        };

        assertThatThrownBy(() -> writes().perform("a", "500"))
                .isInstanceOfSatisfying(
                        SdkException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void givenAttempt_whenSentTwice_thenRefused() {
        send = () -> Sent.result("1");
        Attempt<String, Void, String> attempt = writes().begin("a", "500");
        attempt.send();

        assertThatThrownBy(attempt::send).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void givenAttempt_whenReleased_thenTheIdIsFree() {
        Attempt<String, Void, String> attempt = writes().begin("a", "500");
        time.advance(OnceLab.LEASE.dividedBy(2));
        assertThat(attempt.isOld()).isTrue();

        attempt.release();

        assertThat(writes().find("a")).isEmpty();
        assertThat(writes().pending()).isEmpty();
    }

    @Test
    void givenAttemptReleasedLate_whenAnotherHasIt_thenNothingChanges() {
        Attempt<String, Void, String> attempt = writes().begin("a", "500");
        time.advance(OnceLab.BEYOND);
        look = ReadBack::notApplied;
        send = () -> Sent.result("1");
        writes().perform("a", "500");

        attempt.release();

        assertThat(writes().state("a")).isEqualTo(WriteState.DONE);
    }
}
