package io.mostik.pbx.vcclive.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Writes values as the vendor has them in paths and queries. */
public final class VccFormats {

    private VccFormats() {}

    /** Returns a year in four digits. */
    public static String year(YearMonth month) {
        return String.format(Locale.ROOT, "%04d", month.getYear());
    }

    /** Returns a month in two digits. */
    public static String month(YearMonth month) {
        return twoDigits(month.getMonthValue());
    }

    /** Returns a number in two digits. */
    public static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    /** Returns values with commas between them; empty for none. */
    public static Optional<String> list(List<?> values) {
        return Optional.of(values.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .filter(text -> !text.isEmpty());
    }

    /** Returns a number that may be missing, as queries take it. */
    public static Optional<Integer> optional(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }

    /** Returns a number that may be missing, as queries take it. */
    public static Optional<Long> optional(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
