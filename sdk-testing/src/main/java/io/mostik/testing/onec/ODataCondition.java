package io.mostik.testing.onec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One condition of a {@code $filter} in OData 3, such as {@code Date ge datetime'2026-01-31T00:00:00'}.
 *
 * @param field the field
 * @param comparison {@code eq}, {@code ne}, {@code lt}, {@code le}, {@code gt} or {@code ge}
 * @param value the literal without its prefix and quotes; GUIDs and times compare as texts
 */
record ODataCondition(String field, String comparison, String value) {

    private static final Pattern CONDITION = Pattern.compile("([\\p{L}_][\\p{L}\\p{Nd}_]*) (eq|ne|lt|le|gt|ge) (.+)");
    private static final Pattern LITERAL = Pattern.compile("guid'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'"
            + "|datetime'(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2})'|'([^']*)'|(true|false)");

    /** Returns the conditions of a filter; empty if it is not understood. */
    static Optional<List<ODataCondition>> parse(String filter) {
        List<ODataCondition> conditions = new ArrayList<>();
        for (String part : filter.isEmpty() ? new String[0] : filter.split(" and ", -1)) {
            Matcher condition = CONDITION.matcher(part);
            if (!condition.matches()) {
                return Optional.empty();
            }
            Matcher literal = LITERAL.matcher(condition.group(3));
            if (!literal.matches()) {
                return Optional.empty();
            }
            conditions.add(new ODataCondition(condition.group(1), condition.group(2), value(literal)));
        }
        return Optional.of(conditions);
    }

    boolean holds(Map<String, Object> row) {
        int order = String.valueOf(row.get(field)).compareTo(value);
        return switch (comparison) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            case "gt" -> order > 0;
            default -> order >= 0;
        };
    }

    private static String value(Matcher literal) {
        for (int group = 1; group <= literal.groupCount(); group++) {
            if (literal.group(group) != null) {
                return literal.group(group);
            }
        }
        return "";
    }
}
