package io.mostik.bridge.link;

import io.mostik.bridge.text.DateText;
import io.mostik.bridge.text.FlagWords;
import io.mostik.core.json.Json;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.PhoneReader;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a text of an event is read and in which spelling it goes on. What cannot be read is empty; nothing is guessed.
 *
 * @param kind how it is read
 * @param region two letters, for national forms of telephone numbers; without it only numbers with a plus are read
 * @param zone the zone of local times; that of the bridge by default
 * @param pattern the spelling of days and times, as {@link DateTimeFormatter} has it
 */
public record Conversion(Kind kind, Optional<String> region, Optional<ZoneId> zone, Optional<String> pattern) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0\\u2007\\u2009\\u202F']");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}([.,]\\d{1,6})?");
    private static final Pattern CENTS = Pattern.compile("-?\\d{1,15}([.,]\\d{1,2})?");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}[.,]\\d{3}");

    /** What a text is read as. */
    public enum Kind {
        /** As it is. */
        TEXT,
        /** A telephone number, as E.164. */
        PHONE,
        /** A day, or a day with time, as ISO without an offset. */
        DATE,
        /** An amount with at most two decimals, which a point or a comma begins; blanks group. */
        MONEY,
        /** A number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** All values, between commas. */
        LIST,
        /** In small letters. */
        LOWER,
        /** Without blanks at both ends. */
        TRIM,
        /** Only its digits. */
        DIGITS;

        /** Returns the word for it in a file. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }
    }

    /**
     * Checks that region and pattern are known ones.
     *
     * @throws IllegalArgumentException if one is not
     */
    public Conversion {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(zone, "zone");
        region.ifPresent(PhoneReader::of);
        pattern.ifPresent(DateText::pattern);
    }

    /** Returns a conversion without settings. */
    public static Conversion of(Kind kind) {
        return new Conversion(kind, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Returns a text in its fixed spelling; empty if it cannot be read so. */
    public Optional<String> apply(String text, ZoneId bridgeZone) {
        String plain = text.strip();
        return switch (kind) {
            case TEXT, LIST -> Optional.of(text);
            case TRIM -> Optional.of(plain);
            case LOWER -> Optional.of(plain.toLowerCase(Locale.ROOT));
            case DIGITS -> Optional.of(plain.replaceAll("[^0-9]", "")).filter(digits -> !digits.isEmpty());
            case PHONE -> phone(plain);
            case DATE -> Dates.iso(plain, pattern.map(DateText::pattern), zone.orElse(bridgeZone));
            case MONEY -> number(plain, CENTS);
            case NUMBER -> number(plain, DECIMAL);
            case BOOLEAN -> FlagWords.read(plain);
        };
    }

    private Optional<String> phone(String text) {
        if (region.isEmpty() && !text.startsWith("+")) {
            return Optional.empty();
        }
        PhoneNumber number = PhoneReader.of(region.orElse(PhoneNumber.HUNGARY)).read(text);
        return number.e164();
    }

    /** A number with three digits behind its only sign may be thousands or decimals. */
    private static Optional<String> number(String text, Pattern form) {
        String plain = BLANKS.matcher(text).replaceAll("");
        if (!form.matcher(plain).matches() || THOUSANDS.matcher(plain).matches()) {
            return Optional.empty();
        }
        return Optional.of(plain.replace(',', '.'))
                .map(BigDecimal::new)
                .map(number -> Json.of(number).text().orElseThrow());
    }
}
