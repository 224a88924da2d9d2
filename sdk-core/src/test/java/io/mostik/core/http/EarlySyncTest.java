package io.mostik.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class EarlySyncTest {

    private final List<Boolean> forced = Collections.synchronizedList(new ArrayList<>());

    @Test
    void givenLessThanAStep_whenComplete_thenIsForcedOnce() throws IOException {
        EarlySync sync = new EarlySync(forced::add);

        sync.wrote(EarlySync.STEP - 1);
        sync.complete();

        assertThat(forced).containsExactly(true);
    }

    @Test
    void givenAStep_whenComplete_thenIsForcedMeanwhileAndAtTheEnd() throws IOException {
        EarlySync sync = new EarlySync(forced::add);

        sync.wrote(EarlySync.STEP);
        sync.complete();

        assertThat(forced).containsExactly(false, true);
    }

    @Test
    void givenStepUnderWay_whenMoreIsWritten_thenNoOtherBegins() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        EarlySync sync = new EarlySync(withAttributes -> {
            forced.add(withAttributes);
            await(release);
        });

        sync.wrote(EarlySync.STEP);
        sync.wrote(EarlySync.STEP);
        release.countDown();
        sync.complete();

        assertThat(forced).containsExactly(false, true);
    }

    /** The second time the system no longer knows of it. */
    @Test
    void givenFailureOnTheWay_whenComplete_thenIsTold() {
        EarlySync sync = new EarlySync(withAttributes -> {
            forced.add(withAttributes);
            if (forced.size() == 1) {
                throw new IOException("no space left");
            }
        });

        sync.wrote(EarlySync.STEP);

        assertThatThrownBy(sync::complete).isInstanceOf(IOException.class).hasRootCauseMessage("no space left");
        assertThat(forced).containsExactly(false);
    }

    @Test
    void givenStepUnderWay_whenInterrupted_thenDoesNotWait() {
        CountDownLatch release = new CountDownLatch(1);
        EarlySync sync = new EarlySync(withAttributes -> await(release));
        sync.wrote(EarlySync.STEP);

        Thread.currentThread().interrupt();

        assertThatThrownBy(sync::complete).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        release.countDown();
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
