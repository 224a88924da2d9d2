package io.mostik.pbx;

import io.mostik.core.LongOperation;
import io.mostik.core.NotFoundException;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks for a recording that may not be there yet; looks before their time, and after the last one, ask nobody. */
final class RecordingLooks {

    private final TimeSource time;
    private final RecordingWait wait;
    private final Supplier<Recording> source;
    private long notBefore;
    private int looked;

    private RecordingLooks(TimeSource time, RecordingWait wait, Supplier<Recording> source) {
        this.time = time;
        this.wait = wait;
        this.source = source;
        this.notBefore = time.nanoTime() + wait.first().toNanos();
    }

    static LongOperation<Recording> of(String id, RecordingWait wait, TimeSource time, Supplier<Recording> source) {
        RecordingLooks looks = new RecordingLooks(time, wait, source);
        Duration first = wait.first().isZero() ? wait.pause() : wait.first();
        return LongOperation.of(id, first, wait.pause(), time, looks::look);
    }

    private synchronized Optional<Recording> look() {
        if (time.nanoTime() - notBefore < 0 || looked >= wait.looks()) {
            return Optional.empty();
        }
        looked++;
        notBefore = time.nanoTime() + wait.pause().toNanos();
        try {
            return Optional.of(source.get());
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }
}
