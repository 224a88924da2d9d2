package io.mostik.datahub.filter.internal;

import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.filter.Operator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Ids, said as such or by the names that a dictionary gives them. Where a vendor has no such dictionary any number is an id.
 *
 * @param names of each id; asked for when a rule needs it
 * @param personal whether the names are of people, and must not be told in messages
 */
record IdKind(Supplier<Map<String, List<String>>> names, boolean personal) implements ValueKind<String> {

    private static final int MOST_CANDIDATES = 50;

    @Override
    public boolean allows(Operator operator) {
        return !Operators.isOrdering(operator);
    }

    @Override
    public Comparison<String> compare(RuleValues values) {
        Set<String> ids =
                Operators.isTextual(values.operator()) ? withNames(values) : new LinkedHashSet<>(named(values));
        return new Comparison<>(ids::contains, ids, Optional.empty());
    }

    private List<String> named(RuleValues values) {
        for (int i = 0; i < values.texts().size(); i++) {
            List<String> found = find(values.texts().get(i));
            if (found.size() > 1) {
                values.error(
                        FindingCode.AMBIGUOUS_NAME,
                        ".values[" + i + "]",
                        said(values.texts().get(i)) + " is the name of several: " + shown(found) + "; say the id");
            }
        }
        return values.read(
                text -> find(text).stream().findFirst(),
                FindingCode.UNKNOWN_NAME,
                text -> said(text) + " is not known; there are "
                        + shown(names.get().keySet().stream()
                                .limit(MOST_CANDIDATES)
                                .toList()));
    }

    private List<String> find(String text) {
        Map<String, List<String>> known = names.get();
        if (known.containsKey(text) || (known.isEmpty() && text.matches("\\d{1,18}"))) {
            return List.of(text);
        }
        return known.keySet().stream()
                .filter(id -> meets(Operator.EQUALS, id, text))
                .toList();
    }

    private Set<String> withNames(RuleValues values) {
        return names.get().keySet().stream()
                .filter(id -> values.texts().stream().anyMatch(text -> meets(values.operator(), id, text)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean meets(Operator operator, String id, String text) {
        return names.get().getOrDefault(id, List.of()).stream()
                .anyMatch(name -> TextKind.meets(operator, TextKind.folded(name), TextKind.folded(text)));
    }

    private String said(String text) {
        return personal ? "this name" : "'" + text + "'";
    }

    private String shown(List<String> ids) {
        return ids.stream()
                .map(id ->
                        personal ? id : id + " " + String.join("/", names.get().getOrDefault(id, List.of())))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
