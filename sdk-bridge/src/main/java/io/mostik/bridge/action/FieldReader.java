package io.mostik.bridge.action;

import io.mostik.bridge.BridgeNames;
import io.mostik.bridge.text.FlagWords;
import io.mostik.pbx.PhoneNumber;
import io.mostik.pbx.PhoneReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Puts one value into its fixed spelling, or says what is wrong with it. Nothing is guessed. */
final class FieldReader {

    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_KEY = 120;
    private static final int LONGEST_EMAIL = 254;
    private static final int DECIMALS = 2;
    private static final String BLANK = "[\\s\\u00A0\\u2007\\u2009\\u202F]";
    private static final Pattern BLANKS = Pattern.compile(BLANK);
    private static final Pattern UNSEEN = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF]");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\r\\n]]");
    private static final String DIGITS = "([0-9]{1,12}|[0-9]{1,3}(" + BLANK + "[0-9]{3}){1,3})";
    private static final Pattern MONEY = Pattern.compile(DIGITS + "([.,][0-9]{1,2})?");
    private static final Pattern WHOLE = Pattern.compile("-?" + DIGITS);
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+");

    private final ZoneId zone;
    private final Optional<String> region;

    FieldReader(ZoneId zone, Optional<String> region) {
        this.zone = zone;
        this.region = region;
    }

    /** Returns the value in its fixed spelling; empty for what 1C writes for none: a blank, an empty reference or date. */
    Optional<String> read(FieldSpec field, String given) {
        String name = field.name();
        if (given.length() > LONGEST_TEXT) {
            throw new FieldException(name, "field_too_long");
        }
        if (UNFIT.matcher(given).find()) {
            throw new FieldException(name, "field_characters");
        }
        String text = stripped(given);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case TEXT -> Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC));
            case KEY -> Optional.of(key(name, text));
            case REFERENCE ->
                Optional.of(BridgeNames.reference(key(name, text)))
                        .filter(reference -> !BridgeNames.isEmptyReference(reference));
            case MONEY -> Optional.of(money(name, text));
            case NUMBER -> Optional.of(whole(name, text));
            case DATE -> DateReader.read(text, zone, () -> new FieldException(name, "field_date"));
            case PHONE -> Optional.of(phone(name, text));
            case EMAIL -> Optional.of(email(name, text));
            case FLAG -> Optional.of(FlagWords.read(text).orElseThrow(() -> new FieldException(name, "field_flag")));
        };
    }

    private static String stripped(String given) {
        String text = given.strip();
        return UNSEEN.matcher(text).replaceAll("").isBlank() ? "" : text;
    }

    private static String key(String name, String text) {
        if (text.length() > LONGEST_KEY) {
            throw new FieldException(name, "field_too_long");
        }
        try {
            return BridgeNames.key(name, text);
        } catch (IllegalArgumentException e) {
            throw new FieldException(name, "field_characters");
        }
    }

    private static String money(String name, String text) {
        if (!MONEY.matcher(text).matches()) {
            throw new FieldException(name, "field_money");
        }
        BigDecimal amount = new BigDecimal(BLANKS.matcher(text).replaceAll("").replace(',', '.'));
        if (amount.signum() <= 0) {
            throw new FieldException(name, "field_money");
        }
        return amount.setScale(DECIMALS, RoundingMode.UNNECESSARY).toPlainString();
    }

    private static String whole(String name, String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw new FieldException(name, "field_number");
        }
        return new BigDecimal(BLANKS.matcher(text).replaceAll("")).toPlainString();
    }

    private String phone(String name, String text) {
        boolean isInternational = text.startsWith("+");
        if (region.isEmpty() && !isInternational) {
            throw new FieldException(name, "phone_region");
        }
        PhoneNumber number = reader().read(text);
        return number.e164()
                .filter(digits -> number.extension().isEmpty())
                .orElseThrow(() -> new FieldException(name, "field_phone"));
    }

    private PhoneReader reader() {
        try {
            return PhoneReader.of(region.orElse(PhoneNumber.HUNGARY).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new FieldException("region", "field_region");
        }
    }

    private static String email(String name, String text) {
        String address = UNSEEN.matcher(text).replaceAll("");
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            throw new FieldException(name, "field_email");
        }
        int at = address.indexOf('@');
        return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    }
}
