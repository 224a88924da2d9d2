package io.mostik.datahub.calc.internal;

import io.mostik.core.json.Json;
import io.mostik.datahub.calc.Calculation;
import io.mostik.datahub.calc.EvaluationError;
import io.mostik.datahub.checks.FindingCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * Arithmetic over the fields of an order: numbers with a decimal point or comma, per cents ({@code 94%}), fields in
 * braces ({@code {order.total}}), {@code + - * /}, a minus before a part, parentheses. No functions, no names, no code.
 * Exact to 34 digits, the result rounded half up to 2 places. Read once, used for every order; immutable and
 * thread-safe.
 *
 * <p>Fields are those of {@link OrderAmount} and the account's own, as {@code {custom.f7010001}}.
 */
final class Expression {

    /** The longest text, in characters. */
    public static final int LONGEST = 1_000;

    /** How deep parentheses may be nested. */
    public static final int DEEPEST = 50;

    /** How many numbers, fields and signs there may be. */
    public static final int MOST_PARTS = 200;

    private static final int PLACES = 2;
    private static final int MOST_DIGITS = 30;

    private final Node root;
    private final Map<String, Integer> fields;

    private Expression(Node root, Map<String, Integer> fields) {
        this.root = root;
        this.fields = Map.copyOf(fields);
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException if it breaks the grammar or a limit, or names a field that no order has; whether the
     *     account has the custom fields is known to {@link Calculation#check}
     */
    public static Expression parse(String text) {
        Objects.requireNonNull(text, "text");
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    FindingCode.TOO_LARGE,
                    "longer than " + LONGEST + " characters: " + text.length() + "; too long",
                    LONGEST + 1);
        }
        ExpressionParser parser = new ExpressionParser(text);
        Node root = parser.parse();
        parser.fields().forEach(Expression::requireKnown);
        return new Expression(root, parser.fields());
    }

    private static void requireKnown(String field, int position) {
        if (OrderAmount.find(field).isEmpty() && CustomNumber.find(field).isEmpty()) {
            throw new ExpressionException(
                    FindingCode.UNKNOWN_FIELD,
                    "unknown field {" + field + "}; there are " + OrderAmount.names() + " and custom.f<id>",
                    position);
        }
    }

    /** Returns the names of the fields it uses. */
    public Set<String> fields() {
        return fields.keySet();
    }

    /** Returns the first place of a field, from 1; 0 if it does not use it. */
    public int position(String field) {
        return fields.getOrDefault(field, 0);
    }

    /** Returns whether it uses a field that only the lines of an order tell; reading them is a call for each order. */
    public boolean needsItems() {
        return fields().stream()
                .flatMap(field -> OrderAmount.find(field).stream())
                .anyMatch(OrderAmount::needsItems);
    }

    /**
     * Returns its value.
     *
     * @param values the value of each field; nothing counts as 0
     */
    public Evaluation evaluate(Function<String, Json> values) {
        try {
            BigDecimal value = root.value(values);
            return (long) value.precision() - value.scale() > MOST_DIGITS
                    ? Evaluation.failed(EvaluationError.OUT_OF_RANGE)
                    : Evaluation.of(value.setScale(PLACES, RoundingMode.HALF_UP));
        } catch (Node.Fault e) {
            return Evaluation.failed(e.error());
        } catch (ArithmeticException e) {
            return Evaluation.failed(EvaluationError.OUT_OF_RANGE);
        }
    }
}
