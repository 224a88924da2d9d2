package io.mostik.pbx.internal;

import java.io.IOException;

/** RIFF and RF64 WAVE, AU and AMR: samples or frames of known sizes behind a head. */
final class PlainAudio {

    private static final long ENDLESS = 0xFFFFFFFFL;
    private static final int[] NARROW = {12, 13, 15, 17, 19, 20, 26, 31, 5, 6, 5, 5, -1, -1, -1, 0};
    private static final int[] WIDE = {17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0};

    private PlainAudio() {}

    /** A length of nothing or of all ones was never filled in, as by a recorder that writes to a pipe. */
    static AudioCheck wav(AudioBytes file) throws IOException {
        long length = file.length();
        long bytesPerSecond = 0;
        long at = 12;
        while (at + 8 <= length) {
            long size = file.little(at + 4, 4);
            if (file.has(at, "fmt ")) {
                bytesPerSecond = file.little(at + 16, 4);
            }
            if (file.has(at, "data")) {
                boolean isOpen = size == 0 || size == ENDLESS;
                long there = length - at - 8;
                double seconds = seconds(isOpen ? there : Math.min(size, there), bytesPerSecond);
                if (bytesPerSecond == 0) {
                    return AudioCheck.damaged();
                }
                return !isOpen && size > there ? AudioCheck.cutOff(seconds) : AudioCheck.whole(seconds);
            }
            at += 8 + size + (size & 1);
        }
        boolean promisesMore = file.little(4, 4) + 8 > length;
        return promisesMore ? AudioCheck.cutOff(0) : AudioCheck.damaged();
    }

    static AudioCheck au(AudioBytes file) throws IOException {
        long offset = file.big(4, 4);
        long size = file.big(8, 4);
        int sample = switch ((int) file.big(12, 4)) {
            case 1, 2, 27 -> 1;
            case 3 -> 2;
            case 4 -> 3;
            case 5, 6 -> 4;
            case 7 -> 8;
            default -> 0;
        };
        if (offset < 24) {
            return AudioCheck.damaged();
        }
        long there = Math.max(0, file.length() - offset);
        boolean isCut = (size != ENDLESS && size > there) || file.length() < offset;
        double seconds =
                seconds(size == ENDLESS ? there : Math.min(size, there), sample * file.big(16, 4) * file.big(20, 4));
        return isCut ? AudioCheck.cutOff(seconds) : AudioCheck.whole(seconds);
    }

    static AudioCheck amr(AudioBytes file) throws IOException {
        boolean isWide = file.has(0, "#!AMR-WB\n");
        if (!isWide && !file.has(0, "#!AMR\n")) {
            return file.length() < 6 ? AudioCheck.cutOff(0) : AudioCheck.damaged();
        }
        long at = isWide ? 9 : 6;
        long frames = 0;
        while (at < file.length()) {
            int head = file.at(at);
            int size = (isWide ? WIDE : NARROW)[(head >> 3) & 15];
            if ((head & 0x83) != 0 || size < 0) {
                return AudioCheck.damaged();
            }
            at += 1 + size;
            frames++;
        }
        double seconds = frames * 0.02;
        return at > file.length() ? AudioCheck.cutOff(seconds) : AudioCheck.whole(seconds);
    }

    private static double seconds(long bytes, long bytesPerSecond) {
        return bytesPerSecond == 0 ? 0 : (double) bytes / bytesPerSecond;
    }
}
