package io.mostik.pbx.vcclive.statistics;

import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The vendor's advice on waiting for a call record, which is written some time after the call: looks before the first 5
 * minutes are over, and looks after the twentieth, ask nobody. Thread-safe.
 */
final class CdrWait {

    /** The pause before the first look, and between two. */
    static final Duration PAUSE = Duration.ofMinutes(5);

    static final int LOOKS = 20;

    private final TimeSource time;
    private final Supplier<Optional<Cdr>> source;
    private final long notBefore;
    private int looks;

    CdrWait(TimeSource time, Supplier<Optional<Cdr>> source) {
        this.time = time;
        this.source = source;
        this.notBefore = time.nanoTime() + PAUSE.toNanos();
    }

    synchronized Optional<Cdr> look() {
        if (time.nanoTime() - notBefore < 0 || looks >= LOOKS) {
            return Optional.empty();
        }
        looks++;
        return source.get();
    }
}
