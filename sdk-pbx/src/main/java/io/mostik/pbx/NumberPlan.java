package io.mostik.pbx;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;

/** The numbering plans of all countries. The only class that knows libphonenumber. */
final class NumberPlan {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final int LONGEST = 17;

    private NumberPlan() {}

    static void check(String region) {
        if (!NUMBERS.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException("region is not known");
        }
    }

    /** Returns the E.164 form of digits, with or without a plus before them; an empty text if they are no valid number. */
    static String valid(String digits, String region) {
        if (digits.length() > LONGEST) {
            return "";
        }
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(digits, region);
            return NUMBERS.isValidNumber(number) ? NUMBERS.format(number, PhoneNumberFormat.E164) : "";
        } catch (NumberParseException e) {
            return "";
        }
    }

    static boolean isCountryCode(String digits) {
        return NUMBERS.getSupportedCallingCodes().contains(Integer.parseInt(digits));
    }

    static String countryCode(String region) {
        return String.valueOf(NUMBERS.getCountryCodeForRegion(region));
    }

    /** Returns the digits that somebody in the region dials for a number. */
    static String dialled(String e164, String region) {
        try {
            Phonenumber.PhoneNumber number = NUMBERS.parse(e164, region);
            String text = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(region)
                    ? NUMBERS.format(number, PhoneNumberFormat.NATIONAL)
                    : NUMBERS.formatOutOfCountryCallingNumber(number, region);
            return text.replaceAll("[^0-9]", "");
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("number cannot be dialled", e);
        }
    }
}
