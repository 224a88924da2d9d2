package io.mostik.core.http;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Where a binary answer goes: to a file, piece by piece, first under a passing name beside it, and moved into place when it
 * is whole and on the disk. Only an answer with status 200 that is not empty, not text and not shorter than it says becomes
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
    private final OptionalLong size;

    private Download(Path file, long atMost, String digest, Predicate<byte[]> signature, OptionalLong size) {
        this.file = file;
        this.atMost = atMost;
        this.digest = digest;
        this.signature = signature;
        this.size = size;
    }

    /** Returns a download to this file: at most 256 MB, with its SHA-256. The folder must exist. */
    public static Download to(Path file) {
        return new Download(
                Objects.requireNonNull(file, "file"), DEFAULT_AT_MOST, "SHA-256", start -> true, OptionalLong.empty());
    }

    /** Returns this download with another size limit, in bytes. */
    public Download atMost(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1");
        }
        return new Download(file, bytes, digest, signature, size);
    }

    /** Returns this download with another checksum, such as {@code MD5}. */
    public Download checksum(String algorithm) {
        return new Download(file, atMost, Objects.requireNonNull(algorithm, "algorithm"), signature, size);
    }

    /** Returns this download accepting only content that begins as it should; up to the first 16 bytes are shown. */
    public Download beginning(Predicate<byte[]> asItShould) {
        return new Download(file, atMost, digest, Objects.requireNonNull(asItShould, "asItShould"), size);
    }

    /**
     * Returns this download of a file whose size is known, as from a listing: an answer of another size is no such file. Without
     * it, an answer that states no length and is cut off cannot be told from a whole one.
     */
    public Download ofSize(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1");
        }
        return new Download(file, Math.max(atMost, bytes), digest, signature, OptionalLong.of(bytes));
    }

    /** Refuses a target that can never become the file, before anything is sent. */
    void check() {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("target of the download is a folder; name the file in it");
        }
    }

    OptionalLong size() {
        return size;
    }

    Path file() {
        return file;
    }

    long atMost() {
        return atMost;
    }

    String digest() {
        return digest;
    }

    Predicate<byte[]> signature() {
        return signature;
    }

    /** Vendors report errors in words with status 200: text is no download. */
    static boolean isBinary(Optional<String> contentType) {
        String type = contentType.orElse("").toLowerCase(Locale.ROOT);
        return !type.startsWith("text/") && !type.contains("json") && !type.contains("xml");
    }
}
