package io.mostik.testing;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.HookDelivery.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;

/**
 * Delivers webhooks to a customer, with retries until one is accepted (by a 2xx, unless said otherwise) or the attempts
 * are used up. Each attempt is one
 * connection with one request, and never more. Does not follow redirects. Thread-safe.
 */
public final class HookSender {

    private final int maxAttempts;
    private final Duration timeout;
    private final IntPredicate success;
    private final List<HookDelivery> deliveries = new CopyOnWriteArrayList<>();

    /** Makes a sender that tries so often, waiting at most five seconds for an answer. */
    public HookSender(int maxAttempts) {
        this(maxAttempts, Duration.ofSeconds(5), status -> status / 100 == 2);
    }

    /**
     * Makes a sender that tries so often, waiting so long for each answer, until a status means success to the vendor.
     */
    public HookSender(int maxAttempts, Duration timeout, IntPredicate success) {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be positive: " + maxAttempts);
        }
        this.maxAttempts = maxAttempts;
        this.timeout = requireNonNull(timeout, "timeout");
        this.success = requireNonNull(success, "success");
    }

    /** Delivers the hook and returns once it was taken or given up; there are no pauses between attempts. */
    public HookDelivery deliver(OutgoingWebhook hook) {
        List<Attempt> attempts = new ArrayList<>();
        boolean accepted;
        do {
            Attempt attempt = attempt(hook);
            attempts.add(attempt);
            accepted = attempt.status().isPresent()
                    && success.test(attempt.status().getAsInt());
        } while (!accepted && attempts.size() < maxAttempts);
        HookDelivery delivery = new HookDelivery(hook, attempts, accepted);
        deliveries.add(delivery);
        return delivery;
    }

    /** Returns every delivery so far, in the order they ended. */
    public List<HookDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    private Attempt attempt(OutgoingWebhook hook) {
        try {
            return HookConnection.exchange(hook, timeout);
        } catch (IOException e) {
            return new Attempt(OptionalInt.empty(), "", new byte[0], e.toString());
        }
    }
}
