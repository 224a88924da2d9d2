package io.mostik.pbx;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Reads the parties of calls in the spellings of PBXs, people and SIP. Only numbers that are valid in their country become
 * public numbers; nothing is guessed from a likely length. Immutable and thread-safe; each method that changes something
 * returns another reader.
 *
 * <pre>{@code
 * PhoneReader reader = PhoneReader.of("PL").withheldWords("brak numeru");
 * reader.read("22 555 01 00 wew. 12");   // +48225550100, extension 12
 * }</pre>
 *
 * <p>A name before an address in angle brackets never counts as the number. A blank where a plus was before it went through a
 * query makes a number an international one. Digits that are no number of the region are tried without the trunk prefix that
 * people still write there, and as an international number that lost its plus.
 */
public final class PhoneReader {

    private static final Pattern ORNAMENT = Pattern.compile("[\\s()/.~\\u2010-\\u2015\\u2212-]");
    private static final Pattern DIGITS = Pattern.compile("\\+*[0-9]{1,20}");
    private static final Pattern TWO_NUMBERS =
            Pattern.compile(".*[0-9](?:[^0-9+/;|,]*[0-9]){6,}\\s*[/;|,]\\s*\\+?[0-9](?:[^0-9+/]*[0-9]){6,}.*");
    private static final Pattern USUAL_EXTENSION = Pattern.compile("[0-9]{2,5}");
    private static final int FULL_NATIONAL = 11;
    private static final int SHORTEST_INTERNATIONAL = 10;
    private static final int LONGEST_COUNTRY_CODE = 3;
    private static final String PLUS_AND_ZEROS = "+00";

    private final String region;
    private final Set<String> withheld;
    private final Optional<Pattern> extensions;
    private final Style style;

    /** How a PBX writes public numbers. It decides where digits can be read in two ways. */
    public enum Style {
        /** Not known: own country code first, then the region's national form, then other countries without a plus. */
        ANY,
        /** With a plus. */
        E164,
        /** With a country code and without a plus: digits are international before they are national. */
        E164_NO_PLUS,
        /** As in the region: digits are national before they are international. */
        NATIONAL
    }

    private PhoneReader(String region, Set<String> withheld, Optional<Pattern> extensions, Style style) {
        this.region = region;
        this.withheld = withheld;
        this.extensions = extensions;
        this.style = style;
    }

    /**
     * Returns the reader for a region, with the words for a withheld number in English, Hungarian, Polish, Russian, Ukrainian,
     * Kazakh, Romanian, Czech, Slovak and German, and with extensions of two to five digits.
     *
     * @param region two letters, such as {@code HU}
     * @throws IllegalArgumentException if the region is not known
     */
    public static PhoneReader of(String region) {
        NumberPlan.check(Objects.requireNonNull(region, "region"));
        return new PhoneReader(region, Set.of(), Optional.empty(), Style.ANY);
    }

    /** Returns this reader with further words that mean a withheld number; case and quotes do not matter. */
    public PhoneReader withheldWords(String... more) {
        return withheldWords(List.of(more));
    }

    PhoneReader withheldWords(List<String> more) {
        Set<String> words = new LinkedHashSet<>(withheld);
        more.forEach(word -> words.add(WithheldWords.fold(word)));
        return new PhoneReader(region, words, extensions, style);
    }

    /** Returns this reader for extensions of another form; one that matches is an extension even if a number looks so. */
    public PhoneReader extensions(String pattern) {
        return new PhoneReader(region, withheld, Optional.of(Pattern.compile(pattern)), style);
    }

    /** Returns this reader for a PBX that writes numbers in one way. */
    public PhoneReader style(Style newStyle) {
        return new PhoneReader(region, withheld, extensions, Objects.requireNonNull(newStyle, "style"));
    }

    /** Returns the region whose national forms are read. */
    public String region() {
        return region;
    }

    /** Returns the party that a text names. Never fails: see {@link PhoneNumber#kind()}. */
    public PhoneNumber read(String text) {
        CallerText caller = CallerText.of(text);
        if (caller.isPrivate() || WithheldWords.has(caller.text(), withheld)) {
            return new PhoneNumber(text, PhoneNumber.Kind.WITHHELD, "", Optional.empty());
        }
        String number = ORNAMENT.matcher(caller.text()).replaceAll("");
        String digits = DIGITS.matcher(number).matches()
                        && !TWO_NUMBERS.matcher(caller.text()).matches()
                ? number.replaceFirst("^\\++", "+")
                : "";
        if (isOwnExtension(digits)) {
            return new PhoneNumber(text, PhoneNumber.Kind.SHORT, digits, caller.extension());
        }
        String e164 = digits.startsWith("+") ? withPlus(caller.text(), digits) : withoutPlus(digits, caller.lostPlus());
        if (!e164.isEmpty()) {
            return new PhoneNumber(text, PhoneNumber.Kind.PUBLIC, e164, caller.extension());
        }
        boolean isShort =
                extensions.isEmpty() && USUAL_EXTENSION.matcher(digits).matches();
        return isShort
                ? new PhoneNumber(text, PhoneNumber.Kind.SHORT, digits, caller.extension())
                : new PhoneNumber(text, PhoneNumber.Kind.UNREADABLE, "", Optional.empty());
    }

    private boolean isOwnExtension(String digits) {
        return !digits.isEmpty()
                && extensions.filter(own -> own.matcher(digits).matches()).isPresent();
    }

    private String withPlus(String text, String digits) {
        String reminder = text.contains("(0)") ? "+" + digitsOf(text.replaceFirst("\\(0\\)", "")) : "";
        String doubled = digits.startsWith(PLUS_AND_ZEROS) ? "+" + digits.substring(PLUS_AND_ZEROS.length()) : "";
        return firstValid(List.of(digits, reminder, doubled), () -> withoutTrunk(digits));
    }

    private static String digitsOf(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    /** A trunk digit kept after the country code. */
    private String withoutTrunk(String digits) {
        for (int length = 1; length <= LONGEST_COUNTRY_CODE && length + 1 < digits.length() - 1; length++) {
            String code = digits.substring(1, length + 1);
            if (NumberPlan.isCountryCode(code)) {
                char trunk = digits.charAt(length + 1);
                boolean isTrunk = trunk == '0' || (trunk == '8' && code.equals("7"));
                return isTrunk ? NumberPlan.valid("+" + code + digits.substring(length + 2), region) : "";
            }
        }
        return "";
    }

    private String withoutPlus(String digits, boolean lostPlus) {
        if (digits.isEmpty()) {
            return "";
        }
        String international = digits.startsWith("0") ? "" : "+" + digits;
        String own = isOwnCountry(digits) ? international : "";
        String foreign = digits.length() < SHORTEST_INTERNATIONAL ? "" : international;
        String zeros = digits.startsWith("00") ? "+" + digits.substring(2) : "";
        List<String> order = switch (style) {
            case NATIONAL -> List.of(digits, own, oldTrunk(digits), zeros, foreign);
            case E164_NO_PLUS -> List.of(foreign, own, digits, oldTrunk(digits), zeros);
            case ANY, E164 -> List.of(own, digits, oldTrunk(digits), zeros, foreign);
        };
        return firstValid(lostPlus ? List.of(international) : List.of(), () -> firstValid(order, () -> ""));
    }

    /** Own country code, and a valid number of the country behind it. */
    private boolean isOwnCountry(String digits) {
        String code = NumberPlan.countryCode(region);
        return digits.length() >= FULL_NATIONAL
                && digits.startsWith(code)
                && !NumberPlan.valid(digits.substring(code.length()), region).isEmpty();
    }

    /** Trunk prefixes that are gone, and still written. */
    private String oldTrunk(String digits) {
        boolean isOld =
                (region.equals("UA") && digits.startsWith("80")) || (region.equals("PL") && digits.startsWith("0"));
        return isOld ? digits.substring(1) : "";
    }

    private String firstValid(List<String> candidates, Supplier<String> last) {
        return candidates.stream()
                .filter(candidate -> !candidate.isEmpty())
                .map(candidate -> NumberPlan.valid(candidate, region))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(last);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhoneReader that
                && region.equals(that.region)
                && withheld.equals(that.withheld)
                && style == that.style
                && extensions.map(Pattern::pattern).equals(that.extensions.map(Pattern::pattern));
    }

    @Override
    public int hashCode() {
        return Arrays.asList(region, withheld, style).hashCode();
    }

    @Override
    public String toString() {
        return "PhoneReader[" + region + ", " + style + "]";
    }
}
