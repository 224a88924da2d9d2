package io.mostik.examples.onec;

import io.mostik.core.Async;
import io.mostik.core.ProgressListener;
import io.mostik.core.ProgressMeter;
import io.mostik.core.SdkException;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Polls for dismissals. One poll at a time; a failed poll is repeated by the next. */
final class DismissalLooks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DismissalLooks.class.getName());

    private final OnecBase base;
    private final DismissalReader reader;
    private final IntentWorker worker;
    private final TimeSource time;
    private final Supplier<ProgressListener> display;
    private final Async async = Async.create();

    /**
     * Creates the poller.
     *
     * @param display makes the progress listener of a look that found something; most find nothing and report nothing
     */
    DismissalLooks(
            OnecBase base,
            DismissalReader reader,
            IntentWorker worker,
            TimeSource time,
            Supplier<ProgressListener> display) {
        this.base = base;
        this.reader = reader;
        this.worker = worker;
        this.time = time;
        this.display = display;
    }

    /** Looks once, and returns what is new as it stands after the first try at it. */
    synchronized List<Intent> lookNow() {
        List<Intent> promised = reader.look();
        if (promised.isEmpty()) {
            return promised;
        }
        ProgressMeter meter = ProgressMeter.start("dismissals", display.get(), time);
        meter.total(OptionalLong.of(promised.size()));
        try {
            List<Intent> tried = new ArrayList<>();
            for (Intent intent : promised) {
                tried.add(worker.start(intent.document()).join());
                meter.add(1);
            }
            return tried;
        } finally {
            meter.end();
        }
    }

    void every(Duration pause) {
        CompletableFuture<Boolean> unused = async.call(() -> {
            while (lookAndPause(pause)) {
                LOG.log(System.Logger.Level.DEBUG, "looked for dismissals");
            }
            return true;
        });
    }

    private boolean lookAndPause(Duration pause) {
        try {
            time.sleep(pause);
            lookNow();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "dismissals could not be read: "
                            + (e instanceof SdkException
                                    ? String.valueOf(e.getMessage())
                                    : e.getClass().getSimpleName()));
            return !Thread.currentThread().isInterrupted();
        }
    }

    @Override
    public void close() {
        async.close();
        base.close();
    }
}
