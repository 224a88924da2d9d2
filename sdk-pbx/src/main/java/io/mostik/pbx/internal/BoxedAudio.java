package io.mostik.pbx.internal;

import java.io.IOException;

/** MPEG-4: boxes, among them one for the sound and one for what it is. */
final class BoxedAudio {

    private BoxedAudio() {}

    static AudioCheck check(AudioBytes file) throws IOException {
        long at = 0;
        double seconds = 0;
        boolean hasSound = false;
        boolean hasMovie = false;
        while (at < file.length()) {
            long size = size(file, at);
            if (at + 8 > file.length() || at + size > file.length()) {
                return AudioCheck.cutOff(seconds);
            }
            if (size < 8 || !isName(file, at + 4)) {
                return AudioCheck.damaged();
            }
            hasSound |= file.has(at + 4, "mdat");
            if (file.has(at + 4, "moov")) {
                hasMovie = true;
                seconds = seconds(file, at + 8, at + size);
            }
            at += size;
        }
        return hasSound && hasMovie ? AudioCheck.whole(seconds) : AudioCheck.cutOff(seconds);
    }

    private static long size(AudioBytes file, long at) throws IOException {
        long size = file.big(at, 4);
        if (size == 1) {
            long large = file.big(at + 8, 8);
            return large < 16 ? 0 : large;
        }
        return size == 0 ? file.length() - at : size;
    }

    private static boolean isName(AudioBytes file, long at) throws IOException {
        for (int i = 0; i < 4; i++) {
            int letter = file.at(at + i);
            if (letter < ' ' || (letter > '~' && letter != 0xA9)) {
                return false;
            }
        }
        return true;
    }

    private static double seconds(AudioBytes file, long from, long to) throws IOException {
        long at = from;
        while (at + 8 <= to) {
            long size = file.big(at, 4);
            if (file.has(at + 4, "mvhd")) {
                boolean isLong = file.at(at + 8) == 1;
                long scale = file.big(at + (isLong ? 28 : 20), 4);
                long units = file.big(at + (isLong ? 32 : 24), isLong ? 8 : 4);
                return scale == 0 ? 0 : (double) units / scale;
            }
            at += Math.max(8, size);
        }
        return 0;
    }
}
