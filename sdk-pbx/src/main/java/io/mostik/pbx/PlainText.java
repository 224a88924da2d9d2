package io.mostik.pbx;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares words without regard to case and accents, so that "hiba" and "hibás" begin alike. */
final class PlainText {

    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

    private PlainText() {}

    static String fold(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
    }

    static boolean is(String text, List<String> words) {
        String folded = fold(text);
        return words.stream().anyMatch(word -> folded.equals(fold(word)));
    }

    /** Returns whether a text begins with these letters, perhaps in the middle of a word. */
    static boolean starts(String text, List<String> beginnings) {
        String folded = fold(text);
        return beginnings.stream().anyMatch(beginning -> folded.startsWith(fold(beginning)));
    }

    /** Returns whether the first words of a text are one of these. */
    static boolean begins(String text, List<String> words) {
        String folded = fold(text);
        return words.stream()
                .map(PlainText::fold)
                .anyMatch(word -> folded.startsWith(word) && ends(folded, word.length()));
    }

    /** Returns whether a text holds one of these as whole words. */
    static boolean holds(String text, List<String> words) {
        String folded = fold(text);
        return words.stream().map(PlainText::fold).anyMatch(word -> {
            int at = folded.indexOf(word);
            while (at >= 0) {
                if ((at == 0 || !Character.isLetterOrDigit(folded.charAt(at - 1)))
                        && ends(folded, at + word.length())) {
                    return true;
                }
                at = folded.indexOf(word, at + 1);
            }
            return false;
        });
    }

    static boolean contains(String text, List<String> parts) {
        String folded = fold(text);
        return parts.stream().anyMatch(part -> folded.contains(fold(part)));
    }

    private static boolean ends(String folded, int at) {
        return at >= folded.length() || !Character.isLetterOrDigit(folded.charAt(at));
    }
}
