package io.mostik.core.http;

import io.mostik.core.ProgressListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The file to which a binary answer is streamed: first to a temporary file beside it, which is moved into place when the answer
 * is complete and on the disk. Only an answer with status 200 that is not empty, not text and not shorter than it says becomes
 * a file; whatever else comes (202, 204, 206, ...) fails the call and leaves what was there. Immutable.
 *
 * @see Call#download(Download)
 */
public final class Download {

    private static final long DEFAULT_AT_MOST = 256L * 1024 * 1024;

    private final Path file;
    private final long atMost;
    private final String digest;
    private final Predicate<byte[]> signature;
    private final Optional<Predicate<byte[]>> recognised;
    private final OptionalLong size;
    private final ProgressListener progress;

    private Download(
            Path file,
            long atMost,
            String digest,
            Predicate<byte[]> signature,
            Optional<Predicate<byte[]>> recognised,
            OptionalLong size,
            ProgressListener progress) {
        this.file = file;
        this.atMost = atMost;
        this.digest = digest;
        this.signature = signature;
        this.recognised = recognised;
        this.size = size;
        this.progress = progress;
    }

    /** Returns a download to this file: at most 256 MB, with its SHA-256. The folder must exist. */
    public static Download to(Path file) {
        return new Download(
                Objects.requireNonNull(file, "file"),
                DEFAULT_AT_MOST,
                "SHA-256",
                start -> true,
                Optional.empty(),
                OptionalLong.empty(),
                ProgressListener.none());
    }

    /** Returns this download with another size limit, in bytes. */
    public Download atMost(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1");
        }
        return new Download(file, bytes, digest, signature, recognised, size, progress);
    }

    /** Returns this download with another checksum, such as {@code MD5}. */
    public Download checksum(String algorithm) {
        return new Download(
                file, atMost, Objects.requireNonNull(algorithm, "algorithm"), signature, recognised, size, progress);
    }

    /** Returns this download accepting only content whose first bytes pass a test, which gets 16 of them at most. */
    public Download beginning(Predicate<byte[]> test) {
        return new Download(file, atMost, digest, Objects.requireNonNull(test, "test"), recognised, size, progress);
    }

    /**
     * Returns this download taking content whose first bytes pass a test although the answer calls it text, as servers do that
     * set no type. The test gets 16 bytes at most. By default what is called text is no file.
     */
    public Download recognisedBy(Predicate<byte[]> test) {
        return new Download(file, atMost, digest, signature, Optional.of(test), size, progress);
    }

    /**
     * Returns this download of a file whose size is known, as from a listing: an answer of another size is no such
     * file. Without it, an answer that states no length and is cut off cannot be told from a whole one.
     */
    public Download ofSize(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1");
        }
        return new Download(
                file, Math.max(atMost, bytes), digest, signature, recognised, OptionalLong.of(bytes), progress);
    }

    /**
     * Returns this download telling how many bytes have come, and of how many if the answer or {@link #ofSize} says so. Another try
     * begins at zero. Told on a thread of the HTTP client, at most a few times a second and once when the call is over, so it must
     * be quick.
     */
    public Download progress(ProgressListener listener) {
        return new Download(
                file, atMost, digest, signature, recognised, size, Objects.requireNonNull(listener, "listener"));
    }

    /** Checks the target before anything is sent. */
    void check() {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("target of the download is a folder; name the file in it");
        }
    }

    ProgressListener progress() {
        return progress;
    }

    OptionalLong size() {
        return size;
    }

    /** Returns where the file appears. */
    public Path file() {
        return file;
    }

    /** Returns the largest size that is taken, in bytes. */
    public long atMost() {
        return atMost;
    }

    String digest() {
        return digest;
    }

    Predicate<byte[]> signature() {
        return signature;
    }

    Optional<Predicate<byte[]>> recognised() {
        return recognised;
    }

    /** Vendors report errors in words with status 200: text is no download. */
    static boolean isBinary(Optional<String> contentType) {
        String type = contentType.orElse("").toLowerCase(Locale.ROOT);
        return !type.startsWith("text/") && !type.contains("json") && !type.contains("xml");
    }
}
