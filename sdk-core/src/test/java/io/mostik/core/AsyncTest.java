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
    void givenTaskDecorator_whenCalling_thenContextGoesAlong() throws Exception {
        ThreadLocal<String> context = new ThreadLocal<>();
        Async carrying = async.taskDecorator(task -> {
            String captured = context.get();
            return () -> {
                context.set(captured);
                task.run();
                context.remove();
            };
        });
        context.set("order 7");

        String called = carrying.call(context::get).join();
        List<BatchExecutor.Result<Integer, String>> each =
                BatchExecutor.on(carrying).atOnce(2).each(List.of(1, 2, 3), item -> context.get() + "/" + item);

        assertThat(called).isEqualTo("order 7");
        assertThat(each)
                .extracting(result -> result.value().orElseThrow())
                .containsExactly("order 7/1", "order 7/2", "order 7/3");
    }

    @Test
    void givenDecoratorDroppingTask_whenCalling_thenFutureFails() {
        Async dropping = async.taskDecorator(task -> () -> {});

        CompletableFuture<Integer> future = dropping.call(() -> 42);

        assertThatThrownBy(future::join).hasRootCauseMessage("the task decorator has not run the task");
    }

    @Test
    void givenManyItems_whenCalledInBulk_thenKeepsOrderAndLimit() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Integer> items = IntStream.range(0, 100).boxed().toList();

        List<BatchExecutor.Result<Integer, Integer>> results = BatchExecutor.on(async)
                .atOnce(3)
                .each(items, item -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    now.decrementAndGet();
                    return item * 2;
                });

        assertThat(results).extracting(BatchExecutor.Result::item).containsExactlyElementsOf(items);
        assertThat(results).allMatch(result -> result.value().orElseThrow() == result.item() * 2);
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void givenOneThatFails_whenCalledInBulk_thenTheOthersGoOn() throws Exception {
        List<BatchExecutor.Result<Integer, Integer>> results =
                BatchExecutor.on(async).each(List.of(1, 0, 2), item -> 10 / item);

        assertThat(results).extracting(BatchExecutor.Result::succeeded).containsExactly(true, false, true);
        assertThat(results.get(1).failure().orElseThrow()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void givenListener_whenCalledInBulk_thenIsToldOfTheCallsAndTheEnd() throws Exception {
        List<Progress> told = new CopyOnWriteArrayList<>();

        BatchExecutor.on(async).progress(told::add).each(List.of(1, 0, 2), item -> 10 / item);

        Progress last = told.get(told.size() - 1);
        assertThat(last.done()).isEqualTo(3);
        assertThat(last.total()).hasValue(3);
        assertThat(told).extracting(Progress::ended).containsOnlyOnce(true).endsWith(true);
    }
}
