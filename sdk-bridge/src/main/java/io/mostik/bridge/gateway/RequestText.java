package io.mostik.bridge.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bytes of a request as text: UTF-8 with or without a byte order mark, and windows-1251 where the header names it
 * or the base is set to it. A charset is never guessed; a wrong one is refused by name.
 */
final class RequestText {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final String MARK = "\uFEFF";

    private RequestText() {}

    /**
     * Returns the text.
     *
     * @param contentType the header; empty text if there is none
     * @param usual the charset where the header names none
     * @throws Refusal if the bytes are in another charset, or in one that is not read here
     */
    static String decode(String contentType, byte[] body, Charset usual) {
        if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
            throw Refusal.of(415, "charset_utf16");
        }
        Optional<String> utf8 = strictly(StandardCharsets.UTF_8, body);
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return utf8.map(text -> text.substring(MARK.length()))
                    .orElseThrow(() -> Refusal.of(415, "charset_not_utf8"));
        }
        if (named(contentType).orElse(usual).equals(StandardCharsets.UTF_8)) {
            return utf8.orElseThrow(() -> Refusal.of(415, "charset_not_utf8"));
        }
        if (utf8.isPresent() && !isAscii(body)) {
            throw Refusal.of(415, "charset_not_windows");
        }
        return strictly(WINDOWS_1251, body).orElseThrow(() -> Refusal.of(415, "charset_not_windows"));
    }

    /** Returns the charset that a header names. */
    static Optional<Charset> named(String contentType) {
        Matcher matcher = CHARSET.matcher(contentType);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                    case "utf-8", "utf8" -> StandardCharsets.UTF_8;
                    case "windows-1251", "cp1251", "win-1251" -> WINDOWS_1251;
                    default -> throw Refusal.of(415, "charset_unknown");
                });
    }

    private static Optional<String> strictly(Charset charset, byte[] body) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(byte[] body) {
        for (byte one : body) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] body, int... start) {
        for (int i = 0; i < start.length; i++) {
            if (body.length <= i || (body[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
