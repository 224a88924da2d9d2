package io.mostik.datahub.filter.internal;

import io.mostik.core.json.Json;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.filter.Operator;
import java.math.BigDecimal;
import java.util.List;

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
        return Comparison.of(
                switch (values.operator()) {
                    case GREATER_OR_EQUAL -> number -> number.compareTo(numbers.get(0)) >= 0;
                    case LESS_OR_EQUAL -> number -> number.compareTo(numbers.get(0)) <= 0;
                    default -> number -> numbers.stream().anyMatch(each -> each.compareTo(number) == 0);
                });
    }
}
