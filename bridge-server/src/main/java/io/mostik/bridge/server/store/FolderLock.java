package io.mostik.bridge.server.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder for one user at a time, in this process and in others. The system gives it back when a process dies. */
public final class FolderLock implements AutoCloseable {

    private static final String FILE = "mostik-bridge.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes a folder, which is made if it is missing.
     *
     * @throws IllegalStateException if somebody has it
     */
    @SuppressWarnings("MustBeClosedChecker") // the channel is closed with the lock
    public static FolderLock take(Path folder) {
        try {
            FileChannel channel = FileChannel.open(
                    Files.createDirectories(folder).resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isLocked(channel)) {
                return new FolderLock(channel);
            }
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
        throw new IllegalStateException("another program has this folder open; one folder belongs to one program. While"
                + " mostik-bridge runs, the other verbs ask it by its page");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
