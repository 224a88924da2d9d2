package io.mostik.core.http;

import io.mostik.core.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The spellings in which one secret may come back: as it is, percent-encoded, form-encoded, escaped in JSON or HTML, and
 * in Base64, also within a longer value such as {@code user:password}. Upper and lower case count as the same.
 */
final class SecretForms {

    /** A shorter secret is hidden only where it is a word of its own: otherwise half of the text would be masked. */
    private static final int SHORTEST_ANYWHERE = 4;

    /** Fewer characters of Base64 occur in texts by chance. */
    private static final int SHORTEST_BASE64 = 6;

    private final Set<String> plain = new LinkedHashSet<>();
    private final Set<String> base64 = new LinkedHashSet<>();

    private SecretForms() {}

    static SecretForms of(Secret secret) {
        String value = secret.reveal();
        SecretForms forms = new SecretForms();
        forms.plain.add(value);
        String percent = Percent.encode(value);
        forms.plain.add(percent);
        forms.plain.add(Percent.encode(percent));
        forms.plain.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        forms.plain.add(json(value, "\\/", false));
        forms.plain.add(json(value, "/", false));
        forms.plain.add(json(value, "/", true));
        forms.plain.add(html(value));
        for (int before = 0; before < 3; before++) {
            forms.addBase64(value, before);
        }
        return forms;
    }

    /** Returns the length of the longest spelling. */
    int longest() {
        int longest = 0;
        for (String form : plain) {
            longest = Math.max(longest, form.length());
        }
        return longest;
    }

    void hideIn(Marks marks, String folded) {
        for (String form : plain) {
            String wanted = folded(form);
            for (int at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
                int end = at + wanted.length();
                if (wanted.length() >= SHORTEST_ANYWHERE || standsAlone(folded, at, end)) {
                    marks.hide(at, end);
                }
            }
        }
        for (String form : base64) {
            for (int at = marks.text().indexOf(form); at >= 0; at = marks.text().indexOf(form, at + 1)) {
                hideWord(marks, at, at + form.length());
            }
        }
    }

    /** Returns a text in which upper and lower case are the same, and every character keeps its place. */
    static String folded(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = Character.toLowerCase(folded[i]);
        }
        return new String(folded);
    }

    private static boolean standsAlone(String text, int from, int to) {
        boolean open = from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1));
        return open && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
    }

    /** What surrounds the secret in the same Base64 is part of its neighbours' bits: the whole word is hidden. */
    private static void hideWord(Marks marks, int from, int to) {
        String text = marks.text();
        int begin = from;
        while (begin > 0 && isBase64(text.charAt(begin - 1))) {
            begin--;
        }
        int end = to;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        marks.hide(begin, end);
    }

    private static boolean isBase64(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        return letter || c == '+' || c == '/' || c == '-' || c == '_' || c == '=';
    }

    /** Adds the characters that depend on the secret alone, where so many bytes precede it in a group of three. */
    private void addBase64(String value, int before) {
        byte[] octets = value.getBytes(StandardCharsets.UTF_8);
        byte[] shifted = new byte[before + octets.length];
        System.arraycopy(octets, 0, shifted, before, octets.length);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        if (to - from >= SHORTEST_BASE64) {
            base64.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
            base64.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
        }
    }

    private static String json(String value, String slash, boolean ascii) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c == '/') {
                escaped.append(slash);
            } else if (ascii && (c > '~' || "<>&'+=".indexOf(c) >= 0)) {
                escaped.append(String.format("\\u%04x", (int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String html(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
