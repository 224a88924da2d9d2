package io.mostik.pbx.internal;

import java.io.IOException;

/** FLAC: a head that says how many samples there are, and frames with numbers and checksums. */
final class FlacAudio {

    private static final int LARGEST_FRAME = 1 << 20;

    private FlacAudio() {}

    static AudioCheck check(AudioBytes file) throws IOException {
        long at = 4;
        boolean isLast = false;
        while (!isLast) {
            if (at + 4 > file.length()) {
                return AudioCheck.cutOff(0);
            }
            isLast = (file.at(at) & 0x80) != 0;
            at += 4 + file.big(at + 1, 3);
        }
        long rate = file.big(18, 3) >> 4;
        long samples = file.big(21, 5) & 0xFFFFFFFFFL;
        double seconds = rate == 0 ? 0 : (double) samples / rate;
        if (at >= file.length()) {
            return AudioCheck.cutOff(seconds);
        }
        if (file.at(at) != 0xFF || (file.at(at + 1) & 0xFC) != 0xF8) {
            return AudioCheck.damaged();
        }
        boolean endsWell = samples == 0 || endsWithAFrame(file, at);
        return endsWell ? AudioCheck.whole(seconds) : AudioCheck.cutOff(seconds);
    }

    /** Each frame ends with the checksum of itself: whatever frame is the last one, the file must end with its checksum. */
    private static boolean endsWithAFrame(AudioBytes file, long first) throws IOException {
        long end = file.length();
        for (long at = end - 6; at >= Math.max(first, end - LARGEST_FRAME); at--) {
            boolean isStart = file.at(at) == 0xFF && (file.at(at + 1) & 0xFC) == 0xF8;
            if (isStart && checksum(file, at, end - 2) == file.big(end - 2, 2)) {
                return true;
            }
        }
        return false;
    }

    private static long checksum(AudioBytes file, long from, long to) throws IOException {
        int sum = 0;
        for (long at = from; at < to; at++) {
            sum ^= file.at(at) << 8;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum << 1) ^ ((sum & 0x8000) != 0 ? 0x8005 : 0);
            }
            sum &= 0xFFFF;
        }
        return sum;
    }
}
