package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An inbox that looks again and again, on an executor of the embedder. On real time. */
@Timeout(60)
class InboxPollTest {

    private final StateStore store = StateStore.inMemory();
    private final CountDownLatch handled = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private Inbox<String> inbox() {
        return Inbox.builder(Once.over(store), "test", text -> text)
                .poll(Duration.ofMillis(20))
                .open(event -> handled.countDown());
    }

    @Test
    void givenFullExecutor_whenThreadsAreFreeAgain_thenEventIsHandled() throws Exception {
        AtomicInteger refused = new AtomicInteger();
        Executor full = task -> {
            if (refused.incrementAndGet() <= 3) {
                throw new RejectedExecutionException("full");
            }
            threads.execute(task);
        };

        handles(full);
    }

    @Test
    void givenExecutorThatDropsWork_whenPolledOn_thenEventIsHandled() throws Exception {
        AtomicInteger dropped = new AtomicInteger();

        handles(task -> {
            if (dropped.incrementAndGet() > 1) {
                threads.execute(task);
            }
        });
    }

    @Test
    void givenEventsOfAnotherNode_whenPolledOn_thenEachIsHandled() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Inbox<String> other =
                Inbox.builder(Once.over(store), "test", text -> text).open(event -> {});
        InboxBuilder<String> polling =
                Inbox.builder(Once.over(store), "test", text -> text).poll(Duration.ofMillis(20));
        try (Inbox<String> inbox = polling.open(event -> {
            handled.countDown();
            both.countDown();
        })) {
            inbox.start(threads);
            other.accept("e-1", "event", "event");
            boolean first = handled.await(30, TimeUnit.SECONDS);
            other.accept("e-2", "event", "event");

            assertThat(first).isTrue();
            assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private void handles(Executor executor) throws InterruptedException {
        try (Inbox<String> inbox = inbox()) {
            inbox.accept("e-1", "event", "event");
            inbox.start(executor);

            assertThat(handled.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
