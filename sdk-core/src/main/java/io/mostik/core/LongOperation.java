package io.mostik.core;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * A job that the vendor carries out by itself. It can be picked up again from its {@link #id()}, in another process too.
 * Thread-safe.
 *
 * <pre>{@code
 * LongOperation<Ucid> issue = bank.virtualCards().issue(newCard);
 * keep(issue.id());                                       // a restart resumes by it
 * Ucid card = issue.await(Duration.ofMinutes(5));
 * }</pre>
 *
 * @param <T> what it ends with
 */
public final class LongOperation<T> {

    private final String id;
    private final Supplier<Optional<T>> poll;
    private final Duration firstPause;
    private final Duration longestPause;
    private final TimeSource time;

    private LongOperation(
            String id, Supplier<Optional<T>> poll, Duration firstPause, Duration longestPause, TimeSource time) {
        this.id = id;
        this.poll = poll;
        this.firstPause = firstPause;
        this.longestPause = longestPause;
        this.time = time;
    }

    /**
     * Returns the job with this id.
     *
     * @param id as the vendor names it
     * @param firstPause pause after the first look; it doubles up to {@code longestPause}
     * @param longestPause upper bound of the pause
     * @param time the clock to wait by
     * @param poll asks the vendor once; empty while the job goes on; throws when the job failed
     */
    public static <T> LongOperation<T> of(
            String id, Duration firstPause, Duration longestPause, TimeSource time, Supplier<Optional<T>> poll) {
        return new LongOperation<>(
                Objects.requireNonNull(id, "id"),
                Objects.requireNonNull(poll, "poll"),
                Objects.requireNonNull(firstPause, "firstPause"),
                Objects.requireNonNull(longestPause, "longestPause"),
                Objects.requireNonNull(time, "time"));
    }

    /** Returns the id to keep before waiting, so that a restart can go on. */
    public String id() {
        return id;
    }

    /** Asks once; empty while the job goes on. */
    public Optional<T> poll() {
        return poll.get();
    }

    /**
     * Waits for the end, asking with growing pauses; the last look is when the time is over, whatever the pause.
     *
     * @throws TimeoutException if the job still goes on when the time is over; ask again later by the same id
     * @throws InterruptedException if the thread is interrupted meanwhile; the job goes on at the vendor
     */
    public T await(Duration atMost) throws TimeoutException, InterruptedException {
        long start = time.nanoTime();
        Duration pause = firstPause;
        while (true) {
            Optional<T> result = poll.get();
            if (result.isPresent()) {
                return result.get();
            }
            Duration left = atMost.minusNanos(time.nanoTime() - start);
            if (left.isZero() || left.isNegative()) {
                throw new TimeoutException("operation " + id + " still goes on after " + atMost);
            }
            time.sleep(pause.compareTo(left) < 0 ? pause : left);
            pause = pause.compareTo(longestPause.dividedBy(2)) > 0 ? longestPause : pause.multipliedBy(2);
        }
    }
}
