package io.mostik.datahub.filter.internal;

import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.filter.Operator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Yes or no. */
record FlagKind() implements ValueKind<Boolean> {

    @Override
    public boolean allows(Operator operator) {
        return !Operators.isTextual(operator) && !Operators.isOrdering(operator);
    }

    @Override
    public Comparison<Boolean> compare(RuleValues values) {
        List<Boolean> flags = values.read(FlagKind::flag, FindingCode.WRONG_VALUE, text -> "is neither true nor false");
        return Comparison.of(flags::contains);
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
