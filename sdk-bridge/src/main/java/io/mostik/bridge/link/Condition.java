package io.mostik.bridge.link;

import io.mostik.core.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that has to hold of an event, or a link leaves it alone. All comparisons look at the text of the values; of
 * several values one is enough, but {@code isNot} and {@code absent} have to hold of all.
 *
 * @param anyOf of these one has to hold; most conditions have one
 */
public record Condition(List<Test> anyOf) {

    /** How a value is compared. */
    public enum Operator {
        /** Equal to the text. */
        IS("is"),
        /** Not equal to it; also where there is no value. */
        IS_NOT("isNot"),
        /** One of several texts. */
        IN("in"),
        /** There is a value, and it is not blank. */
        PRESENT("present"),
        /** There is none. */
        ABSENT("absent"),
        /** Begins with the text. */
        STARTS_WITH("startsWith"),
        /** Has the text in it. */
        CONTAINS("contains"),
        /** A number above this one. */
        ABOVE("above"),
        /** A number below this one. */
        BELOW("below"),
        /** A time at or after this one. */
        SINCE("since");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        /** Returns the word for it in a file. */
        public String word() {
            return word;
        }
    }

    /**
     * One comparison.
     *
     * @param field where the value is
     * @param operator how it is compared
     * @param values with what
     */
    public record Test(DataPath field, Operator operator, List<String> values) {

        /**
         * Keeps an unmodifiable copy.
         *
         * @throws IllegalArgumentException if a number or time to compare with is none
         */
        public Test {
            Objects.requireNonNull(field, "field");
            Objects.requireNonNull(operator, "operator");
            values = List.copyOf(values);
            if ((operator == Operator.ABOVE || operator == Operator.BELOW)
                    && Json.of(values.get(0)).number().isEmpty()) {
                throw new IllegalArgumentException("is no number");
            }
            if (operator == Operator.SINCE
                    && Dates.instant(values.get(0), ZoneId.of("UTC")).isEmpty()) {
                throw new IllegalArgumentException("is no day or time, such as 2026-11-01");
            }
        }

        boolean holds(Json data, ZoneId zone) {
            List<String> found = field.values(data);
            String first = values.isEmpty() ? "" : values.get(0);
            return switch (operator) {
                case IS, IN -> found.stream().anyMatch(values::contains);
                case IS_NOT -> found.stream().noneMatch(first::equals);
                case PRESENT -> !found.isEmpty();
                case ABSENT -> found.isEmpty();
                case STARTS_WITH -> found.stream().anyMatch(value -> value.startsWith(first));
                case CONTAINS -> found.stream().anyMatch(value -> value.contains(first));
                case ABOVE -> found.stream().anyMatch(value -> compare(value, first) > 0);
                case BELOW -> found.stream().anyMatch(value -> compare(value, first) < 0);
                case SINCE -> {
                    Instant from = Dates.instant(first, zone).orElseThrow();
                    yield found.stream()
                            .flatMap(value -> Dates.instant(value, zone).stream())
                            .anyMatch(at -> !at.isBefore(from));
                }
            };
        }

        /** What is no number is neither above nor below. */
        private static int compare(String value, String with) {
            Optional<BigDecimal> number = Json.of(value).number();
            return number.map(one -> one.compareTo(Json.of(with).number().orElseThrow()))
                    .orElse(0);
        }

        @Override
        public String toString() {
            return field + " " + operator.word() + (values.isEmpty() ? "" : " " + String.join(", ", values));
        }
    }

    /** Keeps an unmodifiable copy. */
    public Condition {
        anyOf = List.copyOf(anyOf);
    }

    /** Returns whether it holds of an event; local times are of this zone. */
    public boolean holds(Json data, ZoneId zone) {
        return anyOf.stream().anyMatch(test -> test.holds(data, zone));
    }

    @Override
    public String toString() {
        return String.join(" or ", anyOf.stream().map(Test::toString).toList());
    }
}
