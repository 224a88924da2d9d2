package io.mostik.testing.vipex;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A tenth of a second of tone: 8 kHz, 16 bit, mono. */
final class TinyWav {

    private static final int RATE = 8000;
    private static final int SAMPLES = RATE / 10;

    private TinyWav() {}

    static byte[] tone(int hertz) {
        int dataSize = SAMPLES * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + dataSize).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(US_ASCII)).putInt(36 + dataSize).put("WAVEfmt ".getBytes(US_ASCII));
        wav.putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(US_ASCII)).putInt(dataSize);
        for (int i = 0; i < SAMPLES; i++) {
            wav.putShort((short) (8000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        return wav.array();
    }
}
