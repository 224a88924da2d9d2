package io.mostik.pbx.internal;

import java.io.IOException;

/** Ogg: pages with a checksum each, the last of which says so. */
final class OggAudio {

    private static final int HEAD = 27;
    private static final int CHECKSUM_AT = 22;
    private static final int POLYNOMIAL = 0x04c11db7;
    private static final int[] TABLE = table();

    private OggAudio() {}

    private static int[] table() {
        int[] table = new int[256];
        for (int i = 0; i < table.length; i++) {
            int value = i << 24;
            for (int bit = 0; bit < 8; bit++) {
                value = (value << 1) ^ (value < 0 ? POLYNOMIAL : 0);
            }
            table[i] = value;
        }
        return table;
    }

    static AudioCheck check(AudioBytes file) throws IOException {
        long at = 0;
        long rate = rate(file);
        double seconds = 0;
        boolean isLast = false;
        while (at < file.length()) {
            if (!file.has(at, "OggS")) {
                boolean isRest = file.length() - at < HEAD;
                return isRest ? AudioCheck.cutOff(seconds) : AudioCheck.damaged();
            }
            long end = pageEnd(file, at);
            if (end > file.length()) {
                return AudioCheck.cutOff(seconds);
            }
            if (checksum(file, at, end) != (int) file.little(at + CHECKSUM_AT, 4)) {
                return AudioCheck.damaged();
            }
            long samples = file.little(at + 6, 8);
            seconds = samples > 0 && rate > 0 ? (double) samples / rate : seconds;
            isLast = (file.at(at + 5) & 4) != 0;
            at = end;
        }
        return isLast ? AudioCheck.whole(seconds) : AudioCheck.cutOff(seconds);
    }

    /** Opus counts in 48 kHz whatever it plays. */
    private static long rate(AudioBytes file) throws IOException {
        long body = (long) HEAD + file.at(HEAD - 1);
        if (file.has(body, "OpusHead")) {
            return 48_000;
        }
        return file.has(body, "\u0001vorbis")
                ? file.little(body + 12, 4)
                : file.has(body, "Speex   ") ? file.little(body + 36, 4) : 0;
    }

    private static long pageEnd(AudioBytes file, long at) throws IOException {
        int segments = file.at(at + HEAD - 1);
        long end = at + HEAD + segments;
        for (int i = 0; i < segments; i++) {
            end += file.at(at + HEAD + i);
        }
        return at + HEAD > file.length() ? Long.MAX_VALUE : end;
    }

    private static int checksum(AudioBytes file, long from, long to) throws IOException {
        int sum = 0;
        for (long at = from; at < to; at++) {
            boolean isSum = at >= from + CHECKSUM_AT && at < from + CHECKSUM_AT + 4;
            int octet = isSum ? 0 : file.at(at);
            sum = (sum << 8) ^ TABLE[((sum >>> 24) ^ octet) & 0xFF];
        }
        return sum;
    }
}
