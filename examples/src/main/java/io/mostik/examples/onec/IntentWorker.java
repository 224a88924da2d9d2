package io.mostik.examples.onec;

import io.mostik.core.Async;
import io.mostik.core.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Executes intents: at once when they are stored, and periodically until each has ended, including those of a crashed
 * process. Each intent has one thread at a time. Thread-safe.
 */
final class IntentWorker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(IntentWorker.class.getName());

    private final IntentJournal journal;
    private final OnecTasks errands;
    private final TimeSource time;
    private final Async async = Async.create();
    private final ConcurrentMap<String, CompletableFuture<Intent>> running = new ConcurrentHashMap<>();

    IntentWorker(IntentJournal journal, OnecTasks errands, TimeSource time) {
        this.journal = journal;
        this.errands = errands;
        this.time = time;
    }

    /** Starts the rounds, the first of them at once. */
    void rounds(Duration pause) {
        CompletableFuture<Boolean> unused = async.call(() -> {
            while (goRound(pause)) {
                LOG.log(System.Logger.Level.DEBUG, "a round is over");
            }
            return true;
        });
    }

    /** Works on an intent unless somebody does already; the future ends with what is known then. */
    CompletableFuture<Intent> start(String document) {
        CompletableFuture<Intent> work = running.computeIfAbsent(
                document, one -> async.call(() -> workOn(journal.find(one).orElseThrow())));
        CompletableFuture<Intent> unused = work.whenComplete((intent, failure) -> running.remove(document, work));
        return work;
    }

    private boolean goRound(Duration pause) {
        try {
            for (Intent intent : journal.open()) {
                CompletableFuture<Intent> unused = start(intent.document());
            }
            time.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Intent workOn(Intent intent) {
        if (!intent.isOpen() || intent.notBefore().filter(time.now()::isBefore).isPresent()) {
            return intent;
        }
        try {
            TaskResult verdict = waitsForGrant(intent)
                    ? TaskResult.again("the limit of this order is not set yet", Duration.ZERO)
                    : errands.tryOnce(intent);
            return verdict.state() == Intent.State.STARTED
                    ? journal.postpone(intent, verdict.message(), verdict.pause())
                    : journal.end(intent.document(), verdict.state(), verdict.message());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "document " + intent.document() + " waits for the next round", e);
            throw e;
        }
    }

    /** Closing an order must not be overtaken by the limit that is still being set for it. */
    private boolean waitsForGrant(Intent intent) {
        return intent.errand().kind() == OnecTask.Kind.CLOSE
                && journal.open().stream()
                        .map(Intent::errand)
                        .anyMatch(other -> other.kind() == OnecTask.Kind.GRANT && other.sameOrder(intent.errand()));
    }

    /** Ends the rounds and interrupts the work; what was begun is continued by the next program. */
    @Override
    public void close() {
        async.close();
    }
}
