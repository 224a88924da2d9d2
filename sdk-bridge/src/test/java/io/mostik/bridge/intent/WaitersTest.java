package io.mostik.bridge.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.bridge.BridgeStore;
import io.mostik.bridge.TestAction;
import io.mostik.bridge.action.ActionResult;
import io.mostik.core.test.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who waits for an intent or an event is woken by it, and not by the clock. */
@Timeout(60)
class WaitersTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final JdbcConnectionPool pool = BridgeStore.h2().pool();
    private final JournalLab lab = new JournalLab(
            pool, new ManualTime(), once -> List.of(TestAction.of(call -> ActionResult.unknown("cannot_tell"))));

    @AfterEach
    void close() {
        pool.dispose();
    }

    @Test
    void givenTwoThatWait_whenTheIntentChanges_thenBothAreWoken() {
        Intent intent = lab.accept("d-1", "7");
        Waiters waiters = new Waiters();
        Waiters.Wait first = waiters.on(intent.id());
        Waiters.Wait second = waiters.on(Intents.eventsOf("zup"));
        Waiters.Wait gone = waiters.on(intent.id());
        gone.close();

        waiters.changed(intent);

        assertThat(lasts(() -> wait(first, LONG))).isLessThan(LONG);
        assertThat(lasts(() -> wait(second, LONG))).isLessThan(LONG);
        assertThat(lasts(() -> wait(gone, Duration.ofMillis(20)))).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @Test
    void givenInterrupt_whenWaiting_thenEndsAtOnceAndTheFlagStays() {
        Intent intent = lab.accept("d-1", "7");
        Thread.currentThread().interrupt();

        Intent same = lab.intents.await(intent.id(), LONG);
        boolean wasKept = Thread.interrupted();
        Thread.currentThread().interrupt();
        wait(new Waiters().on("x"), LONG);

        assertThat(same.state()).isEqualTo(IntentState.ACCEPTED);
        assertThat(wasKept).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void givenNoChange_whenTheTimeIsOver_thenReturnsWhatThereIs() {
        Intent intent = lab.accept("d-1", "7");

        assertThat(lab.intents.await(intent.id(), Duration.ofMillis(5)).state()).isEqualTo(IntentState.ACCEPTED);
        assertThat(lab.intents.awaitEvent("zup", 0, Duration.ofMillis(5))).isZero();
    }

    @Test
    void givenUnknownOutcome_whenAwaited_thenItAndItsEventAreReturned() throws Exception {
        Intent intent = lab.accept("d-1", "7");
        FutureTask<Intent> settled = new FutureTask<>(() -> lab.intents.await(intent.id(), LONG));
        FutureTask<Long> event = new FutureTask<>(() -> lab.intents.awaitEvent("zup", 0, LONG));
        assertThat(List.of(stateOnceItWaits(settled), stateOnceItWaits(event)))
                .containsOnly(Thread.State.TIMED_WAITING);

        lab.ringDue();

        assertThat(settled.get().state()).isEqualTo(IntentState.UNKNOWN);
        assertThat(event.get()).isEqualTo(lab.find(intent).event());
        assertThat(lab.intents.awaitEvent("zup", event.get() - 1, LONG)).isEqualTo(event.get());
    }

    /** Runs a task in a thread of its own, until that waits or is over. */
    private static Thread.State stateOnceItWaits(FutureTask<?> task) {
        Thread thread = new Thread(task, "waiting");
        thread.setDaemon(true);
        thread.start();
        Thread.State state = thread.getState();
        while (state != Thread.State.TIMED_WAITING && state != Thread.State.TERMINATED) {
            Thread.onSpinWait();
            state = thread.getState();
        }
        return state;
    }

    private static void wait(Waiters.Wait wait, Duration longest) {
        wait.forChange(longest);
    }

    private static Duration lasts(Runnable step) {
        long start = System.nanoTime();
        step.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
