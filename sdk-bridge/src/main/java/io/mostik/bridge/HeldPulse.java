package io.mostik.bridge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Beats while sending is held: the heart of the scheduler stands still then, and nobody would see a release elsewhere. */
final class HeldPulse {

    private final Duration pause;
    private final Runnable beat;
    private boolean isWanted;
    private boolean isBeating;
    private boolean isEnded;

    HeldPulse(Duration pause, Runnable beat) {
        this.pause = pause;
        this.beat = beat;
    }

    synchronized void start() {
        isWanted = !isEnded;
        if (isWanted && !isBeating) {
            isBeating = true;
            next();
        }
    }

    synchronized void stop() {
        isWanted = false;
    }

    /** Stops, and never begins again. */
    synchronized void end() {
        isEnded = true;
        isWanted = false;
    }

    private void next() {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::tick);
    }

    private void tick() {
        if (goesOn()) {
            try {
                beat.run();
            } finally {
                next();
            }
        }
    }

    private synchronized boolean goesOn() {
        isBeating = isWanted;
        return isWanted;
    }
}
