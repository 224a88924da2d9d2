package io.mostik.datahub.calc.internal;

import io.mostik.datahub.checks.FindingCode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Pratt parser: each infix sign has a power, and takes as its right side whatever holds more strongly. Counts depth
 * and parts as it goes, so that no text can make it deep or large. Belongs to one expression.
 */
final class ExpressionParser {

    private final List<Token> tokens;
    private final Map<String, Integer> fields = new LinkedHashMap<>();
    private int at;
    private int depth;
    private int parts;

    ExpressionParser(String text) {
        this.tokens = Tokens.of(text);
    }

    /** Returns the whole expression. */
    Node parse() {
        Node node = expression(0);
        if (peek().kind() != Token.Kind.END) {
            throw error("expected a sign or the end, found " + peek().shown(), peek());
        }
        return node;
    }

    /** Returns the fields with the first place of each. */
    Map<String, Integer> fields() {
        return fields;
    }

    private Node expression(int power) {
        Node left = factor();
        while (peek().power() > power) {
            Token sign = take();
            Node right = expression(sign.power());
            left = counted(new Node.Operation(sign.text().charAt(0), left, right), sign);
        }
        return left;
    }

    private Node factor() {
        Token token = take();
        if (token.is('-')) {
            return counted(new Node.Negation(operand(take())), token);
        }
        return operand(token);
    }

    private Node operand(Token token) {
        if (token.is('(')) {
            return parenthesised(token);
        }
        return switch (token.kind()) {
            case NUMBER -> counted(new Node.Constant(number(token)), token);
            case FIELD -> {
                fields.putIfAbsent(token.text(), token.position());
                yield counted(new Node.Field(token.text()), token);
            }
            case SIGN, END -> throw error("expected a number, a field or '(', found " + token.shown(), token);
        };
    }

    private BigDecimal number(Token token) {
        BigDecimal number = new BigDecimal(token.text());
        if (!peek().is('%')) {
            return number;
        }
        take();
        return number.movePointLeft(2);
    }

    private Node parenthesised(Token open) {
        depth++;
        if (depth > Expression.DEEPEST) {
            throw tooLarge("parentheses are nested deeper than " + Expression.DEEPEST, open);
        }
        Node inner = expression(0);
        Token close = take();
        if (!close.is(')')) {
            throw error("expected ')', found " + close.shown(), close);
        }
        depth--;
        return inner;
    }

    private Node counted(Node node, Token token) {
        parts++;
        if (parts > Expression.MOST_PARTS) {
            throw tooLarge("more than " + Expression.MOST_PARTS + " parts", token);
        }
        return node;
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token take() {
        Token token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private static ExpressionException error(String message, Token token) {
        return new ExpressionException(FindingCode.SYNTAX, message, token.position());
    }

    private static ExpressionException tooLarge(String message, Token token) {
        return new ExpressionException(FindingCode.TOO_LARGE, message, token.position());
    }
}
