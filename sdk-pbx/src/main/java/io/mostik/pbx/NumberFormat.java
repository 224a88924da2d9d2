package io.mostik.pbx;

import java.util.regex.Pattern;

/** How numbers are written towards a PBX. Extensions and short numbers are sent as they are in every format. */
public enum NumberFormat {
    /** E.164 without the plus: {@code 36301112233}. */
    E164,
    /** E.164: {@code +36301112233}. */
    E164_PLUS,
    /** As it is dialled in the region: {@code 06301112233} in Hungary, and {@code 00} before numbers of other countries. */
    NATIONAL,
    /** The text as it was given, if it holds digits, spaces and punctuation only; otherwise as {@link #E164_PLUS}. */
    AS_IS;

    private static final Pattern DIALLABLE = Pattern.compile("\\+?[0-9 ()/.\\-]*[0-9][0-9 ()/.\\-]*[0-9]");

    /**
     * Returns a number in this format.
     *
     * @param region where it is dialled, in two letters; matters to {@link #NATIONAL} only
     * @throws IllegalArgumentException if the number is not valid, so that somebody else might be called
     */
    public String write(PhoneNumber number, String region) {
        if (number.isExtension()) {
            return number.identity();
        }
        String e164 = number.e164()
                .orElseThrow(() -> new IllegalArgumentException("number cannot be dialled: " + number.masked()));
        String text = number.original().strip();
        return switch (this) {
            case E164 -> e164.substring(1);
            case E164_PLUS -> e164;
            case NATIONAL -> NumberPlan.dialled(e164, region);
            case AS_IS -> DIALLABLE.matcher(text).matches() ? text : e164;
        };
    }
}
