package io.mostik.datahub.calc.internal;

import io.mostik.datahub.checks.Finding;
import io.mostik.datahub.checks.FindingCode;
import io.mostik.datahub.connector.OwnField;
import java.util.List;

/** Reads an expression and says what is wrong with it. */
public final class CalculationCheck {

    private CalculationCheck() {}

    /** Adds what is wrong with an expression, for an account with these fields of its own. */
    public static void of(String text, String path, List<OwnField> known, List<Finding> findings) {
        if (text.isBlank()) {
            return;
        }
        try {
            Expression expression = Expression.parse(text);
            expression.fields().stream()
                    .sorted()
                    .flatMap(field -> CustomNumber.find(field).stream())
                    .flatMap(number -> known.stream()
                            .filter(each -> each.key().equals(number.key()) && each.kind() == OwnField.Kind.TEXT))
                    .forEach(each -> findings.add(Finding.warning(
                            FindingCode.WRONG_VALUE,
                            path,
                            "{custom." + each.key() + "} is a text; where it holds no number there is no value")));
            for (String field : expression.fields().stream().sorted().toList()) {
                CustomNumber.find(field)
                        .filter(number ->
                                known.stream().noneMatch(each -> each.key().equals(number.key())))
                        .ifPresent(number -> findings.add(unknown(field, expression.position(field), path, known)));
            }
        } catch (ExpressionException e) {
            findings.add(Finding.error(e.code(), path, String.valueOf(e.getMessage())));
        }
    }

    private static Finding unknown(String field, int position, String path, List<OwnField> known) {
        List<String> candidates = known.stream()
                .map(each -> "custom." + each.key()
                        + each.name().map(name -> " " + name).orElse(""))
                .toList();
        return Finding.error(
                FindingCode.UNKNOWN_NAME,
                path,
                "the account has no field {" + field + "} at position " + position + "; it has " + candidates);
    }
}
