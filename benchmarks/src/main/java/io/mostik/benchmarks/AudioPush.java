package io.mostik.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The data of a call with so many bytes of audio as BASE64, copied from a few while it is read, which costs next to nothing. */
final class AudioPush extends InputStream {

    private static final byte[] HEAD =
            "{\"call\":{\"id\":\"4711\"},\"recording\":{\"data\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "\"}}".getBytes(StandardCharsets.US_ASCII);

    private static final int LETTERS = 26;
    private static final byte[] AUDIO = audio();

    private final long base64;
    private long at;

    AudioPush(long audio) {
        this.base64 = audio / 3 * 4;
    }

    private static byte[] audio() {
        byte[] audio = new byte[LETTERS * 4_096];
        for (int i = 0; i < audio.length; i++) {
            audio[i] = (byte) ('A' + i % LETTERS);
        }
        return audio;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        long audio = at - HEAD.length;
        if (audio < 0) {
            return copy(HEAD, (int) at, HEAD.length, target, offset, length);
        }
        if (audio < base64) {
            int from = (int) (audio % LETTERS);
            int to = (int) Math.min(AUDIO.length, from + base64 - audio);
            return copy(AUDIO, from, to, target, offset, length);
        }
        return copy(TAIL, (int) (audio - base64), TAIL.length, target, offset, length);
    }

    private int copy(byte[] source, int from, int to, byte[] target, int offset, int length) {
        int size = Math.min(to - from, length);
        System.arraycopy(source, from, target, offset, size);
        at += size;
        return size == 0 ? -1 : size;
    }
}
