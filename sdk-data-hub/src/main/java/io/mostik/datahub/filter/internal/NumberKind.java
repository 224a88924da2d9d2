package io.mostik.datahub.filter.internal;

import io.mostik.core.json.Json;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.filter.Operator;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;

/** Numbers; 1 and 1.00 are the same. */
record NumberKind() implements ValueKind<BigDecimal> {

    @Override
    public boolean allows(Operator operator) {
        return !Operators.isTextual(operator);
    }

    @Override
    public Comparison<BigDecimal> compare(RuleValues values) {
        List<BigDecimal> numbers = values.read(
                text -> Json.of(text.replace(',', '.')).number(),
                FindingCode.WRONG_VALUE,
                text -> "is no number, as 1500 or 0.5");
        if (numbers.size() != values.texts().size()) {
            return Comparison.of(number -> false);
        }
        Operator operator = values.operator();
        return Comparison.of(
                Operators.isOrdering(operator)
                        ? ordered(operator, numbers)
                        : number -> numbers.stream().anyMatch(each -> each.compareTo(number) == 0));
    }

    private static Predicate<BigDecimal> ordered(Operator operator, List<BigDecimal> numbers) {
        BigDecimal first = numbers.get(0);
        BigDecimal last = numbers.get(numbers.size() - 1);
        return switch (operator) {
            case GREATER -> number -> number.compareTo(first) > 0;
            case GREATER_OR_EQUAL -> number -> number.compareTo(first) >= 0;
            case LESS -> number -> number.compareTo(first) < 0;
            case LESS_OR_EQUAL -> number -> number.compareTo(first) <= 0;
            default -> number -> number.compareTo(first) >= 0 && number.compareTo(last) <= 0;
        };
    }
}
