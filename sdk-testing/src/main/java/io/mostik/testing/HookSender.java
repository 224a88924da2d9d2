package io.mostik.testing;

import static java.util.Objects.requireNonNull;

import io.mostik.testing.HookDelivery.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Delivers hooks to a customer, again and again until the answer is a 2xx or the attempts are used up. Each attempt is one
 * connection with one request, and never more. Does not follow redirects. Thread-safe.
 */
public final class HookSender {

    private final int maxAttempts;
    private final Duration timeout;
    private final List<HookDelivery> deliveries = new CopyOnWriteArrayList<>();

    /** Makes a sender that tries so often, waiting at most five seconds for an answer. */
    public HookSender(int maxAttempts) {
        this(maxAttempts, Duration.ofSeconds(5));
    }

    /** Makes a sender that tries so often, waiting so long for each answer. */
    public HookSender(int maxAttempts, Duration timeout) {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be positive: " + maxAttempts);
        }
        this.maxAttempts = maxAttempts;
        this.timeout = requireNonNull(timeout, "timeout");
    }

    /** Delivers the hook and returns once it was taken or given up; there are no pauses between attempts. */
    public HookDelivery deliver(Hook hook) {
        List<Attempt> attempts = new ArrayList<>();
        do {
            attempts.add(attempt(hook));
        } while (!attempts.get(attempts.size() - 1).accepted() && attempts.size() < maxAttempts);
        HookDelivery delivery = new HookDelivery(hook, attempts);
        deliveries.add(delivery);
        return delivery;
    }

    /** Returns every delivery so far, in the order they ended. */
    public List<HookDelivery> deliveries() {
        return List.copyOf(deliveries);
    }

    private Attempt attempt(Hook hook) {
        try {
            return HookConnection.exchange(hook, timeout);
        } catch (IOException e) {
            return new Attempt(OptionalInt.empty(), new byte[0], e.toString());
        }
    }
}
