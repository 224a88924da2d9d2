package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class FairTasksTest {

    private static final Thread ONE = new Thread(() -> {});
    private static final Thread OTHER = new Thread(() -> {});

    private final FairTasks tasks = new FairTasks(4);
    private final List<String> run = new ArrayList<>();

    @Test
    void givenTasksOfOneThread_whenRun_thenInTheirOrder() {
        tasks.add(ONE, () -> run.add("a"));
        tasks.add(ONE, () -> run.add("b"));

        tasks.runNext();
        tasks.runNext();
        tasks.runNext();

        assertThat(run).containsExactly("a", "b");
    }

    @Test
    void givenOneThatRuns_whenAnotherWaits_thenTheOtherIsNext() {
        tasks.add(ONE, () -> {
            run.add("one");
            tasks.runNext();
        });
        tasks.add(ONE, () -> run.add("one again"));
        tasks.add(OTHER, () -> run.add("other"));

        tasks.runNext();
        tasks.runNext();

        assertThat(run).containsExactly("one", "other", "one again");
    }

    @Test
    void givenTasks_whenDrained_thenNoneIsLeft() {
        Runnable kept = () -> run.add("kept");
        Runnable taken = () -> run.add("taken");
        tasks.add(ONE, kept);
        tasks.add(OTHER, taken);

        boolean first = tasks.remove(OTHER, taken);
        boolean again = tasks.remove(OTHER, taken);
        List<Runnable> left = tasks.drain();
        tasks.runNext();

        assertThat(first).isTrue();
        assertThat(again).isFalse();
        assertThat(left).containsExactly(kept);
        assertThat(run).isEmpty();
    }

    @Test
    void givenAsManyAsAllowed_whenOneMoreComes_thenItIsRefused() {
        for (int i = 0; i < 4; i++) {
            tasks.add(ONE, () -> {});
        }

        assertThatThrownBy(() -> tasks.add(OTHER, () -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
