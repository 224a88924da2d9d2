package io.mostik.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What takes long is made once, beforehand or by the first who needs it. */
class MadeOnceTest {

    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch may = new CountDownLatch(1);

    @Test
    void givenNobodyBegan_whenAsked_thenWhoAsksMakesIt() {
        MadeOnce<Thread> once = new MadeOnce<>(this::thread);

        assertThat(once.get()).isSameAs(Thread.currentThread());
        once.begin();
        assertThat(once.get()).isSameAs(Thread.currentThread());
        assertThat(made).hasValue(1);
    }

    @Test
    void givenBegun_whenAskedMeanwhile_thenAThreadOfItsOwnMakesIt_andEnds() throws Exception {
        MadeOnce<Thread> once = begun(this::thread);
        once.begin();
        CompletableFuture<Thread> asked = CompletableFuture.supplyAsync(once::get);
        may.countDown();

        Thread maker = asked.get(20, TimeUnit.SECONDS);
        assertThat(maker.getName()).isEqualTo("mostik-json");
        assertThat(maker.isDaemon()).isTrue();
        assertThat(made).hasValue(1);
        maker.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(maker.isAlive()).isFalse();
    }

    @Test
    void givenInterrupted_whenWaiting_thenItComes_andTheInterruptIsKept() throws Exception {
        MadeOnce<Integer> once = begun(made::incrementAndGet);
        AtomicReference<Boolean> kept = new AtomicReference<>();
        Thread waiting = new Thread(() -> {
            Thread.currentThread().interrupt();
            made.addAndGet(10 * once.get());
            kept.set(Thread.currentThread().isInterrupted());
        });
        waiting.start();
        may.countDown();
        waiting.join(TimeUnit.SECONDS.toMillis(20));

        assertThat(kept).hasValue(true);
        assertThat(made).hasValue(11);
    }

    @Test
    void givenItCannotBeMade_whenAsked_thenWhy_andTheNextTriesAgain() {
        MadeOnce<Integer> once = new MadeOnce<>(() -> {
            int number = made.incrementAndGet();
            if (number == 1) {
                throw new StackOverflowError("deep");
            }
            if (number == 2) {
                throw new IllegalStateException("not yet");
            }
            return number;
        });

        assertThatThrownBy(once::get).isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(once::get).hasMessage("not yet");
        assertThat(once.get()).isEqualTo(3);
    }

    /** Returns what a thread of its own is making, and goes on with when it may. */
    private <T> MadeOnce<T> begun(Callable<T> how) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        MadeOnce<T> once = new MadeOnce<>(() -> {
            begun.countDown();
            may.await();
            return how.call();
        });
        once.begin();
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        return once;
    }

    private Thread thread() {
        made.incrementAndGet();
        return Thread.currentThread();
    }
}
