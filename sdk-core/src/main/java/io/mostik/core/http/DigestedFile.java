package io.mostik.core.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written and digested piece by piece. The pieces in which answers come are small, so they are gathered into
 * blocks first. A file of more than one block is digested beside the writing, and a large one synced. Not thread-safe.
 */
final class DigestedFile implements AutoCloseable {

    private static final int BLOCK = 64 * 1024;
    private static final int BLOCKS = 3;

    private final FileChannel channel;
    private final EarlySync sync;
    private final MessageDigest digest;
    private @Nullable ChecksumThread thread;
    private ByteBuffer block = ByteBuffer.allocate(BLOCK);

    private DigestedFile(FileChannel channel, MessageDigest digest) {
        this.channel = channel;
        this.sync = new EarlySync(channel::force);
        this.digest = digest;
    }

    /** Opens a file that exists and is empty. */
    static DigestedFile open(Path file, MessageDigest digest) throws IOException {
        return new DigestedFile(FileChannel.open(file, StandardOpenOption.WRITE), digest);
    }

    void add(ByteBuffer piece) throws IOException {
        while (piece.hasRemaining()) {
            int size = Math.min(piece.remaining(), block.remaining());
            block.put(block.position(), piece, piece.position(), size);
            block.position(block.position() + size);
            piece.position(piece.position() + size);
            if (!block.hasRemaining()) {
                pass();
            }
        }
    }

    private void pass() throws IOException {
        ChecksumThread digesting = thread;
        if (digesting == null) {
            digesting = ChecksumThread.start(digest, BLOCKS, BLOCK);
            thread = digesting;
        }
        ByteBuffer full = block.flip();
        digesting.add(full.duplicate());
        write(full);
        sync.wrote(BLOCK);
        block = digesting.free();
    }

    private void write(ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
    }

    /** Writes what is left, waits until all is on the disk, and returns the checksum. */
    byte[] complete() throws IOException {
        ByteBuffer rest = block.flip();
        if (thread == null) {
            digest.update(rest.duplicate());
        } else {
            thread.add(rest.duplicate());
        }
        write(rest);
        sync.complete();
        channel.close();
        return thread == null ? digest.digest() : thread.checksum();
    }

    /** Closes it, complete or not. */
    @Override
    public void close() throws IOException {
        if (thread != null) {
            thread.stop();
        }
        channel.close();
    }
}
