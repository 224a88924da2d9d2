package io.mostik.core;

import java.util.Map;
import java.util.StringJoiner;

/**
 * Decides which of a vendor's words may appear in a message that is logged: a short sentence that by its form names
 * nobody, codes, and names of fields. A capitalised word within a sentence, a quoted value, a piece of JSON or a page
 * may be about a person; then the message only says that there are words, and where.
 */
final class PlainWords {

    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_INITIALS = 3;
    private static final String AROUND = ".,;:!?()…";
    private static final String QUOTES = "\"'`«»“”„‘’";
    private static final String CONTENT = QUOTES + "{}<>[]@=\\|~^&";

    private PlainWords() {}

    /** Returns the code, the words and the details of an error as they may appear in a message. */
    static String of(ApiError error) {
        StringBuilder text = new StringBuilder();
        boolean whole = error.code().isEmpty() || isName(error.code());
        if (isName(error.code())) {
            text.append(' ').append(error.code());
        }
        if (!nameNobody(error.message())) {
            whole = false;
        } else if (!error.message().isBlank()) {
            text.append(": ").append(error.message());
        }
        StringJoiner details = new StringJoiner(", ", " {", "}").setEmptyValue("");
        for (Map.Entry<String, String> detail : error.details().entrySet()) {
            boolean named = isName(detail.getKey());
            boolean plain = named && nameNobody(detail.getValue());
            whole &= plain;
            if (named) {
                details.add(detail.getKey() + (plain ? "=" + detail.getValue() : ""));
            }
        }
        return text.append(details)
                .append(whole ? "" : " (error() holds the vendor's words)")
                .toString();
    }

    /** Returns whether this is a code or the name of a field. */
    private static boolean isName(String text) {
        boolean fits = !text.isEmpty() && text.length() <= LONGEST_NAME;
        for (int i = 0; fits && i < text.length(); i++) {
            char c = text.charAt(i);
            fits = (c < 128 && Character.isLetterOrDigit(c)) || "_.-:/[]*".indexOf(c) >= 0;
        }
        return fits;
    }

    /** Returns whether a text names nobody, as far as its form tells. */
    static boolean nameNobody(String text) {
        if (text.length() > LONGEST) {
            return false;
        }
        String[] words = text.strip().split("\\s+", -1);
        boolean sentenceBegins = true;
        for (int i = 0; i < words.length; i++) {
            boolean nameFollows = i + 1 < words.length && isCapitalised(bare(words[i + 1]));
            if (!isPlain(bare(words[i]), sentenceBegins && !nameFollows)) {
                return false;
            }
            sentenceBegins = words[i].matches(".*[.!?]");
        }
        return true;
    }

    private static boolean isPlain(String word, boolean mayBeCapitalised) {
        if (word.isEmpty() || isQuotedName(word)) {
            return true;
        }
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean unknownCase = Character.isLetter(c) && !Character.isUpperCase(c) && !Character.isLowerCase(c);
            if (unknownCase || CONTENT.indexOf(c) >= 0) {
                return false;
            }
        }
        return mayBeCapitalised || !isCapitalised(word);
    }

    private static boolean isCapitalised(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0)) && !isInitials(word) && word.indexOf('_') < 0;
    }

    /** An API, a URL, RUB: too short for a surname. */
    private static boolean isInitials(String word) {
        return word.length() <= LONGEST_INITIALS && word.chars().allMatch(Character::isUpperCase) && word.length() > 1;
    }

    /** {@code 'client_id'} and {@code "accountNumber"} are names of fields; any other quoted word may be a value. */
    private static boolean isQuotedName(String word) {
        boolean quoted = word.length() > 2 && QUOTES.indexOf(word.charAt(0)) >= 0;
        if (!quoted || QUOTES.indexOf(word.charAt(word.length() - 1)) < 0) {
            return false;
        }
        return word.substring(1, word.length() - 1).matches("[a-z][a-z0-9]*(?:_[a-z0-9]+|[A-Z][a-z0-9]+)+");
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && AROUND.indexOf(word.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && AROUND.indexOf(word.charAt(to - 1)) >= 0) {
            to--;
        }
        return word.substring(from, to);
    }
}
