package io.mostik.pbx.internal;

import io.mostik.pbx.AudioFormat;
import io.mostik.pbx.RecordingDefect;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What the structure of an audio file tells: how long it sounds, and whether it is whole. The sound itself is not decoded.
 *
 * @param length how long it sounds, where the file tells
 * @param defect what is wrong with it; empty also for a format that the SDK does not look into
 */
public record AudioCheck(Optional<Duration> length, Optional<RecordingDefect> defect) {

    static final AudioCheck UNKNOWN = new AudioCheck(Optional.empty(), Optional.empty());

    static AudioCheck whole(double seconds) {
        boolean told = seconds > 0 && seconds < Integer.MAX_VALUE;
        return new AudioCheck(
                told ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000))) : Optional.empty(), Optional.empty());
    }

    static AudioCheck cutOff(double seconds) {
        return new AudioCheck(whole(seconds).length(), Optional.of(RecordingDefect.CUT_OFF));
    }

    static AudioCheck damaged() {
        return new AudioCheck(Optional.empty(), Optional.of(RecordingDefect.DAMAGED));
    }

    /**
     * Looks through a file.
     *
     * @throws IOException if it cannot be read
     */
    public static AudioCheck of(Path file, AudioFormat format) throws IOException {
        try (AudioBytes bytes = AudioBytes.open(file)) {
            return switch (format) {
                case WAV -> PlainAudio.wav(bytes);
                case AU -> PlainAudio.au(bytes);
                case AMR -> PlainAudio.amr(bytes);
                case MP3 -> FramedAudio.mp3(bytes);
                case AAC -> FramedAudio.aac(bytes);
                case OGG -> OggAudio.check(bytes);
                case M4A -> BoxedAudio.check(bytes);
                case FLAC -> FlacAudio.check(bytes);
                case GSM, UNKNOWN -> UNKNOWN;
            };
        }
    }
}
