package io.mostik.bridge.onec.bsl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Runs the statements of one call. */
final class BslStatements {

    private static final int MOST_ROUNDS = 100_000;

    private final BslExpressions expressions;
    private final BslPlatform platform;
    private final Map<String, Object> variables;

    /** How a statement ended. */
    private enum End {
        NEXT,
        BREAK,
        CONTINUE,
        RETURN
    }

    private Object returned = BslValues.UNDEFINED;

    BslStatements(BslExpressions expressions, BslPlatform platform, Map<String, Object> variables) {
        this.expressions = expressions;
        this.platform = platform;
        this.variables = variables;
    }

    /** Runs a body and returns what it returns. */
    Object run(BslTree body) {
        End unused = block(body);
        return returned;
    }

    private End block(BslTree block) {
        for (BslTree statement : block.all("Statement").toList()) {
            End end = statement(statement.only());
            if (end != End.NEXT) {
                return end;
            }
        }
        return End.NEXT;
    }

    private End statement(BslTree statement) {
        switch (statement.rule()) {
            case "Assignment" -> assign(statement);
            case "CallStatement" -> {
                Object unused = expressions.callStatement(statement);
            }
            case "CompoundStatement" -> {
                return compound(statement.only());
            }
            case "Preprocessor", "" -> {}
            default -> throw statement.unknown("a statement that is not known");
        }
        return End.NEXT;
    }

    private End compound(BslTree statement) {
        return switch (statement.rule()) {
            case "IfStatement" -> branch(statement);
            case "ForStatement" -> count(statement);
            case "ForEachStatement" -> each(statement);
            case "WhileStatement" -> repeat(statement);
            case "TryStatement" -> attempt(statement);
            case "ReturnStatement" -> {
                returned = statement.find("Expression").map(expressions::value).orElse(BslValues.UNDEFINED);
                yield End.RETURN;
            }
            case "RaiseStatement" -> throw raised(statement);
            case "BreakStatement" -> End.BREAK;
            case "ContinueStatement" -> End.CONTINUE;
            default -> throw statement.unknown("a statement that is not known");
        };
    }

    private void assign(BslTree statement) {
        BslTree target = statement.get("LValue");
        Object value = expressions.value(statement.get("Expression"));
        if (target.children().size() != 1) {
            throw target.unknown("only variables are assigned here");
        }
        variables.put(target.name(), value);
    }

    private End branch(BslTree statement) {
        for (BslTree branch : statement.children()) {
            boolean isCondition = branch.is("IfBranch") || branch.is("ElsifBranch");
            if (isCondition && BslValues.truth(expressions.value(branch.get("Expression")))
                    || branch.is("ElseBranch")) {
                return block(branch.get("CodeBlock"));
            }
        }
        return End.NEXT;
    }

    private End count(BslTree statement) {
        List<BslTree> bounds = statement.all("Expression").toList();
        String variable = statement.children().get(1).name();
        BigDecimal last = BslValues.number(expressions.value(bounds.get(1)));
        BigDecimal i = BslValues.number(expressions.value(bounds.get(0)));
        while (i.compareTo(last) <= 0) {
            variables.put(variable, i);
            End end = block(statement.get("CodeBlock"));
            if (end == End.RETURN) {
                return end;
            }
            if (end == End.BREAK) {
                break;
            }
            i = i.add(BigDecimal.ONE);
        }
        return End.NEXT;
    }

    private End each(BslTree statement) {
        Object walked = expressions.value(statement.get("Expression"));
        String variable = statement.children().get(2).name();
        for (Object element : elements(walked)) {
            variables.put(variable, element);
            End end = block(statement.get("CodeBlock"));
            if (end == End.RETURN) {
                return end;
            }
            if (end == End.BREAK) {
                break;
            }
        }
        return End.NEXT;
    }

    private static List<?> elements(Object walked) {
        if (walked instanceof BslStructure structure) {
            return structure.pairs();
        }
        if (walked instanceof List<?> list) {
            return List.copyOf(list);
        }
        throw new BslException("Итератор для значения не определен");
    }

    private End repeat(BslTree statement) {
        for (int i = 0; BslValues.truth(expressions.value(statement.get("Expression"))); i++) {
            if (i > MOST_ROUNDS) {
                throw new IllegalStateException("a loop does not end");
            }
            End end = block(statement.get("CodeBlock"));
            if (end == End.RETURN) {
                return end;
            }
            if (end == End.BREAK) {
                break;
            }
        }
        return End.NEXT;
    }

    private End attempt(BslTree statement) {
        try {
            return block(statement.get("TryCodeBlock").get("CodeBlock"));
        } catch (BslException e) {
            platform.failed(e);
            return block(statement.get("ExceptCodeBlock").get("CodeBlock"));
        }
    }

    private BslException raised(BslTree statement) {
        return statement
                .find("Expression")
                .map(text -> new BslException(BslValues.text(expressions.value(text))))
                .orElseGet(platform::lastFailure);
    }
}
