package io.mostik.bankcards.workflow;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one spelling of a key of the company: an employee, a client, a manager. Blanks at the ends and invisible characters
 * do not matter, nor does the case of a GUID; all else does, as two personnel numbers may differ in nothing else.
 */
final class DirectoryKey {

    private static final int LONGEST = 200;
    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern GUID =
            Pattern.compile("\\{?(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})}?", Pattern.CASE_INSENSITIVE);
    private static final Pattern EMPTY_REFERENCE = Pattern.compile("[0-]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<!\\d)0+(?=\\d)");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{N}]+");

    private DirectoryKey() {}

    /**
     * Returns the spelling of a key.
     *
     * @param name the parameter, for the message
     * @throws IllegalArgumentException if it is blank, longer than 200 characters, or the empty reference of 1C
     */
    static String of(String name, String key) {
        String clean = clean(key);
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw new IllegalArgumentException(name + " must have 1 to " + LONGEST + " characters");
        }
        if (GUID.matcher(clean).matches() && EMPTY_REFERENCE.matcher(clean).matches()) {
            throw new IllegalArgumentException(name + " must not be the empty reference of 1C");
        }
        return clean;
    }

    /** Returns the spelling of what was written down, whatever it is; empty if nothing is left of it. */
    static Optional<String> known(Optional<String> key) {
        return key.map(DirectoryKey::clean).filter(clean -> !clean.isEmpty());
    }

    static String clean(String key) {
        String composed = INVISIBLE
                .matcher(Normalizer.normalize(key, Normalizer.Form.NFC))
                .replaceAll("");
        String text =
                BLANKS.matcher(BLANK_ENDS.matcher(composed).replaceAll("")).replaceAll(" ");
        return GUID.matcher(text).matches()
                ? GUID.matcher(text).replaceAll("$1").toLowerCase(Locale.ROOT)
                : text;
    }

    /** Returns whether a person may take one key for the other: case, alphabet, punctuation, leading zeros. */
    static boolean looksLike(String one, String other) {
        String outline = outline(one);
        return !outline.isEmpty() && outline.equals(outline(other));
    }

    private static String outline(String key) {
        String folded = Normalizer.normalize(key, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = PUNCTUATION
                .matcher(LEADING_ZEROS.matcher(folded).replaceAll(""))
                .replaceAll("");
        return PersonName.skeleton(words);
    }
}
