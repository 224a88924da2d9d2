package io.mostik.core;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far long work is. Immutable.
 *
 * @param what what is counted, such as {@code items} or {@code calls}
 * @param done how many so far
 * @param total how many in all, if it is known; it may change while the work goes on
 * @param took how long the work has gone on
 * @param waited how long its calls waited: for their turn by a limit, as long as the vendor asked, for a connection, or between
 *     two tries; calls side by side add up
 * @param ended whether this is the last word: the work is over, whole or not
 */
public record Progress(String what, long done, OptionalLong total, Duration took, Duration waited, boolean ended) {

    private static final double NANOS = 1e9;

    /** Returns how many a second, on average; 0 before the first moment has passed. */
    public double perSecond() {
        return took.isZero() ? 0 : done * NANOS / took.toNanos();
    }

    /** Returns which part is done, from 0 to 1, if the total is known. */
    public Optional<Double> share() {
        return total.isEmpty() ? Optional.empty() : Optional.of(part(done, total.getAsLong()));
    }

    /** Returns how long the rest will take at the speed so far; empty while that cannot be told. */
    public Optional<Duration> left() {
        if (total.isEmpty() || done == 0) {
            return Optional.empty();
        }
        double rest = Math.max(0, total.getAsLong() - done);
        return Optional.of(Duration.ofNanos((long) (took.toNanos() * rest / done)));
    }

    private static double part(long done, long total) {
        return total <= 0 ? 1 : Math.min(1, (double) done / total);
    }

    /** Returns one line, such as {@code 1200 of 5000 items, 40.0 a second, waited 12 s, 95 s left}. */
    @Override
    public String toString() {
        String of = total.isEmpty() ? "" : " of " + total.getAsLong();
        String rest = ended
                ? ", ended"
                : left().map(time -> ", " + time.toSeconds() + " s left").orElse("");
        String waits = waited.toSeconds() == 0 ? "" : ", waited " + waited.toSeconds() + " s";
        String rate = String.format(java.util.Locale.ROOT, ", %.1f a second", perSecond());
        return done + of + " " + what + rate + waits + rest;
    }
}
