package io.mostik.pbx.vipex.hooks;

import io.mostik.core.WebhookException;
import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.RecordingRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Where recordings that come within the data of calls are kept. Their names are made of the call's id; names from the
 * push are never used. Immutable and thread-safe.
 */
public final class RecordingFolder {

    private static final long DEFAULT_AT_MOST = 48L * 1024 * 1024;
    private static final int LONGEST_NAME = 60;
    private static final int HASH = 12;

    private final Path folder;
    private final long atMost;

    private RecordingFolder(Path folder, long atMost) {
        this.folder = folder;
        this.atMost = atMost;
    }

    /**
     * Returns this folder, for recordings of at most 48 MB.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public static RecordingFolder at(Path folder) {
        if (!Files.isDirectory(Objects.requireNonNull(folder, "folder"))) {
            throw new IllegalArgumentException("folder does not exist");
        }
        return new RecordingFolder(folder, DEFAULT_AT_MOST);
    }

    /** Returns this folder for recordings of another size at most, in bytes. */
    public RecordingFolder atMost(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("bytes must be at least 1");
        }
        return new RecordingFolder(folder, bytes);
    }

    long atMost() {
        return atMost;
    }

    /** Opens a file of a passing name. */
    InlineRecording begin() {
        try {
            return new InlineRecording(Files.createTempFile(folder, "mostik-", ".part"), atMost);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of recordings cannot be written to", e);
        }
    }

    /** Moves a whole recording to its name, in place of an earlier one of the same call. */
    Path keep(InlineRecording recording, String callKey, String extension) {
        return recording.keepAs(folder.resolve(nameOf(callKey) + "." + extension));
    }

    /** Returns the recording of a call that was kept before, if its content is still the same. */
    Optional<RecordingRef> find(String callKey, String sha256) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, nameOf(callKey) + ".*")) {
            for (Path file : files) {
                if (sha256.equals(checksum(file))) {
                    String name = file.getFileName().toString();
                    return Optional.of(RecordingRef.builder()
                            .file(file)
                            .sha256(sha256)
                            .format(AudioFormat.named(name.substring(name.lastIndexOf('.') + 1)))
                            .build());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of recordings cannot be read", e);
        }
    }

    private static String checksum(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Sanitised names can meet, so a part of the hash of the whole key goes along. */
    static String nameOf(String callKey) {
        String plain = callKey.replaceAll("[^A-Za-z0-9_-]", "_");
        String shown = plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
        return "call-" + shown + "-"
                + HexFormat.of()
                        .formatHex(sha256().digest(callKey.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, HASH);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    static WebhookException tooLarge(long atMost) {
        return new WebhookException(
                WebhookException.Reason.TOO_LARGE, "the recording has more than " + atMost + " bytes");
    }

    @Override
    public String toString() {
        return "RecordingFolder";
    }
}
