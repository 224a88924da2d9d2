package io.mostik.pbx;

import java.util.Arrays;
import java.util.Locale;

/** The format of a recording, told by how the file begins. */
public enum AudioFormat {
    /** RIFF or RF64 WAVE. */
    WAV("wav"),
    /** MPEG layer 3. */
    MP3("mp3"),
    /** Ogg: Vorbis or Opus. */
    OGG("ogg"),
    /** MPEG-4. */
    M4A("m4a"),
    /** FLAC. */
    FLAC("flac"),
    /** Adaptive multi-rate. */
    AMR("amr"),
    /** AAC in ADTS frames. */
    AAC("aac"),
    /** Sun audio: u-law and others behind a head. */
    AU("au"),
    /** GSM 06.10, which begins with no signature: known by name only. */
    GSM("gsm"),
    /** None of these. */
    UNKNOWN("bin");

    private static final int SHORTEST = 4;
    private static final int BRAND_AT = 8;

    private final String extension;

    AudioFormat(String extension) {
        this.extension = extension;
    }

    /** Returns the usual end of a file's name, without a dot. */
    public String extension() {
        return extension;
    }

    /**
     * Returns the format of a file that begins so.
     *
     * @param start at least the first 12 bytes, if there are as many
     */
    public static AudioFormat of(byte[] start) {
        if (start.length < SHORTEST) {
            return UNKNOWN;
        }
        if ((has(start, 0, "RIFF") || has(start, 0, "RF64")) && has(start, BRAND_AT, "WAVE")) {
            return WAV;
        }
        if ((start[0] & 0xFF) == 0xFF && (start[1] & 0xF6) == 0xF0) {
            return AAC;
        }
        if (has(start, 0, ".snd")) {
            return AU;
        }
        if (has(start, 0, "ID3") || isMpegFrame(start)) {
            return MP3;
        }
        if (has(start, SHORTEST, "ftyp")) {
            return M4A;
        }
        return has(start, 0, "OggS") ? OGG : has(start, 0, "fLaC") ? FLAC : has(start, 0, "#!AMR") ? AMR : UNKNOWN;
    }

    /** Returns the format that a PBX calls by this name or media type, such as {@code mp3} or {@code audio/mpeg}. */
    public static AudioFormat named(String name) {
        String word = name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^audio/(x-)?", "")
                .replaceFirst(";.*", "");
        return switch (word) {
            case "wav", "wave", "vnd.wave" -> WAV;
            case "mp3", "mpeg" -> MP3;
            case "ogg", "opus", "vorbis" -> OGG;
            case "m4a", "mp4" -> M4A;
            case "flac" -> FLAC;
            case "amr", "amr-wb", "3gpp" -> AMR;
            case "aac", "aacp" -> AAC;
            case "au", "basic", "snd" -> AU;
            case "gsm" -> GSM;
            default -> UNKNOWN;
        };
    }

    /** Returns whether a file can begin so: with a known signature, or at least not as words do. */
    public static boolean isPlausible(byte[] start) {
        boolean words = true;
        for (byte octet : start) {
            words &= octet == '\t' || octet == '\n' || octet == '\r' || octet >= ' ';
        }
        return start.length > 0 && (!words || of(start) != UNKNOWN);
    }

    /** Returns whether a file begins with a signature that is known. */
    static boolean isKnown(byte[] start) {
        return of(start) != UNKNOWN;
    }

    /** Layer I is left out: no PBX records so, and text in UTF-16 begins with the same bytes. */
    private static boolean isMpegFrame(byte[] start) {
        int second = start[1] & 0xF0;
        return (start[0] & 0xFF) == 0xFF && (second == 0xE0 || second == 0xF0) && (start[1] & 0x06) != 0x06;
    }

    private static boolean has(byte[] start, int at, String mark) {
        byte[] expected = mark.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return start.length >= at + expected.length
                && Arrays.equals(start, at, at + expected.length, expected, 0, expected.length);
    }
}
