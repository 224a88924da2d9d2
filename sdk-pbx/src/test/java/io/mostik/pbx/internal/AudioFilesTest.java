package io.mostik.pbx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.RecordingDefect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One second of a tone, as FFmpeg 5.1 encodes it; AMR, for which it has no encoder, is in {@link AudioCheckTest}. */
class AudioFilesTest {

    private static final long SEED = Long.getLong("mostik.audio.seed", 22);

    @TempDir
    Path folder;

    static List<String> files() {
        return List.of(
                "wav.wav",
                "mp3.mp3",
                "mp3-tagged.mp3",
                "opus.ogg",
                "vorbis.ogg",
                "m4a.m4a",
                "aac.aac",
                "flac.flac",
                "au.au");
    }

    private static AudioFormat format(String name) {
        return AudioFormat.named(name.substring(name.indexOf('.') + 1));
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(AudioFilesTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private AudioCheck check(String name, byte[] bytes) throws IOException {
        return AudioCheck.of(Files.write(folder.resolve(name), bytes), format(name));
    }

    @ParameterizedTest
    @MethodSource("files")
    void givenEncodedFile_whenChecked_thenIsWhole(String name) throws IOException {
        byte[] file = bytes(name);

        AudioCheck check = check(name, file);

        assertThat(AudioFormat.of(file)).isEqualTo(format(name));
        assertThat(check.defect()).isEmpty();
        assertThat(check.length().orElseThrow()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1_300));
    }

    @ParameterizedTest
    @MethodSource("files")
    void givenEncodedFileCutAnywhere_whenChecked_thenIsNotWhole(String name) throws IOException {
        byte[] file = bytes(name);
        Random random = new Random(SEED);

        for (int i = 0; i < 40; i++) {
            int length = 20 + random.nextInt(file.length - 25);
            AudioCheck check = check(name, Arrays.copyOf(file, length));

            boolean isShorter = check.length()
                    .filter(found -> found.compareTo(Duration.ofMillis(940)) < 0)
                    .isPresent();
            assertThat(check.defect().isPresent() || isShorter)
                    .as("%s of %d bytes, seed %d: %s", name, length, SEED, check)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void givenEncodedFileWithOddBytes_whenChecked_thenEnds(String name) throws IOException {
        Random random = new Random(SEED);

        for (int i = 0; i < 40; i++) {
            byte[] file = bytes(name);
            for (int j = 0; j < 3; j++) {
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            AudioCheck check = check(name, file);

            assertThat(check.defect().stream())
                    .allMatch(defect -> defect == RecordingDefect.CUT_OFF || defect == RecordingDefect.DAMAGED);
        }
    }
}
