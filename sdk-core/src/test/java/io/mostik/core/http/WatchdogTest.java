package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {

    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1);
    private final Watchdog watchdog = new Watchdog(scheduler);

    @AfterEach
    void end() {
        scheduler.shutdownNow();
    }

    @Test
    void givenFailingLook_whenOthersAreWatched_thenTheyGoOn() throws Exception {
        CountDownLatch looks = new CountDownLatch(3);
        watchdog.watch(() -> {
            throw new NoClassDefFoundError("gone");
        });

        watchdog.watch(looks::countDown);

        assertThat(looks.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void givenSchedulerThatEnded_whenWatching_thenNothingIsThrown() {
        scheduler.shutdownNow();

        watchdog.watch(() -> {});

        assertThat(scheduler.getQueue()).isEmpty();
    }
}
