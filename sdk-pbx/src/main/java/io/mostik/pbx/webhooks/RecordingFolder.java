package io.mostik.pbx.webhooks;

import io.mostik.core.WebhookException;
import io.mostik.pbx.AudioFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Where recordings that come within the data of calls are kept, each once, under the SHA-256 of its content: nothing is ever
 * overwritten, and what comes again is there already. Names from a push are never used. One file may be the recording of
 * several calls. Several nodes can share a folder. Immutable and thread-safe.
 */
public final class RecordingFolder {

    private static final long DEFAULT_AT_MOST = 48L * 1024 * 1024;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String PREFIX = "recording-";

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

    /** Opens a file under a temporary name. */
    InlineRecording begin() {
        try {
            return new InlineRecording(Files.createTempFile(folder, "mostik-", ".part"), atMost);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of recordings cannot be written to", e);
        }
    }

    /** Keeps a whole recording, unless there is one of the same content, and returns where it is. */
    Path keep(InlineRecording recording, AudioFormat format) {
        Optional<Path> known = find(recording.sha256());
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return Files.move(recording.file(), folder.resolve(nameOf(recording.sha256(), format)));
        } catch (FileAlreadyExistsException e) {
            return movedBeside(recording, format);
        } catch (IOException e) {
            throw new UncheckedIOException("a recording cannot be moved into place", e);
        }
    }

    /** Another node was faster, or what is there was changed since. */
    private Path movedBeside(InlineRecording recording, AudioFormat format) {
        return find(recording.sha256()).orElseGet(() -> {
            String name = nameOf(recording.sha256() + "-" + UUID.randomUUID(), format);
            try {
                return Files.move(recording.file(), folder.resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException("a recording cannot be moved into place", e);
            }
        });
    }

    /** Returns the file with this content, if there is one and it is as it was. */
    Optional<Path> find(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + sha256 + "*")) {
            for (Path file : files) {
                if (sha256.equals(checksum(file))) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of recordings cannot be read", e);
        }
    }

    private static String nameOf(String content, AudioFormat format) {
        return PREFIX + content + "." + format.extension();
    }

    private static String checksum(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
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
