package io.mostik.datahub.filter.internal;

import io.mostik.datahub.filter.Operator;
import java.util.List;
import java.util.Locale;

/** Texts, compared without regard to case and to spaces around. */
record TextKind() implements ValueKind<String> {

    @Override
    public boolean allows(Operator operator) {
        return !Operators.isOrdering(operator);
    }

    @Override
    public Comparison<String> compare(RuleValues values) {
        List<String> texts = values.texts().stream().map(TextKind::folded).toList();
        Operator operator = values.operator();
        return Comparison.of(text -> texts.stream().anyMatch(each -> meets(operator, folded(text), each)));
    }

    /** Returns whether a folded text meets a folded value. */
    static boolean meets(Operator operator, String text, String value) {
        return switch (operator) {
            case CONTAINS -> text.contains(value);
            case STARTS_WITH -> text.startsWith(value);
            default -> text.equals(value);
        };
    }

    static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
