package io.mostik.core.webhook;

import io.mostik.core.WebhookException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads parameters: of a query, of a form, and the text parts of a multipart form. UTF-8 unless declared otherwise; what is
 * not UTF-8 and not declared is taken for windows-1250, which old telephone exchanges write.
 */
final class WebhookForm {

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]+)");
    private static final Charset CENTRAL_EUROPEAN = Charset.forName("windows-1250");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_PARAMETERS = 10_000;

    private WebhookForm() {}

    /** Returns a body as text, without a byte order mark. */
    static String text(String contentType, byte[] body) {
        String text = new String(body, charset(contentType, body));
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    static Map<String, List<String>> read(String contentType, byte[] body) {
        if (contentType.strip().regionMatches(true, 0, "multipart/form-data", 0, 19)) {
            return MultipartForm.read(contentType, body);
        }
        return parameters(text(contentType, body), charset(contentType, body));
    }

    static Map<String, List<String>> parameters(String raw, Charset charset) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        int count = 0;
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals), charset);
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1), charset);
                parameters.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(value);
                if (++count > MOST_PARAMETERS) {
                    throw new WebhookException(
                            WebhookException.Reason.UNREADABLE, "more than " + MOST_PARAMETERS + " parameters");
                }
            }
        }
        return parameters;
    }

    /** Percent signs may hide what is not UTF-8; a broken one leaves the text as it came, so that nothing is lost. */
    private static String decode(String text, Charset charset) {
        try {
            String decoded = URLDecoder.decode(text, charset);
            return charset.equals(StandardCharsets.UTF_8) && decoded.indexOf('\uFFFD') >= 0
                    ? URLDecoder.decode(text, CENTRAL_EUROPEAN)
                    : decoded;
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    static Charset charset(String contentType, byte[] body) {
        Matcher declared = CHARSET.matcher(contentType);
        if (declared.find()) {
            try {
                return Charset.forName(declared.group(1));
            } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
                throw new WebhookException(WebhookException.Reason.UNREADABLE, "the charset is not known");
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return CENTRAL_EUROPEAN;
        }
    }
}
