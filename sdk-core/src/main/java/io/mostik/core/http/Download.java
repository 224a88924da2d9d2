package io.mostik.core.http;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a binary answer goes: to a file, piece by piece, first under a passing name beside it and moved into place when
 * it is whole. Immutable.
 */
public final class Download {

    private static final long DEFAULT_AT_MOST = 256L * 1024 * 1024;

    private final Path file;
    private final long atMost;
    private final String digest;
    private final Predicate<byte[]> signature;

    private Download(Path file, long atMost, String digest, Predicate<byte[]> signature) {
        this.file = file;
        this.atMost = atMost;
        this.digest = digest;
        this.signature = signature;
    }

    /** Returns a download to this file: at most 256 MB, with its SHA-256. The folder must exist. */
    public static Download to(Path file) {
        return new Download(Objects.requireNonNull(file, "file"), DEFAULT_AT_MOST, "SHA-256", start -> true);
    }

    /** Returns this download with another size limit, in bytes. */
    public Download atMost(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1");
        }
        return new Download(file, bytes, digest, signature);
    }

    /** Returns this download with another checksum, such as {@code MD5}. */
    public Download checksum(String algorithm) {
        return new Download(file, atMost, Objects.requireNonNull(algorithm, "algorithm"), signature);
    }

    /** Returns this download accepting only content that begins as it should; up to the first 16 bytes are shown. */
    public Download beginning(Predicate<byte[]> asItShould) {
        return new Download(file, atMost, digest, Objects.requireNonNull(asItShould, "asItShould"));
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
