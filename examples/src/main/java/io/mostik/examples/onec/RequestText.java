package io.mostik.examples.onec;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the bytes of a 1C request as text: UTF-8 with or without a byte order mark, and windows-1251. A wrong charset is
 * named, never guessed around.
 */
final class RequestText {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Pattern CHARSET = Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);
    private static final String MARK = "\uFEFF";

    private RequestText() {}

    /**
     * Returns the text.
     *
     * @param contentType the header, if there is one; without a charset in it the bytes decide
     * @throws BadRequestException if the bytes are in another charset than the header says, or in one unknown here
     */
    static String decode(Optional<String> contentType, byte[] body) {
        if (startsWith(body, 0xFE, 0xFF) || startsWith(body, 0xFF, 0xFE)) {
            throw refusal("the body is in UTF-16");
        }
        Optional<String> utf8 = strictly(StandardCharsets.UTF_8, body);
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return utf8.map(text -> text.substring(MARK.length()))
                    .orElseThrow(() -> refusal("the body begins as UTF-8 but goes on otherwise"));
        }
        Optional<Charset> named =
                contentType.map(CHARSET::matcher).filter(Matcher::find).map(RequestText::named);
        if (named.isEmpty()) {
            return utf8.or(() -> strictly(WINDOWS_1251, body))
                    .orElseThrow(() -> refusal("the body is neither UTF-8 nor windows-1251"));
        }
        if (named.get().equals(StandardCharsets.UTF_8)) {
            return utf8.orElseThrow(() -> refusal("Content-Type says UTF-8, but the body is not; if it is"
                    + " windows-1251, say charset=windows-1251"));
        }
        if (utf8.isPresent() && !isAscii(body)) {
            throw refusal("Content-Type says windows-1251, but the body is in UTF-8");
        }
        return strictly(WINDOWS_1251, body).orElseThrow(() -> refusal("the body is not windows-1251"));
    }

    private static Charset named(Matcher matcher) {
        return switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            case "windows-1251", "cp1251", "win-1251" -> WINDOWS_1251;
            default -> throw refusal("Content-Type names a charset that is not read here");
        };
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

    private static BadRequestException refusal(String what) {
        return new BadRequestException(415, what + "; send UTF-8 or windows-1251");
    }
}
