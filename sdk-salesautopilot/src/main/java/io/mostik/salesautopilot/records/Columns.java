package io.mostik.salesautopilot.records;

import io.mostik.core.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns of one record, each read when it is asked for. What does not have the expected form is absent here and
 * still there raw, so that one odd value does not make a record unreadable.
 */
final class Columns {

    private static final int DAY = 10;
    private static final Pattern BLANK = Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);

    /** Three digits after a comma could be thousands: that is no number. */
    private static final Pattern GROUPS = Pattern.compile(
            "-?(?:\\d{1,3}(?:\\s\\d{3}){0,5}|\\d{1,18})(?:,\\d{1,2})?", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern HUNGARIAN_DAY = Pattern.compile("(\\d{4})\\.\\s?(\\d{2})\\.\\s?(\\d{2})\\.?");

    private final Json json;

    Columns(Json json) {
        this.json = json;
    }

    Json raw(String column) {
        return json.get(column);
    }

    Optional<String> text(String column) {
        return raw(column).text().filter(text -> !text.isEmpty());
    }

    /** Reads a number, also as people write it in Hungary: {@code 12 990,50}. */
    Optional<BigDecimal> decimal(String column) {
        return raw(column).number().or(() -> text(column).flatMap(Columns::written));
    }

    private static Optional<BigDecimal> written(String text) {
        String closed =
                GROUPS.matcher(text.strip()).matches() ? BLANK.matcher(text).replaceAll("") : "";
        return closed.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(closed.replace(',', '.')));
    }

    OptionalLong whole(String column) {
        Optional<Long> number = decimal(column).flatMap(value -> attempt(value, BigDecimal::longValueExact));
        return number.map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    Optional<Boolean> flag(String column) {
        return text(column).map(String::strip).flatMap(text -> switch (text) {
            case "1", "true" -> Optional.of(true);
            case "0", "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    Optional<LocalDate> date(String column) {
        Optional<LocalDate> day =
                time(column).flatMap(text -> attempt(text, time -> LocalDate.parse(time.substring(0, DAY))));
        return day.or(() -> text(column).flatMap(Columns::writtenDay));
    }

    Optional<LocalDateTime> dateTime(String column) {
        return time(column)
                .flatMap(text -> text.length() == DAY
                        ? attempt(text, LocalDate::parse).map(LocalDate::atStartOfDay)
                        : attempt(text.replace(' ', 'T'), LocalDateTime::parse));
    }

    private static Optional<LocalDate> writtenDay(String text) {
        Matcher day = HUNGARIAN_DAY.matcher(text.strip());
        return day.matches()
                ? attempt(day.group(1) + "-" + day.group(2) + "-" + day.group(3), LocalDate::parse)
                : Optional.empty();
    }

    private Optional<String> time(String column) {
        return text(column).map(String::strip).filter(text -> text.length() >= DAY && !text.startsWith("0000-00-00"));
    }

    private static <A, B> Optional<B> attempt(A value, Function<A, B> reader) {
        try {
            return Optional.of(reader.apply(value));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
