package io.mostik.bridge.onec.bsl;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Works out the expressions of one call. */
final class BslExpressions {

    private static final List<List<String>> LEVELS = List.of(
            List.of("или", "or"),
            List.of("и", "and"),
            List.of("=", "<>", "<", ">", "<=", ">="),
            List.of("+", "-"),
            List.of("*", "/", "%"));

    private final BslModule module;
    private final BslPlatform platform;
    private final Map<String, Object> variables;

    BslExpressions(BslModule module, BslPlatform platform, Map<String, Object> variables) {
        this.module = module;
        this.platform = platform;
        this.variables = variables;
    }

    /** Returns the value of an expression. */
    Object value(BslTree expression) {
        List<BslTree> parts = expression.children().stream()
                .filter(part -> !part.is("Preprocessor"))
                .toList();
        return level(parts, 0);
    }

    /** Operators of one level are worked out from the left; what is between them is of a higher level. */
    private Object level(List<BslTree> parts, int level) {
        if (level == LEVELS.size()) {
            if (parts.size() != 1) {
                throw parts.get(0).unknown("an operator that is not known beside it");
            }
            return member(parts.get(0));
        }
        for (int i = parts.size() - 1; i > 0; i--) {
            String operator = parts.get(i).name();
            if (parts.get(i).is("Operation") && LEVELS.get(level).contains(operator)) {
                List<BslTree> right = parts.subList(i + 1, parts.size());
                Object left = level(parts.subList(0, i), level);
                return operate(operator, left, right, level + 1);
            }
        }
        return level(parts, level + 1);
    }

    private Object operate(String operator, Object left, List<BslTree> right, int level) {
        return switch (operator) {
            case "или", "or" -> BslValues.truth(left) || BslValues.truth(level(right, level));
            case "и", "and" -> BslValues.truth(left) && BslValues.truth(level(right, level));
            case "=" -> BslValues.same(left, level(right, level));
            case "<>" -> !BslValues.same(left, level(right, level));
            case "+" -> plus(left, level(right, level));
            default -> calculated(operator, BslValues.number(left), BslValues.number(level(right, level)));
        };
    }

    private static Object plus(Object left, Object right) {
        return left instanceof String text
                ? text + BslValues.text(right)
                : BslValues.number(left).add(BslValues.number(right));
    }

    private static Object calculated(String operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case "-" -> left.subtract(right);
            case "*" -> left.multiply(right);
            case "/" -> left.divide(right, MathContext.DECIMAL64);
            case "%" -> left.remainder(right);
            case "<" -> left.compareTo(right) < 0;
            case ">" -> left.compareTo(right) > 0;
            case "<=" -> left.compareTo(right) <= 0;
            case ">=" -> left.compareTo(right) >= 0;
            default -> throw new IllegalStateException("an operator that is not known: " + operator);
        };
    }

    private Object member(BslTree member) {
        Optional<BslTree> sign = member.find("UnaryModifier");
        Object value = operand(member);
        if (sign.isEmpty()) {
            return value;
        }
        return switch (sign.get().name()) {
            case "не", "not" -> !BslValues.truth(value);
            case "-" -> BslValues.number(value).negate();
            default -> throw member.unknown("a sign that is not known");
        };
    }

    private Object operand(BslTree member) {
        Object value = member.find("ConstValue")
                .map(this::constant)
                .or(() -> member.find("ComplexIdentifier").map(this::identifier))
                .orElseGet(() -> value(member.get("Expression")));
        return modified(value, member);
    }

    /** Returns a constant. */
    Object constant(BslTree constant) {
        BslTree literal = constant.only();
        String text = constant.text();
        if (literal.is("Numeric") || constant.find("Numeric").isPresent()) {
            return new BigDecimal(text);
        }
        if (literal.is("String")) {
            return text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "истина", "true" -> true;
            case "ложь", "false" -> false;
            case "неопределено", "undefined" -> BslValues.UNDEFINED;
            default -> throw constant.unknown("a constant that is not known");
        };
    }

    private Object identifier(BslTree identifier) {
        BslTree first = identifier.only();
        Object value = switch (first.rule()) {
            case "NewExpression" -> platform.make(first.get("TypeName").name(), arguments(first));
            case "GlobalMethodCall" -> global(first);
            case "TernaryOperator" -> ternary(first);
            case "" -> variable(first.name());
            default -> throw first.unknown("an expression that is not known");
        };
        return modified(value, identifier);
    }

    private Object ternary(BslTree ternary) {
        List<BslTree> parts = ternary.all("Expression").toList();
        return value(parts.get(BslValues.truth(value(parts.get(0))) ? 1 : 2));
    }

    private Object variable(String name) {
        Object value = variables.get(name);
        return value == null ? platform.global(name) : value;
    }

    private Object modified(Object start, BslTree owner) {
        Object value = start;
        for (BslTree modifier : owner.all("Modifier").toList()) {
            value = access(value, modifier.only());
        }
        return value;
    }

    private Object access(Object value, BslTree access) {
        if (!(value instanceof BslObject object)) {
            throw new BslException("Значение не является значением объектного типа (" + access.text() + ")");
        }
        if (access.is("AccessProperty")) {
            return object.get(access.children().get(1).name());
        }
        if (access.is("AccessCall")) {
            BslTree call = access.get("MethodCall");
            return object.call(call.get("MethodName").name(), arguments(call));
        }
        throw access.unknown("an access that is not known");
    }

    /** Calls a procedure, or a method of an object. */
    Object callStatement(BslTree statement) {
        BslTree first = statement.only();
        Object value = first.is("GlobalMethodCall") ? global(first) : variable(first.name());
        for (BslTree part : statement.children()) {
            if (part.is("Modifier")) {
                value = access(value, part.only());
            } else if (part.is("AccessCall")) {
                value = access(value, part);
            }
        }
        return value;
    }

    private Object global(BslTree call) {
        String name = call.get("MethodName").name();
        List<Object> arguments = arguments(call);
        return module.has(name) ? module.callOwn(name, arguments) : platform.call(name, arguments);
    }

    private List<Object> arguments(BslTree call) {
        List<BslTree> given = call.find("DoCall")
                .flatMap(brackets -> brackets.find("CallParamList"))
                .map(list -> list.all("CallParam").toList())
                .orElse(List.of());
        boolean isEmpty = given.size() == 1 && given.get(0).find("Expression").isEmpty();
        List<Object> arguments = new ArrayList<>();
        given.forEach(
                one -> arguments.add(one.find("Expression").map(this::value).orElse(BslValues.UNDEFINED)));
        return isEmpty ? List.of() : arguments;
    }
}
