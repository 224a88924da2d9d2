package io.mostik.core.webhook;

import io.mostik.core.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long bodies may take, and how many of them may be read at a time before anything proves them. Thread-safe; shared by
 * the requests of one adapter.
 */
final class BodyLimits {

    static final Duration UNPROVEN = Duration.ofSeconds(10);
    static final Duration PROVEN = Duration.ofMinutes(2);
    static final int UNPROVEN_AT_ONCE = 100;

    private final Duration unproven;
    private final Duration proven;
    private final Semaphore permits;

    BodyLimits(Duration unproven, Duration proven, int unprovenAtOnce) {
        this.unproven = positive(unproven);
        this.proven = positive(proven);
        this.permits = new Semaphore(unprovenAtOnce);
    }

    static BodyLimits standard() {
        return new BodyLimits(UNPROVEN, PROVEN, UNPROVEN_AT_ONCE);
    }

    /** Reads a body, its bytes counted by time. */
    interface Reading {
        WebhookReply read(InputStream body) throws IOException;
    }

    /** How a body is ended that does not come; a handle to take that back. */
    interface Guard {
        Runnable endAfter(Duration limit);
    }

    /** Returns the answer of a reading, or 503 if too many bodies are being read that nothing proves. */
    WebhookReply read(boolean isProven, InputStream body, Guard guard, Reading reading) throws IOException {
        if (!isProven && !permits.tryAcquire()) {
            return WebhookReply.text(503, "busy").header("Retry-After", "2");
        }
        Duration limit = isProven ? proven : unproven;
        Runnable disarm = guard.endAfter(limit);
        AtomicBoolean ended = new AtomicBoolean();
        Runnable onEnd = () -> {
            if (ended.compareAndSet(false, true)) {
                disarm.run();
                if (!isProven) {
                    permits.release();
                }
            }
        };
        try {
            return reading.read(new TimedBody(body, limit, TimeSource.system(), onEnd));
        } finally {
            onEnd.run();
        }
    }

    private static Duration positive(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a limit must be positive");
        }
        return limit;
    }
}
