package io.mostik.core.webhook;

import io.mostik.core.TimeSource;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** A body that has to come within a time, however slowly each of its bytes comes. Belongs to one thread. */
final class TimedBody extends FilterInputStream {

    private final TimeSource time;
    private final long end;
    private final Runnable onEnd;
    private boolean ended;

    /**
     * Creates the body.
     *
     * @param onEnd run once, when the body has ended
     */
    TimedBody(InputStream body, Duration limit, TimeSource time, Runnable onEnd) {
        super(body);
        this.time = time;
        this.end = time.nanoTime() + limit.toNanos();
        this.onEnd = onEnd;
    }

    @Override
    public int read() throws IOException {
        refuseIfLate();
        return noted(super.read());
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        refuseIfLate();
        return noted(super.read(buffer, from, length));
    }

    /** The server closes what it has opened. */
    @Override
    public void close() {}

    private int noted(int result) {
        if (result < 0 && !ended) {
            ended = true;
            onEnd.run();
        }
        return result;
    }

    private void refuseIfLate() throws SlowBodyException {
        if (time.nanoTime() - end > 0) {
            throw new SlowBodyException();
        }
    }

    /** The body did not come in time. */
    static final class SlowBodyException extends IOException {
        private static final long serialVersionUID = 1L;

        SlowBodyException() {
            super("the body did not come in time");
        }
    }
}
