package io.mostik.pbx;

import java.util.regex.Pattern;

/** How numbers are written towards a PBX. Extensions and short numbers are sent as they are in every format. */
public enum NumberFormat {
    /** E.164 without the plus: {@code 36301112233}. */
    E164,
    /** E.164: {@code +36301112233}. */
    E164_PLUS,
    /** The Hungarian national form {@code 06301112233}; numbers of other countries begin with {@code 00}. */
    NATIONAL_06,
    /** The text as it was given, if it holds digits, spaces and punctuation only. */
    AS_IS;

    private static final Pattern DIALLABLE = Pattern.compile("\\+?[0-9 ()/.\\-]*[0-9][0-9 ()/.\\-]*[0-9]");

    /**
     * Returns a number in this format.
     *
     * @throws IllegalArgumentException if the number cannot be dialled
     */
    public String write(PhoneNumber number) {
        String text = number.original().strip();
        if (number.isExtension() || (this == AS_IS && DIALLABLE.matcher(text).matches())) {
            return this == AS_IS ? text : number.identity();
        }
        String e164 = number.e164()
                .orElseThrow(() -> new IllegalArgumentException("number cannot be dialled: " + number.masked()));
        return switch (this) {
            case E164 -> e164.substring(1);
            case E164_PLUS, AS_IS -> e164;
            case NATIONAL_06 -> e164.startsWith("+36") ? "06" + e164.substring(3) : "00" + e164.substring(1);
        };
    }
}
