package io.mostik.examples.desk;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What the demo's callers say: three seconds that rise and fall, 8 kHz, 16 bit, mono. */
final class DemoAudio {

    private static final int RATE = 8000;
    private static final int SECONDS = 3;
    private static final int HEAD = 44;

    private DemoAudio() {}

    static byte[] wav() {
        int size = RATE * SECONDS * 2;
        ByteBuffer wav = ByteBuffer.allocate(HEAD + size).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(HEAD - 8 + size).put(ascii("WAVEfmt "));
        wav.putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(RATE).putInt(RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(size);
        double angle = 0;
        for (int i = 0; i < RATE * SECONDS; i++) {
            double time = (double) i / RATE;
            angle += 2 * Math.PI * (220 + 60 * Math.sin(5 * time)) / RATE;
            wav.putShort((short) (6000 * Math.sin(angle) * Math.abs(Math.sin(8 * time))));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
