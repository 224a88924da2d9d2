package io.mostik.pbx.webhooks;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A text of so many letters in front of an end, made as it is read. */
final class EndlessBase64 extends InputStream {

    private final byte[] start;
    private final byte[] end;
    private final long letters;
    private long at;

    EndlessBase64(long letters, String json) {
        int middle = json.indexOf('#');
        this.start = json.substring(0, Math.max(middle, 0)).getBytes(StandardCharsets.UTF_8);
        this.end = json.substring(middle + 1).getBytes(StandardCharsets.UTF_8);
        this.letters = letters;
    }

    @Override
    public int read() {
        long position = at++;
        if (position < start.length) {
            return start[(int) position];
        }
        if (position < start.length + letters) {
            return 'A' + (int) ((position - start.length) % 26);
        }
        long rest = position - start.length - letters;
        return rest < end.length ? end[(int) rest] : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                at--;
                return count == 0 ? -1 : count;
            }
            buffer[offset + count++] = (byte) next;
        }
        return count;
    }
}
