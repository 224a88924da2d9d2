package io.mostik.salesautopilot.external;

import io.mostik.core.WebhookException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text parts of a multipart form. Works on bytes as Latin letters, so that nothing shifts. */
final class MultipartForm {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final String END_OF_LINE = "\r\n";
    private static final String END_OF_HEAD = "\r\n\r\n";

    private MultipartForm() {}

    static Map<String, String> read(String contentType, byte[] body) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw unreadable("no boundary");
        }
        String boundary = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        String delimiter = END_OF_LINE + "--" + boundary;
        String text = END_OF_LINE + new String(body, StandardCharsets.ISO_8859_1);
        Map<String, String> values = new LinkedHashMap<>();
        int at = text.indexOf(delimiter);
        while (at >= 0) {
            int start = at + delimiter.length();
            int end = text.indexOf(delimiter, start);
            if (text.startsWith("--", start)) {
                return values;
            }
            if (end < 0) {
                break;
            }
            part(text.substring(start, end), values);
            at = end;
        }
        throw unreadable("cut off before its end");
    }

    private static void part(String part, Map<String, String> values) {
        int end = part.indexOf(END_OF_HEAD);
        if (end < 0) {
            throw unreadable("a part without its head");
        }
        Matcher name = NAME.matcher(utf8(part.substring(0, end)));
        if (name.find()) {
            values.put(name.group(1), utf8(part.substring(end + END_OF_HEAD.length())));
        }
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static WebhookException unreadable(String text) {
        return new WebhookException(WebhookException.Reason.UNREADABLE, "multipart form: " + text);
    }
}
