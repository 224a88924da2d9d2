package io.mostik.datahub.filter.internal;

import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.filter.Operator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Ids that no dictionary names. */
record BareIdKind() implements ValueKind<String> {

    @Override
    public boolean allows(Operator operator) {
        return !Operators.isOrdering(operator) && !Operators.isTextual(operator);
    }

    @Override
    public Comparison<String> compare(RuleValues values) {
        Set<String> ids = new HashSet<>(values.read(
                text -> text.matches("\\d{1,18}") ? Optional.of(text) : Optional.<String>empty(),
                FindingCode.WRONG_VALUE,
                text -> "is no id; there is no dictionary of names for this parameter"));
        return new Comparison<>(ids::contains, ids, Optional.empty());
    }
}
