package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrefetchTest {

    private static final Executor AT_ONCE = Runnable::run;

    private final List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Test
    void givenSdkThreads_whenReadingAhead_thenSameOrderAndRequests() {
        List<Integer> items = tokens(9).prefetch(3).toList();

        assertThat(items).isEqualTo(tokens(9).toList()).hasSize(18);
        assertThat(asked.subList(0, 9)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void givenNothingSaid_whenWalking_thenReadsNothingAhead() {
        tokens(5).iterator().next();

        assertThat(asked).containsExactly(1);
    }

    @Test
    void givenListAhead_whenNotWalked_thenFetchesNothing() {
        tokens(5).prefetch(2, Async.on(AT_ONCE)).stream();

        assertThat(asked).isEmpty();
    }

    @Test
    void givenTwoPagesAhead_whenWalking_thenAtMostTwoAskedEarly() {
        Iterator<Page<Integer>> pages =
                tokens(6).prefetch(2, Async.on(AT_ONCE)).pages().iterator();
        List<Integer> soFar = new ArrayList<>();

        while (pages.hasNext()) {
            pages.next();
            soFar.add(asked.size());
        }

        assertThat(soFar).containsExactly(3, 4, 5, 6, 6, 6);
    }

    @Test
    void givenTokens_whenReadingAhead_thenEachPageAwaitsTheLast() {
        tokens(6).prefetch(2, Async.on(waiting::add)).iterator().next();
        int before = waiting.size();
        waiting.remove().run();

        assertThat(before).isEqualTo(1);
        assertThat(asked).containsExactly(1, 2);
        assertThat(waiting).hasSize(1);
    }

    @Test
    void givenNumbersAndCount_whenReadingAhead_thenAskedAtOnceToEnd() {
        Paged<Integer> list = counted(4).prefetch(9, Async.on(waiting::add));

        list.iterator().next();

        assertThat(waiting).hasSize(3);
        waiting.forEach(Runnable::run);
        assertThat(asked).containsExactly(1, 2, 3, 4);
    }

    @Test
    void givenPagesOutOfOrder_whenWalking_thenItemsComeInOrder() {
        Iterator<Integer> items =
                counted(4).prefetch(3, Async.on(waiting::push)).iterator();
        List<Integer> seen = new ArrayList<>(List.of(items.next(), items.next()));

        waiting.remove().run();
        waiting.remove().run();
        items.forEachRemaining(seen::add);

        assertThat(asked).containsExactly(1, 4, 3, 2);
        assertThat(seen).isEqualTo(counted(4).toList());
    }

    @Test
    void givenSkippedNumber_whenReadingAhead_thenFollowsTheVendor() {
        IntFunction<Page<Integer>> skipping =
                n -> n == 2 ? page(2, 5, 20) : n > 6 ? page(n, 0, 20) : page(n, n + 1, 20);
        Paged<Integer> list = Paged.numbered(1, skipping).endingAtRepeats();

        List<Integer> ahead = list.prefetch(3, Async.on(waiting::add)).toList();

        assertThat(ahead).isEqualTo(list.toList()).contains(50).doesNotContain(30);
    }

    @Test
    void givenFailedPage_whenItsTurnComes_thenFailsAndCanBeRetried() {
        Paged<Integer> list = Paged.numbered(1, n -> {
            if (n == 2 && !asked.contains(2)) {
                asked.add(2);
                throw new IllegalStateException("page 2");
            }
            return n == 3 ? Page.last(List.of(3)) : Page.of(List.of(n), Integer.toString(n + 1));
        });
        Iterator<Integer> items = list.prefetch(2, Async.on(AT_ONCE)).iterator();

        int first = items.next();

        assertThat(first).isEqualTo(1);
        assertThatThrownBy(items::hasNext).isInstanceOf(IllegalStateException.class);
        assertThat(list.prefetch(2, Async.on(AT_ONCE)).toList()).containsExactly(1, 2, 3);
    }

    @Test
    void givenAbandonedWalk_whenPagesAheadCame_thenAsksNoMore() {
        tokens(100).prefetch(2, Async.on(waiting::add)).iterator().next();

        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }

        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void givenPageUnderWay_whenStreamIsClosed_thenItIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        Paged<Integer> list = blockedAtPageTwo(started, interrupted);

        try (Stream<Integer> items = list.prefetch(1).stream()) {
            items.iterator().next();
            started.await();
        }

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenWalk_whenInterrupted_thenFailsAsCallAndCancelsPage() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(2);
        Paged<Integer> list = blockedAtPageTwo(started, interrupted);
        CompletableFuture<Throwable> end = new CompletableFuture<>();
        Async busyAtOnce = Async.on(task -> {
            new Thread(task).start();
            awaitStart(started);
        });
        Thread walker = new Thread(() -> {
            try {
                end.completeExceptionally(
                        new AssertionError(list.prefetch(1, busyAtOnce).toList()));
            } catch (IllegalStateException e) {
                end.complete(e);
            }
        });

        walker.start();
        started.await();
        waitsForPageTwo(walker);
        walker.interrupt();

        assertThat(end.get(5, TimeUnit.SECONDS)).hasMessage("cut short");
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenBusyThreads_whenWalking_thenWalkerFetchesByItself() {
        List<Integer> items = tokens(4).prefetch(2, Async.on(task -> {})).toList();

        assertThat(items).isEqualTo(tokens(4).toList());
    }

    @Test
    void givenRefusingThreads_whenWalking_thenWalkerFetchesByItself() {
        Async refusing = Async.on(task -> {
            throw new RejectedExecutionException();
        });

        assertThat(counted(4).prefetch(2, refusing).toList())
                .isEqualTo(tokens(4).toList());
    }

    @Test
    void givenNegativeNumber_whenSet_thenRefusedByName() {
        assertThatThrownBy(() -> tokens(1).prefetch(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pages");
    }

    /** Waits at page 2 until it is interrupted; fails then, as a call does. */
    private Paged<Integer> blockedAtPageTwo(CountDownLatch started, CountDownLatch interrupted) {
        return Paged.numbered(1, n -> {
            if (n == 2) {
                started.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    interrupted.countDown();
                    throw new IllegalStateException("cut short", e);
                }
            }
            return page(n, n + 1, 0);
        });
    }

    private static void waitsForPageTwo(Thread walker) {
        while (walker.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void awaitStart(CountDownLatch started) {
        while (started.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    /** Pages whose number of items the vendor keeps to itself. */
    private Paged<Integer> tokens(int pages) {
        return Paged.numbered(1, n -> page(n, n == pages ? 0 : n + 1, 0));
    }

    private Paged<Integer> counted(int pages) {
        return Paged.numbered(1, n -> page(n, n == pages ? 0 : n + 1, 2L * pages));
    }

    private Page<Integer> page(int number, int next, long total) {
        asked.add(number);
        List<Integer> items = List.of(number * 10, number * 10 + 1);
        Page<Integer> page = next == 0 ? Page.last(items) : Page.of(items, Integer.toString(next));
        return total == 0 ? page : page.withTotal(total);
    }
}
