package io.mostik.core.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.StateStore;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler slower than its lease. On real time, for renewal has a thread of its own. */
@Timeout(60)
class SlowInboxTest {

    /** Renewed three times in its length: on a busy machine a renewal may come late by more than two seconds. */
    private static final Duration LEASE = Duration.ofSeconds(4);

    private final StateStore store = StateStore.inMemory();
    private final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void givenSlowHandler_whenAnotherNodeRuns_thenItLeavesTheEvent() throws Exception {
        Inbox<String> slow = inbox(this::slow);
        Inbox<String> second = inbox(handled::add);
        slow.accept("e-1", "event", "event");
        Future<Integer> done = threads.submit(slow::run);
        begun.await();

        int taken = 0;
        for (long end = System.nanoTime() + LEASE.multipliedBy(3).dividedBy(2).toNanos(); System.nanoTime() < end; ) {
            taken += second.run();
            assertThat(released.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
        released.countDown();

        assertThat(taken).isZero();
        assertThat(done.get()).isEqualTo(1);
        assertThat(handled).containsExactly("event");
    }

    private Inbox<String> inbox(Consumer<String> handler) {
        return Inbox.builder(Once.over(store), "test", text -> text)
                .lease(LEASE)
                .open(handler);
    }

    private void slow(String event) {
        handled.add(event);
        begun.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
