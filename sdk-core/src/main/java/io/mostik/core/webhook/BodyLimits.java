package io.mostik.core.webhook;

import io.mostik.core.TimeSource;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
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

    /** How a body is opened that may not be wanted. */
    interface Body {
        InputStream open() throws IOException;
    }

    /** How a body is ended that does not come; a handle to take that back. */
    interface Guard {
        Runnable endAfter(Duration limit);
    }

    /** Returns the answer of an endpoint; reads the body only if the head does not settle it. 408 if it does not come. */
    WebhookReply answer(WebhookEndpoint endpoint, WebhookRequest head, Body body, Guard guard) {
        Optional<WebhookReply> early = endpoint.handleHead(head);
        if (early.isPresent()) {
            return early.get();
        }
        boolean isProven = endpoint.isProvenByHead(head);
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
            TimedBody timed = new TimedBody(body.open(), limit, TimeSource.system(), onEnd);
            return endpoint.handle(StreamingWebhookRequest.of(head, timed));
        } catch (IOException e) {
            onEnd.run(); // takes back the interrupt of the watch, before the log and the listeners
            endpoint.bodyFailed(head, e);
            return WebhookReply.text(408, "TOO_SLOW").header("Connection", "close");
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
