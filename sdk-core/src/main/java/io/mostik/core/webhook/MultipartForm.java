package io.mostik.core.webhook;

import io.mostik.core.WebhookException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the text parts of a multipart form. Works on bytes as Latin letters, so that nothing shifts. */
final class MultipartForm {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("[;\\s]name=(?:\"([^\"]*)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("[;\\s]filename\\*?=", Pattern.CASE_INSENSITIVE);
    private static final String END_OF_LINE = "\r\n";
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final int MOST_PARTS = 1_000;

    private MultipartForm() {}

    static Map<String, List<String>> read(String contentType, byte[] body) {
        String text = END_OF_LINE + new String(body, StandardCharsets.ISO_8859_1);
        String delimiter = END_OF_LINE + boundary(contentType, text);
        Map<String, List<String>> values = new LinkedHashMap<>();
        int at = text.indexOf(delimiter);
        for (int parts = 0; at >= 0; parts++) {
            int start = at + delimiter.length();
            int end = text.indexOf(delimiter, start);
            if (text.startsWith("--", start)) {
                return values;
            }
            if (end < 0 || parts == MOST_PARTS) {
                break;
            }
            part(text.substring(start, end), values);
            at = end;
        }
        throw unreadable("cut off before its end, or more than " + MOST_PARTS + " parts");
    }

    /** Some senders name a boundary that is two dashes short of the one in the body: the body's first line is believed. */
    private static String boundary(String contentType, String text) {
        Matcher matcher = BOUNDARY.matcher(contentType);
        if (!matcher.find()) {
            throw unreadable("no boundary");
        }
        String boundary = "--" + (matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        String first = text.substring(END_OF_LINE.length()).split("\r\n", 2)[0];
        boolean isShort = first.startsWith("--" + boundary) && first.endsWith(boundary);
        return isShort ? "--" + boundary : boundary;
    }

    private static void part(String part, Map<String, List<String>> values) {
        int end = part.indexOf(END_OF_HEAD);
        if (end < 0) {
            throw unreadable("a part without its head");
        }
        String head = decoded(part.substring(0, end), "");
        Matcher name = NAME.matcher(head);
        if (name.find() && !FILE.matcher(head).find()) {
            String key = name.group(1) != null ? name.group(1) : name.group(2);
            String value = decoded(part.substring(end + END_OF_HEAD.length()), head);
            values.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(value);
        }
    }

    private static String decoded(String latin, String head) {
        byte[] bytes = latin.getBytes(StandardCharsets.ISO_8859_1);
        Charset charset = WebhookForm.charset(head, bytes);
        return new String(bytes, charset);
    }

    private static WebhookException unreadable(String text) {
        return new WebhookException(WebhookException.Reason.UNREADABLE, "multipart form: " + text);
    }
}
