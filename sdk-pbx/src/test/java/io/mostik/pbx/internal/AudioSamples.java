package io.mostik.pbx.internal;

import io.mostik.pbx.AudioFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/** Small audio files of silence or noise, built as their formats want it. */
public final class AudioSamples {

    private AudioSamples() {}

    /** Returns a whole file of about two seconds. */
    public static byte[] of(AudioFormat format) {
        return switch (format) {
            case WAV -> wav(2);
            case MP3 -> frames("", 77, new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0}, 417);
            case AAC -> frames("", 87, adts(200), 200);
            case AMR -> frames("#!AMR\n", 100, new byte[] {0x3C}, 32);
            case OGG -> ogg();
            case M4A -> m4a();
            case FLAC -> flac();
            case AU -> au();
            default -> throw new IllegalArgumentException("no sample of " + format);
        };
    }

    /** Returns a WAV of 8 kHz and 8 bits. */
    public static byte[] wav(int seconds) {
        int data = seconds * 8_000;
        return built(44 + data, ByteOrder.LITTLE_ENDIAN, file -> {
            file.put(ascii("RIFF")).putInt(36 + data).put(ascii("WAVEfmt ")).putInt(16);
            file.putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(8_000);
            file.putShort((short) 1).putShort((short) 8).put(ascii("data")).putInt(data);
        });
    }

    private static byte[] au() {
        return built(24 + 16_000, ByteOrder.BIG_ENDIAN, file -> {
            file.put(ascii(".snd"))
                    .putInt(24)
                    .putInt(16_000)
                    .putInt(1)
                    .putInt(8_000)
                    .putInt(1);
        });
    }

    private static byte[] frames(String head, int count, byte[] start, int size) {
        return built(head.length() + count * size, ByteOrder.BIG_ENDIAN, file -> {
            file.put(ascii(head));
            for (int i = 0; i < count; i++) {
                int next = file.position() + size;
                file.put(start);
                file.position(next);
            }
        });
    }

    private static byte[] adts(int size) {
        return new byte[] {
            (byte) 0xFF,
            (byte) 0xF1,
            0x50,
            (byte) (0x40 | size >> 11),
            (byte) (size >> 3),
            (byte) ((size & 7) << 5 | 0x1F),
            (byte) 0xFC
        };
    }

    private static byte[] ogg() {
        byte[] first = page(2, 0, 0, ascii("OpusHead\u0001\u0001\0\0\0\0\0\0\0\0\0"));
        byte[] second = page(0, 48_000, 1, new byte[200]);
        byte[] third = page(4, 96_000, 2, new byte[200]);
        return built(
                first.length + second.length + third.length,
                ByteOrder.BIG_ENDIAN,
                file -> file.put(first).put(second).put(third));
    }

    private static byte[] page(int type, long samples, int number, byte[] body) {
        byte[] page = built(28 + body.length, ByteOrder.LITTLE_ENDIAN, file -> {
            file.put(ascii("OggS"))
                    .put((byte) 0)
                    .put((byte) type)
                    .putLong(samples)
                    .putInt(7)
                    .putInt(number);
            file.putInt(0).put((byte) 1).put((byte) body.length).put(body);
        });
        ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).putInt(22, bits(page, 0x04c11db7L, 32));
        return page;
    }

    /** The plain division, bit by bit. */
    private static int bits(byte[] octets, long polynomial, int width) {
        long sum = 0;
        for (byte octet : octets) {
            for (int bit = 7; bit >= 0; bit--) {
                long top = (sum >> (width - 1) & 1) ^ (octet >> bit & 1);
                sum = (sum << 1 ^ (top == 1 ? polynomial : 0)) & ((1L << width) - 1);
            }
        }
        return (int) sum;
    }

    private static byte[] m4a() {
        return built(24 + 8 + 108 + 8 + 1_000, ByteOrder.BIG_ENDIAN, file -> {
            file.putInt(24).put(ascii("ftypM4A ")).putInt(0).put(ascii("M4A mp42"));
            file.putInt(116)
                    .put(ascii("moov"))
                    .putInt(108)
                    .put(ascii("mvhd"))
                    .putInt(0)
                    .putInt(0)
                    .putInt(0);
            file.putInt(1_000).putInt(2_000).position(24 + 116);
            file.putInt(1_008).put(ascii("mdat"));
        });
    }

    private static byte[] flac() {
        byte[] frame = built(
                500,
                ByteOrder.BIG_ENDIAN,
                file -> file.put((byte) 0xFF).put((byte) 0xF8).put((byte) 0x69));
        ByteBuffer.wrap(frame).putShort(498, (short) bits(Arrays.copyOf(frame, 498), 0x8005, 16));
        return built(4 + 4 + 34 + frame.length, ByteOrder.BIG_ENDIAN, file -> {
            file.put(ascii("fLaC")).putInt(0x80000022);
            file.putShort((short) 4096).putShort((short) 4096).put(new byte[6]);
            file.putLong(8_000L << 44 | 7L << 36 | 16_000).put(new byte[16]);
            file.put(frame);
        });
    }

    private static byte[] built(int size, ByteOrder order, Consumer<ByteBuffer> content) {
        ByteBuffer file = ByteBuffer.allocate(size).order(order);
        content.accept(file);
        return file.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
