package io.mostik.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AsyncEndsTest {

    private static final InheritableThreadLocal<String> TENANT = new InheritableThreadLocal<>();

    private final CountDownLatch never = new CountDownLatch(1);

    /** Own threads of this JDK, own pools as on 17, and an embedder's single thread. */
    static Stream<Supplier<Async>> kinds() {
        return Stream.of(
                Async::create,
                () -> Async.on(new AsyncThreads(false)),
                () -> Async.on(Executors.newFixedThreadPool(1, AsyncEndsTest::daemonThread)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givenCallsWithinCalls_whenJoined_thenAllEnd(Supplier<Async> kind) {
        Async async = kind.get();

        List<AsyncCall<Integer>> calls = IntStream.range(0, 150)
                .mapToObj(i -> async.call(
                        () -> async.call(() -> i).thenApply(x -> x + 1).join()))
                .toList();

        assertThat(calls.stream().mapToInt(AsyncCall::join).sum()).isEqualTo(150 * 151 / 2);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givenBulkWithinCalls_whenJoined_thenAllEnd(Supplier<Async> kind) {
        Async async = kind.get();

        List<AsyncCall<Integer>> calls = IntStream.range(0, 120)
                .mapToObj(i -> async.call(() -> bulk(async, List.of(1, 2, 3)).size()))
                .toList();

        assertThat(calls).allMatch(call -> call.join() == 3);
    }

    @Test
    void givenAllOfWithinCalls_whenJoinedOnPools_thenAllEnd() {
        Async async = Async.on(new AsyncThreads(false));

        List<AsyncCall<Integer>> calls = IntStream.range(0, 150)
                .mapToObj(i -> async.call(() -> {
                    CompletableFuture.allOf(async.call(() -> 1), async.call(() -> 2))
                            .join();
                    return i;
                }))
                .toList();

        assertThat(calls).extracting(AsyncCall::join).hasSize(150);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givenClosedThreads_whenCallsWait_thenEveryFutureEnds(Supplier<Async> kind) {
        Async async = kind.get();
        List<AsyncCall<Object>> calls =
                IntStream.range(0, 150).mapToObj(i -> async.call(this::hang)).toList();

        async.close();
        calls.forEach(call -> call.cancel(true));

        assertThat(calls).allMatch(CompletableFuture::isDone);
    }

    @Test
    void givenPoolOfItsOwn_whenClosed_thenWaitingCallsSayNotSent() {
        Async async = Async.create();
        List<AsyncCall<Object>> calls =
                IntStream.range(0, 150).mapToObj(i -> async.call(this::hang)).toList();

        async.close();

        for (AsyncCall<Object> call : calls) {
            Throwable why =
                    catchThrowableOfType(CompletionException.class, call::join).getCause();
            assertThat(why).isInstanceOf(Exception.class);
        }
        assertThat(catchThrowableOfType(
                        ExecutionException.class, () -> async.call(() -> 1).get()))
                .cause()
                .isInstanceOfSatisfying(
                        TransportException.class,
                        late -> assertThat(late.outcome()).isEqualTo(Outcome.NOT_SENT));
    }

    @Test
    void givenCancelledCall_whenWorkEnds_thenOutcomeIsToldAfterwards() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Async async = Async.create();
        AsyncCall<Object> call = async.call(() -> {
            begun.countDown();
            return hang();
        });
        begun.await();

        CompletableFuture<String> derived = call.thenApply(String::valueOf).thenApply(x -> x);
        derived.cancel(true);

        assertThat(call).isCancelled();
        assertThat(catchThrowableOfType(
                        ExecutionException.class, () -> call.ended().get()))
                .cause()
                .isInstanceOfSatisfying(
                        TransportException.class,
                        end -> assertThat(end.outcome()).isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void givenFullExecutor_whenCalledInBulk_thenNoResultIsLost() throws Exception {
        ExecutorService full = new ThreadPoolExecutor(
                1, 1, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1), AsyncEndsTest::daemonThread);

        List<BatchExecutor.Result<Integer, Integer>> results = BatchExecutor.on(Async.on(full))
                .atOnce(8)
                .each(IntStream.range(0, 20).boxed().toList(), i -> i);

        assertThat(results)
                .extracting(BatchExecutor.Result::value)
                .containsExactlyElementsOf(
                        IntStream.range(0, 20).boxed().map(Optional::of).toList());
    }

    @Test
    void givenBulk_whenInterrupted_thenHoldsResultOfEachItem() throws Exception {
        Thread waiting = Thread.currentThread();

        BatchExecutor.Interrupted interrupted = catchThrowableOfType(
                BatchExecutor.Interrupted.class,
                () -> BatchExecutor.on(Async.create()).atOnce(2).each(List.of(1, 2, 3, 4), item -> {
                    if (item == 1) {
                        return "done";
                    }
                    if (item == 3) {
                        waiting.interrupt();
                    }
                    return String.valueOf(hang());
                }));

        assertThat(interrupted.results()).hasSize(4);
        assertThat(interrupted.results().get(0).value().isPresent()).isTrue();
        assertThat(interrupted.results().get(1).outcome()).contains(Outcome.UNKNOWN);
        assertThat(interrupted.results().get(3).outcome()).contains(Outcome.NOT_SENT);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void givenInheritableLocals_whenCalled_thenThreadsSeeNone(Supplier<Async> kind) {
        Async async = kind.get();
        boolean own = !async.call(() -> Thread.currentThread().getName()).join().equals("embedder");
        TENANT.set("A");

        String seen = async.call(() -> TENANT.get() + " "
                        + (Thread.currentThread().getContextClassLoader() == Async.class.getClassLoader()))
                .join();

        TENANT.remove();
        assertThat(own ? seen : "null true").isEqualTo("null true");
    }

    @Test
    void givenClosedThreads_whenPagesAreReadAhead_thenTheWalkGoesOn() {
        Async async = Async.on(Runnable::run);
        Executor refusing = task -> {
            throw new java.util.concurrent.RejectedExecutionException();
        };
        Paged<Integer> pages = Paged.numbered(
                1, page -> page < 5 ? Page.of(List.of(page), String.valueOf(page + 1)) : Page.last(List.of(page)));
        List<Integer> read = new ArrayList<>();

        pages.prefetch(2, Async.on(refusing)).forEach(read::add);
        pages.prefetch(2, async).forEach(read::add);

        assertThat(read).containsExactly(1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
    }

    private static List<BatchExecutor.Result<Integer, Integer>> bulk(Async async, List<Integer> items) {
        try {
            return BatchExecutor.on(async).atOnce(2).each(items, item -> item);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A call that only an interrupt ends, as a call of the SDK would. */
    private Object hang() {
        try {
            never.await();
            return "never";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("cancelled", FailureInfo.cancelled("hang", Outcome.UNKNOWN, Phase.HEAD), e);
        }
    }

    private static Thread daemonThread(Runnable task) {
        Thread thread = new Thread(task, "embedder");
        thread.setDaemon(true);
        return thread;
    }
}
