package io.mostik.bridge.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mostik.core.Outcome;
import io.mostik.core.SdkException;
import io.mostik.core.StateStore;
import io.mostik.core.once.OnceResult;
import io.mostik.core.test.ManualTime;
import io.mostik.core.test.OnceWorkflowContract;
import io.mostik.testing.FaultInjector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every action has to pass: everything of {@link OnceWorkflowContract} on every store, and each thing that can become
 * of its request on the way. In the end the vendor's book shows it once, and nobody was told otherwise than is true.
 */
abstract class ActionContract extends OnceWorkflowContract {

    private static final int MOST_ROUNDS = 8;

    /** What becomes of the vendor's next write. */
    enum Dial {
        DROPPED_BEFORE(FaultInjector::dropBeforeActing),
        DROPPED_AFTER(FaultInjector::actThenDrop),
        RESET_BEFORE(FaultInjector::resetBeforeActing),
        RESET_AFTER(FaultInjector::actThenReset),
        BUSY(faults -> faults.answer(429).times(ActionTrial.MORE_THAN_THE_CLIENT_TRIES)),
        ERROR_BEFORE(faults -> faults.answer(500)),
        ERROR_AFTER(faults -> faults.actThenAnswer(500)),
        HALF_ANSWER(FaultInjector::cutBody),
        GARBAGE(FaultInjector::garbage),
        NO_HTTP(FaultInjector::notHttp),
        LATE(faults -> faults.actLater(ActionTrial.LATE));

        private final Function<FaultInjector, FaultInjector.Setting> injection;

        Dial(Function<FaultInjector, FaultInjector.Setting> injection) {
            this.injection = injection;
        }

        FaultInjector.Setting on(FaultInjector faults) {
            return injection.apply(faults);
        }
    }

    @Override
    protected abstract ActionTrial open(StateStore store, ManualTime time);

    @TestFactory
    Stream<DynamicTest> givenFaultOnTheWay_whenAskedAgain_thenHealsToOnce() {
        return Arrays.stream(Dial.values()).map(dial -> dynamicTest(dial.name(), () -> heals(dial)));
    }

    private void heals(Dial dial) {
        ManualTime time = new ManualTime();
        StateStore store = StateStore.inMemory(time);
        List<String> told = new ArrayList<>();
        try (ActionTrial trial = open(store, time)) {
            trial.spoil(dial);
            boolean isDone = ask(trial, store, told);
            trial.deliverLate();
            for (int i = 0; i < MOST_ROUNDS && !isDone; i++) {
                time.advance(trial.patience());
                isDone = ask(trial, store, told);
            }
            assertThat(isDone).as("done in the end, %s", told).isTrue();
            assertThat(trial.acted()).as("in the book, %s", told).isEqualTo(1);
        }
    }

    private static boolean ask(ActionTrial trial, StateStore store, List<String> told) {
        boolean isDone = false;
        try {
            OnceResult<?> result = trial.act(store);
            told.add(result.getClass().getSimpleName());
            isDone = result instanceof OnceResult.Done;
        } catch (SdkException e) {
            told.add(e.outcome().name());
            boolean saysNothingHappened = e.outcome() == Outcome.REJECTED || e.outcome() == Outcome.NOT_SENT;
            assertThat(saysNothingHappened && trial.acted() > 0)
                    .as("told that nothing happened, %s", told)
                    .isFalse();
        }
        assertThat(trial.acted()).as("in the book, %s", told).isLessThanOrEqualTo(1);
        assertThat(isDone && trial.acted() == 0)
                .as("told that it happened, %s", told)
                .isFalse();
        return isDone;
    }
}
