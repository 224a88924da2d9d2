package io.mostik.core.http;

import io.mostik.core.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The one place that makes text fit to be shown: takes out every secret that the request knows, by value and in the
 * encodings in which it travels, then whatever looks like a number of a card, an account or a phone, and addresses of
 * e-mail.
 */
final class Redactor {

    private static final String MASK = "***";
    private static final int SHORTEST_SECRET = 4;
    private static final int LONGEST_EXCERPT = 200;
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?\\d(?:[ \\-()./]{0,2}\\d){9,}");
    private static final Pattern EMAIL = Pattern.compile("[\\w.+%\\-]{1,64}@[\\w\\-]{1,64}(?:\\.[\\w\\-]{1,64})+");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]+");

    private Redactor() {}

    /** Returns a vendor's words without secrets and personal data. A secret may be the beginning of a longer one. */
    static String scrub(String text, List<Secret> secrets) {
        String clean = text;
        List<String> longestFirst = secrets.stream()
                .map(Secret::reveal)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String secret : longestFirst) {
            clean = without(clean, secret);
        }
        clean = EMAIL.matcher(clean).replaceAll(MASK);
        return LONG_NUMBER.matcher(clean).replaceAll(MASK);
    }

    /** Returns the beginning of a body in one line, without secrets and personal data. */
    static String excerpt(ApiRequest request, ApiResponse response) {
        ResponseBody body = response.body();
        if (request.plan().endpoint().isConfidential() || body.length() == 0) {
            return body.length() + " bytes";
        }
        String text = NOT_PRINTABLE.matcher(body.text()).replaceAll(" ").strip();
        String clean = scrub(text.substring(0, Math.min(text.length(), LONGEST_EXCERPT * 4)), response.secrets());
        return clean.length() <= LONGEST_EXCERPT ? clean : clean.substring(0, LONGEST_EXCERPT) + "…";
    }

    private static String without(String text, String value) {
        if (value.length() < SHORTEST_SECRET) {
            return text;
        }
        String clean = text.replace(value, MASK);
        clean = clean.replace(Percent.encode(value), MASK);
        return clean.replace(URLEncoder.encode(value, StandardCharsets.UTF_8), MASK);
    }
}
