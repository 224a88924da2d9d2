package io.mostik.core.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Digests a large file on a thread of its own while it is written, as both take about as long. The blocks go round: whoever
 * fills them gets back what was digested, so that never more of them exist. The thread ends with the file, or when it is
 * stopped.
 */
final class ChecksumThread {

    private static final long LOOK_MILLIS = 50;
    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final BlockingQueue<ByteBuffer> filled;
    private final BlockingQueue<ByteBuffer> free;
    private final CompletableFuture<byte[]> checksum = new CompletableFuture<>();
    private final MessageDigest digest;
    private final Thread thread;

    private ChecksumThread(MessageDigest digest, int blocks) {
        this.digest = digest;
        this.filled = new ArrayBlockingQueue<>(blocks + 1);
        this.free = new ArrayBlockingQueue<>(blocks);
        this.thread = new Thread(null, this::run, "mostik-checksum", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ChecksumThread.class.getClassLoader());
    }

    /**
     * Starts one.
     *
     * @param digest which from now on belongs to the thread
     * @param blocks how many there are; whoever fills them brings the first
     */
    static ChecksumThread start(MessageDigest digest, int blocks, int blockSize) {
        ChecksumThread started = new ChecksumThread(digest, blocks);
        for (int i = 1; i < blocks; i++) {
            started.free.add(ByteBuffer.allocate(blockSize));
        }
        started.thread.start();
        return started;
    }

    /** Passes on a block to be digested; its content must not change until it comes back. */
    void add(ByteBuffer block) {
        filled.add(block);
    }

    /** Waits for a block that has been digested, and returns it empty. */
    ByteBuffer free() throws IOException {
        try {
            ByteBuffer block = free.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            while (block == null && !checksum.isDone()) {
                block = free.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
            if (block == null) {
                throw new IOException("no checksum");
            }
            return block.clear();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    /** Waits for the checksum of all that was added. */
    byte[] checksum() throws IOException {
        filled.add(END);
        try {
            return checksum.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (ExecutionException | CancellationException e) {
            throw new IOException("no checksum", e);
        }
    }

    /** Ends the thread, whatever it has still to do. */
    void stop() {
        thread.interrupt();
    }

    /** However it ends, whoever waits for a block or for the checksum learns of it. */
    private void run() {
        try {
            for (ByteBuffer block = filled.take(); block.capacity() > END.capacity(); block = filled.take()) {
                digest.update(block);
                free.add(block);
            }
            checksum.complete(digest.digest());
        } catch (InterruptedException e) {
            checksum.cancel(false);
        } catch (RuntimeException | Error e) {
            checksum.completeExceptionally(e);
        }
    }
}
