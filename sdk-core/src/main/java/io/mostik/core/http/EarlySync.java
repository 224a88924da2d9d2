package io.mostik.core.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Brings a large file to the disk while more of it comes, on a thread of its own for each step, so that little is left to
 * wait for at its end. An operating system may tell a failure to write only once: it is kept until the end. Not
 * thread-safe.
 */
final class EarlySync {

    private static final long STEP = 16L * 1024 * 1024;

    private final FileChannel channel;
    private CompletableFuture<Void> step = CompletableFuture.completedFuture(null);
    private long written;

    EarlySync(FileChannel channel) {
        this.channel = channel;
    }

    /** Notes what was written, and begins a step if there is enough for one and the last is over. */
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
            channel.force(false);
            done.complete(null);
        } catch (IOException | RuntimeException | Error e) {
            done.completeExceptionally(e);
        }
    }

    /** Waits until all that was written is on the disk. */
    void complete() throws IOException {
        try {
            Void unused = step.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException e) {
            throw new IOException("the file could not be written to the disk", e.getCause());
        }
        channel.force(true);
    }
}
