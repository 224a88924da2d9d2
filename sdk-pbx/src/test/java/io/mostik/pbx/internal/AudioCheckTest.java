package io.mostik.pbx.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.RecordingDefect;
import io.mostik.pbx.RecordingRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AudioCheckTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = AudioFormat.class,
            names = {"UNKNOWN", "GSM"},
            mode = EnumSource.Mode.EXCLUDE)
    void givenWholeFile_whenChecked_thenTellsItsLength(AudioFormat format) throws IOException {
        byte[] file = AudioSamples.of(format);

        AudioCheck check = check(format, file);

        assertThat(AudioFormat.of(file)).isEqualTo(format);
        assertThat(check.defect()).isEmpty();
        assertThat(check.length().orElseThrow()).isBetween(Duration.ofMillis(1_950), Duration.ofMillis(2_050));
    }

    @ParameterizedTest
    @EnumSource(
            value = AudioFormat.class,
            names = {"UNKNOWN", "GSM"},
            mode = EnumSource.Mode.EXCLUDE)
    void givenFileCutAnywhere_whenChecked_thenIsCutOff(AudioFormat format) throws IOException {
        byte[] file = AudioSamples.of(format);
        Random random = new Random(22);

        for (int i = 0; i < 20; i++) {
            int length = file.length - 5 - random.nextInt(20);

            assertThat(check(format, Arrays.copyOf(file, length)).defect())
                    .as("%s of %d bytes", format, length)
                    .contains(RecordingDefect.CUT_OFF);
        }
    }

    /** The place of a byte of the container. */
    @ParameterizedTest
    @CsvSource({"WAV, 12", "MP3, 834", "AAC, 400", "AMR, 38", "OGG, 100", "M4A, 28", "FLAC, 42", "AU, 7"})
    void givenBrokenContainer_whenChecked_thenIsDamaged(AudioFormat format, int place) throws IOException {
        byte[] file = AudioSamples.of(format);
        file[place] = (byte) (format == AudioFormat.AU ? 1 : file[place] ^ 0x83);

        assertThat(check(format, file).defect()).contains(RecordingDefect.DAMAGED);
    }

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void givenNoise_whenChecked_thenEnds(AudioFormat format) throws IOException {
        Random random = new Random(23);
        for (int i = 0; i < 50; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);

            assertThat(check(format, noise)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"60, 65, 90, ''", "40, 65, 90, SHORTER_THAN_CALL", "160, 65, 90, LONGER_THAN_CALL", "60, 0, 0, ''"})
    void givenLength_whenComparedWithTheCall_thenSaysWhatIsOdd(int length, int talk, int whole, String defect) {
        RecordingRef recording =
                RecordingRef.builder().length(Duration.ofSeconds(length)).build();

        RecordingRef compared = RecordingLength.compare(
                recording, Optional.of(Duration.ofSeconds(talk)), Optional.of(Duration.ofSeconds(whole)));

        assertThat(compared.defects().stream().map(Enum::name).toList())
                .isEqualTo(defect.isEmpty() ? List.of() : List.of(defect));
    }

    @Test
    void givenRecorderThatWritesToAPipe_whenChecked_thenLengthIsThatOfFile() throws IOException {
        byte[] file = AudioSamples.of(AudioFormat.WAV);
        Arrays.fill(file, 40, 44, (byte) 0xFF);

        AudioCheck check = check(AudioFormat.WAV, file);

        assertThat(check.defect()).isEmpty();
        assertThat(check.length()).contains(Duration.ofSeconds(2));
    }

    private AudioCheck check(AudioFormat format, byte[] content) throws IOException {
        return AudioCheck.of(Files.write(folder.resolve("sample"), content), format);
    }
}
