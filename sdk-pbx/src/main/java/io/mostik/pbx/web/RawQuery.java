package io.mostik.pbx.web;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes percent-encoded windows-1250 into percent-encoded UTF-8; what is UTF-8 already stays as it is. */
final class RawQuery {

    private static final Pattern ENCODED = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Charset CENTRAL_EUROPEAN = Charset.forName("windows-1250");
    private static final int DIGITS = 3;
    private static final int HEX = 16;

    private RawQuery() {}

    static String toUtf8(String query) {
        return ENCODED.matcher(query).replaceAll(run -> Matcher.quoteReplacement(utf8(run.group())));
    }

    private static String utf8(String run) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream(run.length() / DIGITS);
        for (int at = 0; at < run.length(); at += DIGITS) {
            octets.write(Integer.parseInt(run, at + 1, at + DIGITS, HEX));
        }
        byte[] bytes = octets.toByteArray();
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return run;
        } catch (CharacterCodingException e) {
            return URLEncoder.encode(new String(bytes, CENTRAL_EUROPEAN), StandardCharsets.UTF_8);
        }
    }
}
