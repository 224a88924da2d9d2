package io.mostik.pbx.internal;

import java.io.IOException;

/** MPEG audio and AAC in ADTS: one frame after the other, each of which says how long it is. */
final class FramedAudio {

    private static final int[] RATES = {44100, 48000, 32000};
    private static final int[] LAYER_3 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] LAYER_2 = {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384};
    private static final int[] LAYER_1 = {0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448};
    private static final int[] LOW = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] LOW_LAYER_1 = {0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256};
    private static final int[] AAC_RATES = {
        96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350
    };

    private FramedAudio() {}

    /** One frame: its bytes, none if it is no frame, and how long it sounds. */
    private record Frame(long bytes, double seconds) {
        static final Frame NONE = new Frame(0, 0);
    }

    static AudioCheck mp3(AudioBytes file) throws IOException {
        long at = 0;
        if (file.has(0, "ID3")) {
            at = 10L + (file.at(6) << 21 | file.at(7) << 14 | file.at(8) << 7 | file.at(9));
        }
        return walk(file, at, true);
    }

    static AudioCheck aac(AudioBytes file) throws IOException {
        return walk(file, 0, false);
    }

    private static AudioCheck walk(AudioBytes file, long begin, boolean isMpeg) throws IOException {
        long at = begin;
        double seconds = 0;
        while (at < file.length() && !isTag(file, at)) {
            Frame frame = isMpeg ? mpegFrame(file, at) : adtsFrame(file, at);
            if (frame.bytes() == 0) {
                boolean isRest =
                        seconds > 0 && file.length() - at < 8 && (file.length() - at < 2 || file.at(at) == 0xFF);
                return isRest ? AudioCheck.cutOff(seconds) : AudioCheck.damaged();
            }
            at += frame.bytes();
            seconds += frame.seconds();
        }
        return at > file.length() || seconds == 0 ? AudioCheck.cutOff(seconds) : AudioCheck.whole(seconds);
    }

    /** Names and covers may stand behind the sound. */
    private static boolean isTag(AudioBytes file, long at) throws IOException {
        return file.has(at, "TAG") || file.has(at, "APETAGEX") || file.has(at, "LYRICS") || file.has(at, "3DI");
    }

    private static Frame mpegFrame(AudioBytes file, long at) throws IOException {
        int head = (int) file.big(at, 4);
        int version = (head >> 19) & 3;
        int layer = 4 - ((head >> 17) & 3);
        int bitrate = (head >> 12) & 15;
        int rate = (head >> 10) & 3;
        boolean isFrame = (head & 0xFFE00000) == 0xFFE00000 && version != 1 && layer != 4 && rate != 3;
        if (!isFrame || bitrate == 0 || bitrate == 15) {
            return Frame.NONE;
        }
        boolean isFull = version == 3;
        int hertz = RATES[rate] >> (isFull ? 0 : version == 2 ? 1 : 2);
        int kilobits = table(isFull, layer)[bitrate];
        int padding = (head >> 9) & 1;
        int samples = layer == 1 ? 384 : layer == 3 && !isFull ? 576 : 1152;
        long bytes = layer == 1
                ? (12L * kilobits * 1000 / hertz + padding) * 4
                : samples / 8L * kilobits * 1000 / hertz + padding;
        return new Frame(bytes, (double) samples / hertz);
    }

    private static int[] table(boolean isFull, int layer) {
        if (!isFull) {
            return layer == 1 ? LOW_LAYER_1 : LOW;
        }
        return layer == 1 ? LAYER_1 : layer == 2 ? LAYER_2 : LAYER_3;
    }

    private static Frame adtsFrame(AudioBytes file, long at) throws IOException {
        int rate = (file.at(at + 2) >> 2) & 15;
        long bytes = (file.at(at + 3) & 3L) << 11 | (long) file.at(at + 4) << 3 | file.at(at + 5) >> 5;
        boolean isFrame = file.at(at) == 0xFF && (file.at(at + 1) & 0xF6) == 0xF0 && rate < AAC_RATES.length;
        int blocks = (file.at(at + 6) & 3) + 1;
        return isFrame && bytes >= 7 ? new Frame(bytes, 1024.0 * blocks / AAC_RATES[rate]) : Frame.NONE;
    }
}
