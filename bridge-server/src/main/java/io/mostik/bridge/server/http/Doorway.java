package io.mostik.bridge.server.http;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Counts who is inside. What its head proves is only held back when the house is full; of the others each address may have
 * {@value #UNPROVEN_AT_ONCE} inside at a time, and after {@value #MOST_FAILURES} failures within a minute none for a minute.
 * Thread-safe.
 */
final class Doorway {

    static final int UNPROVEN_AT_ONCE = 16;
    static final int MOST_FAILURES = 20;
    static final Duration CLOSED = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;
    private static final int IPV6_GROUPS = 8; // as the JDK writes them, without "::"

    private final TimeSource time;
    private final Semaphore places;
    private final int all;
    private volatile boolean isClosing;
    private final Map<String, Integer> inside = new HashMap<>();
    private final Map<String, Failures> failures = new HashMap<>();

    Doorway(int places, TimeSource time) {
        this.places = new Semaphore(places);
        this.all = places;
        this.time = time;
    }

    /** Returns what is counted as one address: of IPv6 the network of 64 bits, as whoever has one address there has them all. */
    static String counted(String address) {
        String[] groups = address.split(":", -1);
        return groups.length == IPV6_GROUPS ? String.join(":", List.of(groups).subList(0, IPV6_GROUPS / 2)) : address;
    }

    /** Lets somebody in, or says why not. */
    Optional<Turned> enter(String address, boolean isProven) {
        if (!isProven && !enterUnproven(address)) {
            return Optional.of(isClosed(address) ? Turned.CLOSED : Turned.CROWDED);
        }
        if (isClosing || !places.tryAcquire()) {
            if (!isProven) {
                leaveUnproven(address);
            }
            return Optional.of(Turned.FULL);
        }
        return Optional.empty();
    }

    /** Lets out whom {@link #enter} has let in. */
    void leave(String address, boolean isProven) {
        places.release();
        if (!isProven) {
            leaveUnproven(address);
        }
    }

    /** Lets nobody in any more, and waits until those inside have left; returns whether they all have. */
    boolean close(Duration limit) {
        isClosing = true;
        try {
            return places.tryAcquire(all, limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized boolean enterUnproven(String address) {
        if (isClosed(address) || inside.getOrDefault(address, 0) >= UNPROVEN_AT_ONCE) {
            return false;
        }
        inside.merge(address, 1, Integer::sum);
        return true;
    }

    private synchronized void leaveUnproven(String address) {
        inside.computeIfPresent(address, (unused, count) -> count == 1 ? null : count - 1);
    }

    private synchronized boolean isClosed(String address) {
        Failures known = failures.get(address);
        return known != null && known.count() >= MOST_FAILURES && time.now().isBefore(known.until());
    }

    /** Counts a failure of an address. */
    synchronized void fail(String address) {
        Instant now = time.now();
        if (failures.size() >= MOST_ADDRESSES) {
            failures.values().removeIf(each -> !now.isBefore(each.until()));
        }
        if (failures.size() < MOST_ADDRESSES || failures.containsKey(address)) {
            failures.compute(
                    address,
                    (unused, known) -> known == null || !now.isBefore(known.until())
                            ? new Failures(1, now.plus(CLOSED))
                            : new Failures(
                                    known.count() + 1,
                                    known.count() + 1 == MOST_FAILURES ? now.plus(CLOSED) : known.until()));
        }
    }

    /** Why somebody was not let in. */
    enum Turned {
        /** Too many keys of this address were wrong. */
        CLOSED(429, 60, "too many wrong keys from this address"),
        /** Too many requests of this address have proven nothing yet. */
        CROWDED(503, 1, "too many requests of this address at once"),
        /** All places are taken, or the house closes. */
        FULL(503, 2, "too many requests at once");

        private final int status;
        private final int retryAfter;
        private final String reason;

        Turned(int status, int retryAfter, String reason) {
            this.status = status;
            this.retryAfter = retryAfter;
            this.reason = reason;
        }

        int status() {
            return status;
        }

        int retryAfter() {
            return retryAfter;
        }

        String reason() {
            return reason;
        }
    }

    private record Failures(int count, Instant until) {}
}
