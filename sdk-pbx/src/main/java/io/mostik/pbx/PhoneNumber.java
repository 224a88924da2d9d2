package io.mostik.pbx;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.Optional;

/**
 * A party of a call: a public number, an extension, or somebody who withholds the number. The text as it came is always
 * kept. Two are equal if they are the same number, however written. Prints with its middle digits masked. Immutable.
 */
public final class PhoneNumber {

    /** The region whose national forms are read where none is said. */
    public static final String HUNGARY = "HU";

    private static final int SHOWN_AT_START = 4;
    private static final int SHOWN_AT_END = 2;

    /** What sort of party a text names. */
    public enum Kind {
        /** A valid number of the public network, with an E.164 form. */
        PUBLIC,
        /** An extension or a short public number: two to five digits, unless the reader was told another form. */
        SHORT,
        /** The caller does not show the number. */
        WITHHELD,
        /** Something else; only the text is known. */
        UNREADABLE
    }

    @JsonProperty
    private final String original;

    @JsonProperty
    private final Kind kind;

    @JsonProperty
    private final String digits;

    @JsonProperty
    private final Optional<String> extension;

    /** Also reads a stored number, whatever the region in which it was read at first. */
    @JsonCreator
    PhoneNumber(
            @JsonProperty("original") String original,
            @JsonProperty("kind") Kind kind,
            @JsonProperty("digits") String digits,
            @JsonProperty("extension") Optional<String> extension) {
        this.original = original;
        this.kind = kind;
        this.digits = digits;
        this.extension = extension;
    }

    /**
     * Returns the party that a text names, national forms read as Hungarian: for numbers of Hungarian people and for numbers
     * with a plus. Never fails: see {@link #kind()}.
     */
    public static PhoneNumber of(String text) {
        return of(text, HUNGARY);
    }

    /**
     * Returns the party that a text names, as {@link PhoneReader} reads it with its usual settings.
     *
     * @param text as a person or a PBX wrote it
     * @param region two letters, such as {@code HU}
     * @throws IllegalArgumentException if the region is not known
     */
    public static PhoneNumber of(String text, String region) {
        return PhoneReader.of(region).read(text);
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
        return kind == Kind.PUBLIC ? Optional.of(digits) : Optional.empty();
    }

    /** Returns what is dialled after the number is answered, such as 12 of {@code 06 1 555 0100 ext. 12}. */
    public Optional<String> extension() {
        return extension;
    }

    /** Returns whether the caller does not show the number. */
    public boolean isWithheld() {
        return kind == Kind.WITHHELD;
    }

    /** Returns whether this party itself can be an extension; see {@link #extension} for one behind a number. */
    public boolean isExtension() {
        return kind == Kind.SHORT;
    }

    /** Returns what tells this party from others: E.164, the digits of an extension, or the stripped text. */
    String identity() {
        return digits.isEmpty() ? original.strip() : digits;
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
