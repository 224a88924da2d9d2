package io.mostik.salesautopilot.records;

import io.mostik.core.json.Json;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The columns of one record, each read when it is asked for. What does not have the expected form is absent here and
 * still there raw, so that one odd value does not make a record unreadable.
 */
final class Columns {

    private static final int DAY = 10;

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

    Optional<BigDecimal> decimal(String column) {
        return raw(column).number();
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
        return time(column).flatMap(text -> attempt(text, day -> LocalDate.parse(day.substring(0, DAY))));
    }

    Optional<LocalDateTime> dateTime(String column) {
        return time(column)
                .flatMap(text -> text.length() == DAY
                        ? attempt(text, LocalDate::parse).map(LocalDate::atStartOfDay)
                        : attempt(text.replace(' ', 'T'), LocalDateTime::parse));
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
