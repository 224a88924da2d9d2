package io.mostik.core.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Brings a large file to the disk while more of it comes, each step on a thread of its own, so that little is left to wait
 * for at its end. A system may tell only once that it could not write: a failure is kept until the end. Not thread-safe.
 */
final class EarlySync {

    static final long STEP = 16L * 1024 * 1024;

    private final Disk disk;
    private CompletableFuture<Void> step = CompletableFuture.completedFuture(null);
    private long written;

    EarlySync(Disk disk) {
        this.disk = disk;
    }

    /** What brings a file to the disk. */
    @FunctionalInterface
    interface Disk {

        /** Returns when all that was written is there. */
        void force(boolean withItsAttributes) throws IOException;
    }

    /** Notes what was written, and begins a step if there is enough for one and the last one has succeeded. */
    void wrote(long bytes) {
        written += bytes;
        if (written >= STEP && step.isDone() && !step.isCompletedExceptionally()) {
            written = 0;
            CompletableFuture<Void> next = new CompletableFuture<>();
            step = next;
            Thread thread = new Thread(null, () -> force(next), "mostik-sync", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(EarlySync.class.getClassLoader());
            thread.start();
        }
    }

    private void force(CompletableFuture<Void> done) {
        try {
            disk.force(false);
            done.complete(null);
        } catch (IOException | RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    /**
     * Waits until all that was written is on the disk.
     *
     * @throws IOException if some of it is not
     */
    void complete() throws IOException {
        try {
            Void unused = step.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException("the file could not be written to the disk", e.getCause());
        }
        disk.force(true);
    }
}
