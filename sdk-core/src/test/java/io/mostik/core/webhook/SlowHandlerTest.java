package io.mostik.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.core.Secret;
import io.mostik.core.StateStore;
import io.mostik.core.once.Once;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handler slower than its lease. On real time, for renewal has a thread of its own. */
@Timeout(60)
class SlowHandlerTest {

    /** Renewed three times in its length: on a busy machine a renewal may come late by more than two seconds. */
    private static final Duration LEASE = Duration.ofSeconds(4);

    private static final Duration KEEP = Duration.ofDays(1);

    private final StateStore store = StateStore.inMemory();
    private final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final WebhookReceiver<String> receiver = WebhookReceiver.of(
                    "test", WebhookAuthentication.parameter("key", Secret.of("k")), WebhookRequest::text)
            .identity(event -> event);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void givenHandlerSlowerThanItsLease_whenSentAgain_then503() throws Exception {
        Future<WebhookReply> first = threads.submit(() -> node().handle(request(), this::slow));
        begun.await();

        List<Integer> meanwhile = new ArrayList<>();
        for (long end = end(); System.nanoTime() < end; ) {
            meanwhile.add(node().handle(request(), handled::add).status());
            assertThat(released.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
        released.countDown();

        assertThat(meanwhile).containsOnly(503);
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(node().handle(request(), handled::add).status()).isEqualTo(200);
        assertThat(handled).containsExactly("event");
    }

    /** A process of its own. */
    private WebhookReceiver<String> node() {
        return receiver.once(Once.over(store), KEEP, LEASE);
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

    private static long end() {
        return System.nanoTime() + LEASE.multipliedBy(3).dividedBy(2).toNanos();
    }

    private static WebhookRequest request() {
        return new WebhookRequest("POST", "key=k", Map.of(), "event".getBytes(StandardCharsets.UTF_8));
    }
}
