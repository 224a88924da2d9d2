package io.mostik.core.http;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers that say nothing about a person: dates, times, IP addresses, sums, UUIDs. The patterns are bounded and repeat
 * possessively, so they neither recurse nor go back.
 */
final class PlainNumbers {

    private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final String END = "(?![\\p{L}\\d_])";

    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}" + END),
            Pattern.compile("(?:19|20)\\d\\d([-./])[01]\\d\\1[0-3]\\d(?!\\d)"),
            Pattern.compile("[0-3]?\\d([-./])[01]?\\d\\1(?:19|20)\\d\\d(?!\\d)"),
            Pattern.compile("\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9}+)?+)?+(?:[+-]\\d\\d:?\\d\\d)?+(?!\\d)"),
            Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET + "(?![.\\d])"),
            Pattern.compile("\\d{1,3}(?:,\\d{3}){1,4}+(?:\\.\\d{1,4}+)?+" + END),
            Pattern.compile("\\d{1,3}(?:[ .'\u00A0\u202F]\\d{3}){1,4}+,\\d{1,2}+" + END),
            Pattern.compile("\\d{1,3}(?:[ '\u00A0\u202F]\\d{3}){1,4}+\\.\\d{1,2}+(?![.\\p{L}\\d_])"),
            Pattern.compile("\\d{1,3}(?:[ .'\u00A0\u202F]\\d{3}){1,4}+ ?(?=[A-Z]{3}\\b|[₽€$]|руб|Ft|zł)"),
            Pattern.compile("\\d{1,15}+[.,]\\d{1,2}+(?![-.\\p{L}\\d_])"));

    private PlainNumbers() {}

    /** Returns where the plain number that begins here ends; the same position if none begins here. */
    static int end(String text, int at) {
        char first = text.charAt(at);
        boolean digit = first >= '0' && first <= '9';
        boolean hex = digit || (first >= 'a' && first <= 'f') || (first >= 'A' && first <= 'F');
        if (!hex || (at > 0 && continues(text.charAt(at - 1)))) {
            return at;
        }
        for (Pattern form : digit ? FORMS : FORMS.subList(0, 1)) {
            Matcher match = form.matcher(text).region(at, text.length()).useTransparentBounds(true);
            if (match.lookingAt()) {
                return match.end();
            }
        }
        return at;
    }

    /** A number that goes on from a plus sign, a digit or a letter is part of what precedes it. */
    private static boolean continues(char before) {
        return "+_.".indexOf(before) >= 0 || Character.isLetterOrDigit(before);
    }
}
