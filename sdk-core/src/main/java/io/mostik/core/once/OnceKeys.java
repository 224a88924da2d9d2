package io.mostik.core.once;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Keys of write records. A key is ASCII and at most 171 characters, whatever the id. An id is compared in Unicode form NFC
 * without blanks at its ends; upper and lower case stay two ids.
 */
final class OnceKeys {

    static final String RECORDS = "once/";
    static final String OPEN = "once-open/";

    /** Occurs in no kind, so that no id of one kind looks like an id of another. */
    static final String END_OF_KIND = ":";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    private static final Pattern KIND = Pattern.compile("[a-z0-9./-]{1,60}");

    private OnceKeys() {}

    static String kind(String name) {
        if (!KIND.matcher(name).matches()) {
            throw new IllegalArgumentException("name of a kind must have 1 to 60 characters of a-z 0-9 . / -");
        }
        return name;
    }

    /** Returns the form of the id in a key: itself where it is plain, else its digest. */
    static String ref(String id, boolean personal) {
        String clean = clean(id);
        return !personal && PLAIN.matcher(clean).matches() ? clean : "#" + digest(clean);
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static String clean(String id) {
        String normal = Normalizer.normalize(id, Normalizer.Form.NFC);
        int from = 0;
        int to = normal.length();
        while (from < to && isBlank(normal.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(normal.charAt(to - 1))) {
            to--;
        }
        String clean = normal.substring(from, to);
        if (clean.isEmpty()) {
            throw new IllegalArgumentException("id must not be blank");
        }
        if (clean.codePoints().anyMatch(OnceKeys::isInvisible)) {
            throw new IllegalArgumentException("id must not hold control, format or unassigned characters");
        }
        return clean;
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.UNASSIGNED
                || type == Character.SURROGATE;
    }
}
