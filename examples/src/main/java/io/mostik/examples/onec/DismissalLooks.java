package io.mostik.examples.onec;

import io.mostik.core.Async;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Looks for dismissals again and again. One look at a time; one that fails is repeated by the next. */
final class DismissalLooks implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(DismissalLooks.class.getName());

    private final OnecBase base;
    private final DismissalReader reader;
    private final IntentWorker worker;
    private final TimeSource time;
    private final Async async = Async.create();

    DismissalLooks(OnecBase base, DismissalReader reader, IntentWorker worker, TimeSource time) {
        this.base = base;
        this.reader = reader;
        this.worker = worker;
        this.time = time;
    }

    /** Looks once, and returns what is new as it stands after the first try at it. */
    synchronized List<Intent> lookNow() {
        return reader.look().stream()
                .map(intent -> worker.start(intent.document()).join())
                .toList();
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
            LOG.log(System.Logger.Level.WARNING, "dismissals could not be read: " + e.getMessage());
            return !Thread.currentThread().isInterrupted();
        }
    }

    @Override
    public void close() {
        async.close();
        base.close();
    }
}
