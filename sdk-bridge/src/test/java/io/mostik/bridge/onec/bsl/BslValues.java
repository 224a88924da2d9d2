package io.mostik.bridge.onec.bsl;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The values of the language: numbers, texts, booleans, dates, arrays, objects, and nothing. */
final class BslValues {

    /** {@code Неопределено}; also what an argument is that was left out. */
    static final Object UNDEFINED = new Object() {
        @Override
        public String toString() {
            return "";
        }
    };

    private static final LocalDateTime EMPTY_DATE = LocalDateTime.of(1, 1, 1, 0, 0);

    private BslValues() {}

    static boolean truth(Object value) {
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new BslException("Преобразование значения к типу Булево не может быть выполнено");
    }

    static BigDecimal number(Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw new BslException("Преобразование значения к типу Число не может быть выполнено");
    }

    static String string(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new BslException("Несоответствие типов: нужна Строка");
    }

    /** Returns how {@code Строка} writes a value: large numbers are grouped, which no address may hold. */
    static String text(Object value) {
        if (value instanceof BigDecimal number) {
            String plain = number.stripTrailingZeros().toPlainString().replace('.', ',');
            return plain.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u00a0");
        }
        if (value instanceof Boolean truth) {
            return truth ? "Да" : "Нет";
        }
        return value.toString();
    }

    static boolean same(Object one, Object other) {
        return one instanceof BigDecimal number && other instanceof BigDecimal second
                ? number.compareTo(second) == 0
                : one.equals(other);
    }

    static boolean isFilled(Object value) {
        if (value instanceof String text) {
            return !text.isBlank();
        }
        if (value instanceof BigDecimal number) {
            return number.signum() != 0;
        }
        return value != UNDEFINED && !EMPTY_DATE.equals(value);
    }

    /** Returns the type, by its name in {@code Тип}; all references count as one. */
    static BslType type(Object value) {
        if (value instanceof String) {
            return new BslType("строка");
        }
        if (value instanceof BigDecimal) {
            return new BslType("число");
        }
        if (value instanceof Boolean) {
            return new BslType("булево");
        }
        if (value instanceof LocalDateTime) {
            return new BslType("дата");
        }
        return new BslType(value == UNDEFINED ? "неопределено" : "ссылка");
    }

    static Object argument(List<Object> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : UNDEFINED;
    }

    static String writtenDate(LocalDateTime date) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(date.withNano(0));
    }
}
