package io.mostik.pbx.vcclive.internal;

import java.util.regex.Pattern;

/**
 * Writes phone numbers as the vendor takes them: digits with country code, without plus. Reads international numbers
 * with plus, double zero or nothing before them, and Hungarian ones with their trunk prefix {@code 06}. Numbers of 2 to
 * 5 digits are extensions or public short numbers, and stay as they are.
 */
public final class WirePhone {

    private static final Pattern ORNAMENT = Pattern.compile("[\\s/().-]");
    private static final Pattern SHORT = Pattern.compile("\\d{2,5}");
    private static final Pattern INTERNATIONAL = Pattern.compile("(?:\\+|00)([1-9]\\d{6,14})");
    private static final Pattern TRUNK = Pattern.compile("06(\\d{8,9})");
    private static final Pattern WIRE = Pattern.compile("[1-9]\\d{7,14}");

    private WirePhone() {}

    /**
     * Returns a number as the vendor takes it.
     *
     * @throws IllegalArgumentException if it is in none of the forms; names the parameter, not the number
     */
    public static String of(String parameter, String number) {
        String bare = ORNAMENT.matcher(number).replaceAll("");
        if (SHORT.matcher(bare).matches() || WIRE.matcher(bare).matches()) {
            return bare;
        }
        if (INTERNATIONAL.matcher(bare).matches()) {
            return INTERNATIONAL.matcher(bare).replaceAll("$1");
        }
        if (TRUNK.matcher(bare).matches()) {
            return TRUNK.matcher(bare).replaceAll("36$1");
        }
        throw new IllegalArgumentException(parameter + " must be a number in international or Hungarian form");
    }
}
