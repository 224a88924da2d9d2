package io.mostik.datahub.filter.internal;

import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.filter.Operator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Times; a day is the whole of it.
 *
 * @param zone of days
 */
record TimeKind(ZoneId zone) implements ValueKind<Instant> {

    @Override
    public boolean allows(Operator operator) {
        return !Operators.isTextual(operator);
    }

    @Override
    public Comparison<Instant> compare(RuleValues values) {
        List<Span> spans = values.read(
                text -> Span.read(text, zone),
                FindingCode.WRONG_VALUE,
                text -> "is no time as 2026-03-01T09:00:00Z and no day as 2026-03-01");
        if (spans.size() != values.texts().size()) {
            return Comparison.of(time -> false);
        }
        Predicate<Instant> test = switch (values.operator()) {
            case GREATER_OR_EQUAL -> time -> !time.isBefore(spans.get(0).from());
            case LESS_OR_EQUAL -> time -> time.isBefore(spans.get(0).to());
            default -> time -> spans.stream().anyMatch(span -> span.holds(time));
        };
        return new Comparison<>(test, Set.of(), Span.around(spans));
    }
}
