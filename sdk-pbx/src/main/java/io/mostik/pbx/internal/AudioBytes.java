package io.mostik.pbx.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bytes of a file at any place, without all of it in memory. Not thread-safe. */
final class AudioBytes implements Closeable {

    private static final int WINDOW = 64 * 1024;

    private final RandomAccessFile file;
    private final byte[] window = new byte[WINDOW];
    private long from;
    private int filled;

    private AudioBytes(RandomAccessFile file) {
        this.file = file;
    }

    static AudioBytes open(Path path) throws IOException {
        return new AudioBytes(new RandomAccessFile(path.toFile(), "r"));
    }

    long length() throws IOException {
        return file.length();
    }

    /** Returns a byte as it counts from 0 to 255; 0 beyond the end. */
    int at(long place) throws IOException {
        if (place < from || place >= from + filled) {
            if (place < 0 || place >= file.length()) {
                return 0;
            }
            from = Math.max(0, place - 16);
            file.seek(from);
            filled = file.read(window);
        }
        return window[(int) (place - from)] & 0xFF;
    }

    long big(long place, int octets) throws IOException {
        long value = 0;
        for (int i = 0; i < octets; i++) {
            value = (value << 8) | at(place + i);
        }
        return value;
    }

    long little(long place, int octets) throws IOException {
        long value = 0;
        for (int i = octets - 1; i >= 0; i--) {
            value = (value << 8) | at(place + i);
        }
        return value;
    }

    boolean has(long place, String mark) throws IOException {
        byte[] expected = mark.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < expected.length; i++) {
            if (place + i >= length() || at(place + i) != (expected[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
