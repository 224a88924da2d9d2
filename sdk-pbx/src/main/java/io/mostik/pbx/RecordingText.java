package io.mostik.pbx;

import io.mostik.core.DecodingException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Outcome;
import io.mostik.core.Phase;
import io.mostik.core.http.Download;
import io.mostik.core.http.Downloaded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A recording that comes as BASE64 within JSON. Line breaks in it are left out; anything else that is none is refused. */
final class RecordingText {

    private static final int SIGNATURE = 16;

    private RecordingText() {}

    /** Writes the recording to the target's file, which appears when it is whole. */
    static Recording write(String text, Download target) {
        byte[] audio = decoded(text);
        if (audio.length == 0 || audio.length > target.atMost()) {
            throw refused(audio.length == 0 ? "the recording is empty" : "the recording is too large");
        }
        if (!AudioFormat.isPlausible(Arrays.copyOf(audio, Math.min(audio.length, SIGNATURE)))) {
            throw refused("the text is not that of a recording");
        }
        try {
            Path part = Files.createTempFile(target.file().toAbsolutePath().getParent(), "mostik-", ".part");
            try {
                Files.write(part, audio);
                Files.move(part, target.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a recording cannot be written", e);
        }
        return Recording.of(new Downloaded(target.file(), audio.length, sha256(audio), Optional.empty()));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text.replaceAll("[\r\n]", ""));
        } catch (IllegalArgumentException e) {
            throw refused("the recording is not BASE64");
        }
    }

    private static DecodingException refused(String text) {
        String operation = "recordings.download";
        return new DecodingException(
                operation + ": " + text, FailureInfo.lasting(operation, Outcome.UNKNOWN, Phase.DECODE));
    }

    private static String sha256(byte[] audio) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(audio));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
