package io.mostik.remonline.internal;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Objects that a write may have created when its response was lost. */
public final class Candidates {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private Candidates() {}

    /** Returns the time from which to look: a little earlier than the write, for clocks differ. */
    public static Instant from(Instant since) {
        return Objects.requireNonNull(since, "since").minus(CLOCKS_DIFFER).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns whether a row was made at or after a time; one that does not say may have been. */
    public static boolean madeAfter(Instant from, Optional<Instant> made) {
        return made.filter(at -> at.isBefore(from)).isEmpty();
    }

    /** Returns the rows that fit in every respect; if there are none, all: somebody may have changed one meanwhile. */
    public static <T> List<T> of(List<T> likely, Predicate<T> exact) {
        List<T> found = likely.stream().filter(exact).toList();
        return found.isEmpty() ? likely : found;
    }

    /** Returns whether a value is there as it was sent; one that was not sent may be anything. */
    public static <T> boolean kept(Optional<T> sent, Optional<T> found) {
        return sent.isEmpty() || sent.equals(found);
    }

    /** Returns whether an id is there as it was sent; one that the vendor does not tell may be it. */
    public static boolean same(long sent, OptionalLong found) {
        return found.isEmpty() || found.getAsLong() == sent;
    }

    /** Returns whether an amount is there as it was sent, however many zeros it ends with; one that is not told may be it. */
    public static boolean same(BigDecimal sent, Optional<BigDecimal> found) {
        return found.filter(amount -> amount.compareTo(sent) != 0).isEmpty();
    }

    /** Returns whether two times are the same to the second. */
    public static boolean same(Instant sent, Optional<Instant> found) {
        return found.map(at -> at.truncatedTo(ChronoUnit.SECONDS))
                .filter(sent.truncatedTo(ChronoUnit.SECONDS)::equals)
                .isPresent();
    }
}
