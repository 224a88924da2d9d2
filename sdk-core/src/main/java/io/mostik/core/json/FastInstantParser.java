package io.mostik.core.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/** Reads times as nearly all vendors write them, {@code 2026-03-02T09:14:05Z}, without the cost of a general parser. */
final class FastInstantParser {

    private static final String FORM = "dddd-dd-ddTdd:dd:dd";

    private FastInstantParser() {}

    /** Returns the time; null if it is written otherwise, or is none. */
    static @Nullable Instant read(char[] text, int from, int length) {
        if (length <= FORM.length() || !hasForm(text, from)) {
            return null;
        }
        Integer offset = offset(text, from + FORM.length(), length - FORM.length());
        if (offset == null) {
            return null;
        }
        try {
            long seconds = IsoChronology.INSTANCE.epochSecond( // makes no object for the date
                    number(text, from, 4),
                    number(text, from + 5, 2),
                    number(text, from + 8, 2),
                    number(text, from + 11, 2),
                    number(text, from + 14, 2),
                    number(text, from + 17, 2),
                    ZoneOffset.UTC);
            return Instant.ofEpochSecond(seconds - offset);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns the seconds of {@code Z} or {@code +03:00}; null for anything else, fractions of a second included. */
    private static @Nullable Integer offset(char[] text, int at, int length) {
        if (length == 1 && text[at] == 'Z') {
            return 0;
        }
        boolean written = length == 6
                && (text[at] == '+' || text[at] == '-')
                && isDigit(text[at + 1])
                && isDigit(text[at + 2])
                && text[at + 3] == ':'
                && isDigit(text[at + 4])
                && isDigit(text[at + 5]);
        if (!written || number(text, at + 1, 2) > 17 || number(text, at + 4, 2) > 59) {
            return null;
        }
        int seconds = number(text, at + 1, 2) * 3_600 + number(text, at + 4, 2) * 60;
        return text[at] == '+' ? seconds : -seconds;
    }

    private static boolean hasForm(char[] text, int from) {
        for (int i = 0; i < FORM.length(); i++) {
            char wanted = FORM.charAt(i);
            char found = text[from + i];
            boolean fits = wanted == 'd' ? isDigit(found) : found == wanted || (wanted == 'T' && found == ' ');
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static int number(char[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
