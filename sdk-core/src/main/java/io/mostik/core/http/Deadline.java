package io.mostik.core.http;

import io.mostik.core.TimeSource;
import java.time.Duration;

/** The end of a call, fixed when it starts. Steady: setting the clock of the machine does not move it. Immutable. */
public final class Deadline {

    private final long end;
    private final TimeSource time;

    private Deadline(long end, TimeSource time) {
        this.end = end;
        this.time = time;
    }

    /** Returns the deadline this long from now; one of centuries is as good as none. */
    public static Deadline after(Duration duration, TimeSource time) {
        return new Deadline(time.nanoTime() + Nanos.of(duration), time);
    }

    /** Returns how much time is left; negative when it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(remainingNanos());
    }

    /** Returns whether it has passed. */
    public boolean passed() {
        return remainingNanos() <= 0;
    }

    long remainingNanos() {
        return end - time.nanoTime();
    }

    @Override
    public String toString() {
        return "Deadline[" + remaining() + " left]";
    }
}
