package io.mostik.pbx.vcclive.internal;

import io.mostik.pbx.NumberFormat;
import io.mostik.pbx.PhoneNumber;

/** Writes phone numbers as the vendor takes them: digits with country code, without plus; extensions as they are. */
public final class E164Writer {

    private E164Writer() {}

    /**
     * Returns a number as the vendor takes it, national forms read as those of the region.
     *
     * @param number a number in any form that {@code PhoneReader} reads
     * @param region two letters
     * @throws IllegalArgumentException if it is not valid; names the parameter, not the number
     */
    public static String of(String parameter, String number, String region) {
        PhoneNumber read = PhoneNumber.of(number, region);
        if (read.e164().isEmpty() && !read.isExtension()) {
            throw new IllegalArgumentException(
                    parameter + " must be a valid number in international form or that of the region " + region);
        }
        return NumberFormat.E164.write(read, region);
    }
}
