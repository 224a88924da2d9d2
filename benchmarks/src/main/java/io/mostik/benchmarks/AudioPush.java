package io.mostik.benchmarks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The data of a call with so many bytes of audio as BASE64, made while it is read. */
final class AudioPush extends InputStream {

    private static final byte[] HEAD =
            "{\"call\":{\"id\":\"4711\"},\"recording\":{\"data\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TAIL = "\"}}".getBytes(StandardCharsets.US_ASCII);

    private final long base64;
    private long at;

    AudioPush(long audio) {
        this.base64 = audio / 3 * 4;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int size = 0;
        while (size < length && at < HEAD.length + base64 + TAIL.length) {
            target[offset + size++] = next();
        }
        return size == 0 && length > 0 ? -1 : size;
    }

    private byte next() {
        long index = at++;
        if (index < HEAD.length) {
            return HEAD[(int) index];
        }
        long behind = index - HEAD.length - base64;
        return behind < 0 ? (byte) ('A' + index % 26) : TAIL[(int) behind];
    }
}
