package io.mostik.pbx;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A party of a call: a public number, an extension, or somebody who withholds the number. The text as it came is always
 * kept. Two are equal if they are the same number, however written. Prints with its middle digits masked. Immutable.
 */
public final class PhoneNumber {

    /** The region whose national forms are read where none is said. */
    public static final String HUNGARY = "HU";

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final Set<String> WITHHELD_WORDS = Set.of("", "anonymous", "unknown", "private", "rejtett");
    private static final Pattern PUNCTUATION = Pattern.compile("[ \\u00a0()/.\\-]");
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,20}");
    private static final Pattern SHORT = Pattern.compile("[0-9]{2,5}");
    private static final int LONGEST = 64;
    private static final int SHOWN_AT_START = 4;
    private static final int SHOWN_AT_END = 2;

    /** What sort of party a text names. */
    public enum Kind {
        /** A valid number of the public network, with an E.164 form. */
        PUBLIC,
        /** Two to five digits: an extension or a short public number, left as it is. */
        SHORT,
        /** The caller does not show the number. */
        WITHHELD,
        /** Something else; only the text is known. */
        UNREADABLE
    }

    private final String original;
    private final Kind kind;
    private final String e164;

    private PhoneNumber(String original, Kind kind, String e164) {
        this.original = original;
        this.kind = kind;
        this.e164 = e164;
    }

    /** Returns the party that a text names, national forms read as Hungarian. Never fails: see {@link #kind()}. */
    public static PhoneNumber of(String text) {
        return of(text, HUNGARY);
    }

    /**
     * Returns the party that a text names: {@code +36…}, {@code 0036…}, {@code 36…}, the national form, with spaces and
     * punctuation. Digits that are no number of the region are tried as an international number without its plus.
     *
     * @param text as a person or a PBX wrote it
     * @param region two letters, such as {@code HU}
     * @throws IllegalArgumentException if the region is not known
     */
    public static PhoneNumber of(String text, String region) {
        if (!NUMBERS.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("region is not known");
        }
        String stripped = text.strip();
        if (WITHHELD_WORDS.contains(stripped.toLowerCase(Locale.ROOT))) {
            return new PhoneNumber(text, Kind.WITHHELD, "");
        }
        String bare =
                stripped.length() > LONGEST ? "" : PUNCTUATION.matcher(stripped).replaceAll("");
        if (SHORT.matcher(bare).matches()) {
            return new PhoneNumber(text, Kind.SHORT, "");
        }
        // Letters never reach the library: it would read them as vanity digits or as an extension.
        String normal = DIGITS.matcher(bare).matches() ? normalise(bare, region) : "";
        return new PhoneNumber(text, normal.isEmpty() ? Kind.UNREADABLE : Kind.PUBLIC, normal);
    }

    private static String normalise(String bare, String region) {
        if (bare.startsWith("00")) {
            return valid("+" + bare.substring(2), region);
        }
        String normal = valid(bare, region);
        boolean mayLackPlus = !bare.startsWith("+") && !bare.startsWith("0");
        return normal.isEmpty() && mayLackPlus ? valid("+" + bare, region) : normal;
    }

    private static String valid(String candidate, String region) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(candidate, region);
            return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : "";
        } catch (NumberParseException e) {
            return "";
        }
    }

    /** Returns the text as it came. */
    public String original() {
        return original;
    }

    /** Returns what sort of party this is. */
    public Kind kind() {
        return kind;
    }

    /** Returns the E.164 form with its plus; present for public numbers only. */
    public Optional<String> e164() {
        return e164.isEmpty() ? Optional.empty() : Optional.of(e164);
    }

    /** Returns whether the caller does not show the number. */
    public boolean isWithheld() {
        return kind == Kind.WITHHELD;
    }

    /** Returns whether this can be an extension. */
    public boolean isExtension() {
        return kind == Kind.SHORT;
    }

    /** Returns what tells this party from others: E.164, the digits of an extension, or the stripped text. */
    String identity() {
        return e164.isEmpty() ? PUNCTUATION.matcher(original.strip()).replaceAll("") : e164;
    }

    /** Returns the digits of an extension, E.164, or the stripped text, with the middle masked where it may be personal. */
    public String masked() {
        if (kind == Kind.SHORT || kind == Kind.WITHHELD) {
            return kind == Kind.SHORT ? identity() : "withheld";
        }
        String text = identity();
        int shown = SHOWN_AT_START + SHOWN_AT_END;
        return text.length() <= shown
                ? "*".repeat(text.length())
                : text.substring(0, SHOWN_AT_START)
                        + "*".repeat(text.length() - shown)
                        + text.substring(text.length() - SHOWN_AT_END);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneNumber that
                && kind == that.kind
                && (kind == Kind.WITHHELD || identity().equals(that.identity()));
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, kind == Kind.WITHHELD ? "" : identity());
    }

    @Override
    public String toString() {
        return masked();
    }
}
