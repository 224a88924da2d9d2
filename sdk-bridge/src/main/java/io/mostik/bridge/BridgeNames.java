package io.mostik.bridge;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads names, keys and document references the same way wherever they come from. */
public final class BridgeNames {

    private static final int LONGEST = 120;
    private static final String EMPTY_REFERENCE = "00000000-0000-0000-0000-000000000000";
    private static final Pattern GUID = Pattern.compile("\\{?([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})}?");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}]");

    private BridgeNames() {}

    /**
     * Returns a document reference: a GUID in small letters without braces, anything else as {@link #key}.
     *
     * @throws IllegalArgumentException if it is empty, too long, or has characters that cannot be stored
     */
    public static String document(String given) {
        String text = key("document", given);
        var guid = GUID.matcher(text);
        return guid.matches() ? guid.group(1).toLowerCase(Locale.ROOT) : text;
    }

    /**
     * Returns the name of a person, an organisation or another object: as {@link #document}, and in small letters.
     *
     * @throws IllegalArgumentException if it is empty, too long, or has characters that cannot be stored
     */
    public static String reference(String given) {
        return document(given).toLowerCase(Locale.ROOT);
    }

    /** Returns whether a reference is the one that 1C writes for none. */
    public static boolean isEmptyReference(String reference) {
        return reference.equals(EMPTY_REFERENCE);
    }

    /**
     * Returns a key in one spelling: composed characters, single blanks, nothing that is not seen.
     *
     * @param name the parameter, for the message
     * @throws IllegalArgumentException if it is empty, too long, or has characters that cannot be stored
     */
    public static String key(String name, String given) {
        if (given.length() <= LONGEST && isPlain(given)) {
            return given;
        }
        String composed = Normalizer.normalize(given, Normalizer.Form.NFC);
        String text = BLANKS.matcher(UNSEEN.matcher(composed).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(name + " must have 1 to " + LONGEST + " characters");
        }
        if (UNFIT.matcher(text).find()) {
            throw new IllegalArgumentException(name + " has a character that cannot be stored");
        }
        return text;
    }

    /** Returns whether it has nothing but characters that stand for themselves: most keys, and all that are read back. */
    private static boolean isPlain(String given) {
        for (int i = 0; i < given.length(); i++) {
            if (given.charAt(i) < '!' || given.charAt(i) > '~') {
                return false;
            }
        }
        return !given.isEmpty();
    }
}
