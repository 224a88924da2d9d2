package io.mostik.bankcards.tbank.internal;

import java.util.Objects;
import java.util.regex.Pattern;

/** What a number of an account looks like. */
public final class AccountNumbers {

    private static final Pattern FORM = Pattern.compile("\\d{20}|\\d{22}");
    private static final int STATEMENT_DIGITS = 20;

    private AccountNumbers() {}

    /** Returns whether a text has 20 or 22 digits. */
    public static boolean isValid(String number) {
        return FORM.matcher(number).matches();
    }

    /**
     * Refuses what has other than 20 or 22 digits; the text says nothing of the number.
     *
     * @return the number
     */
    public static String check(String number) {
        if (!isValid(Objects.requireNonNull(number, "accountNumber"))) {
            throw new IllegalArgumentException("accountNumber must have 20 or 22 digits");
        }
        return number;
    }

    /**
     * Refuses what has other than 20 digits, as the statement does.
     *
     * @return the number
     */
    public static String checkForStatement(String number) {
        if (!isValid(Objects.requireNonNull(number, "accountNumber")) || number.length() != STATEMENT_DIGITS) {
            throw new IllegalArgumentException("accountNumber must have 20 digits");
        }
        return number;
    }
}
