package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AsyncTest {

    private final Async async = Async.create();

    @AfterEach
    void close() {
        async.close();
    }

    @Test
    void givenCall_whenItReturns_thenTheFutureHasItsValue() {
        assertThat(async.call(() -> 42).join()).isEqualTo(42);
    }

    @Test
    void givenCallThatFails_whenJoined_thenHasItsReason() {
        CompletableFuture<Object> future = async.call(() -> {
            throw new IllegalStateException("no");
        });

        assertThatThrownBy(future::join).hasRootCauseMessage("no");
    }

    @Test
    void givenCallUnderWay_whenCancelled_thenItsThreadIsInterrupted() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CompletableFuture<Object> future = async.call(() -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return 0;
        });
        started.await();

        future.cancel(true);

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenManyItems_whenCalledInBulk_thenKeepsTheOrderAndTheNumberAtOnce() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Integer> items = IntStream.range(0, 100).boxed().toList();

        List<Bulk.Result<Integer, Integer>> results = Bulk.on(async).atOnce(3).each(items, item -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.onSpinWait();
            now.decrementAndGet();
            return item * 2;
        });

        assertThat(results).extracting(Bulk.Result::item).containsExactlyElementsOf(items);
        assertThat(results).allMatch(result -> result.value().orElseThrow() == result.item() * 2);
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void givenOneThatFails_whenCalledInBulk_thenTheOthersGoOn() throws Exception {
        List<Bulk.Result<Integer, Integer>> results = Bulk.on(async).each(List.of(1, 0, 2), item -> 10 / item);

        assertThat(results).extracting(Bulk.Result::succeeded).containsExactly(true, false, true);
        assertThat(results.get(1).failure().orElseThrow()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void givenListener_whenCalledInBulk_thenIsToldOfTheCallsAndTheEnd() throws Exception {
        List<Progress> told = new CopyOnWriteArrayList<>();

        Bulk.on(async).progress(told::add).each(List.of(1, 0, 2), item -> 10 / item);

        Progress last = told.get(told.size() - 1);
        assertThat(last.done()).isEqualTo(3);
        assertThat(last.total()).hasValue(3);
        assertThat(told).extracting(Progress::ended).containsOnlyOnce(true).endsWith(true);
    }
}
