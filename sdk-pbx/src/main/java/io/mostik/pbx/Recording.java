package io.mostik.pbx;

import io.mostik.core.http.Downloaded;
import io.mostik.pbx.internal.AudioCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A recording that came whole.
 *
 * @param file where it is
 * @param bytes its size
 * @param sha256 its checksum in lower-case hexadecimal
 * @param format as its beginning tells
 * @param contentType what the PBX called it
 * @param length how long it sounds, as far as the file tells
 * @param defects what is wrong with it; also empty where its format is not looked into
 */
public record Recording(
        Path file,
        long bytes,
        String sha256,
        AudioFormat format,
        Optional<String> contentType,
        Optional<Duration> length,
        List<RecordingDefect> defects) {

    private static final int SIGNATURE = 16;

    /** Keeps an unmodifiable copy. */
    public Recording {
        defects = List.copyOf(defects);
    }

    /** Looks into a file that has come. */
    static Recording of(Downloaded whole) {
        try {
            AudioFormat format = formatOf(whole.file());
            AudioCheck check = AudioCheck.of(whole.file(), format);
            return new Recording(
                    whole.file(),
                    whole.bytes(),
                    whole.checksum(),
                    format,
                    whole.contentType(),
                    check.length(),
                    check.defect().stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("a recording that was downloaded cannot be read", e);
        }
    }

    private static AudioFormat formatOf(Path file) throws IOException {
        try (InputStream start = Files.newInputStream(file)) {
            return AudioFormat.of(start.readNBytes(SIGNATURE));
        }
    }
}
