package io.mostik.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one answer off a socket that stays open. */
final class RawHttp {

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private RawHttp() {}

    static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("Ended after " + head);
            }
            head.write(read);
        }
        Matcher length = LENGTH.matcher(head.toString(StandardCharsets.US_ASCII));
        byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        return head.toString(StandardCharsets.US_ASCII) + new String(body, StandardCharsets.UTF_8);
    }
}
