package io.mostik.pbx.vcclive.voice;

import io.mostik.pbx.vcclive.internal.VccFormats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The folder of one month, held by one run. Partial files that a killed run left behind are removed when it opens. */
final class ArchiveFolder implements AutoCloseable {

    private static final String LOCK = ".mostik-archive.lock";
    private static final String PARTIAL = "mostik-*.part";
    private static final int BUFFER = 64 * 1024;

    private final Path month;
    private final FileChannel lock;

    private ArchiveFolder(Path month, FileChannel lock) {
        this.month = month;
        this.lock = lock;
    }

    static ArchiveFolder open(Path folder, YearMonth month) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException("another run of the archive works in this folder");
        }
        Path own = folder.resolve(VccFormats.year(month)).resolve(VccFormats.month(month));
        ArchiveFolder opened = new ArchiveFolder(own, channel);
        try {
            Files.createDirectories(own);
            opened.removePartialFiles();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return opened;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void removePartialFiles() throws IOException {
        try (DirectoryStream<Path> partial = Files.newDirectoryStream(month, PARTIAL)) {
            for (Path file : partial) {
                Files.delete(file);
            }
        }
    }

    Path path(String name) {
        return month.resolve(name);
    }

    boolean has(Path path) {
        return Files.isRegularFile(path);
    }

    String md5(Path path) throws IOException {
        try (InputStream content = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("MD5");
            byte[] buffer = new byte[BUFFER];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("MD5 is part of every JDK", e);
        }
    }

    /** Makes the new name of a file survive a loss of power; some systems cannot open a folder, and need not. */
    void force() {
        try (FileChannel folder = FileChannel.open(month, StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            System.getLogger("io.mostik.pbx.vcclive")
                    .log(System.Logger.Level.DEBUG, "this system does not force folders to disk");
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
