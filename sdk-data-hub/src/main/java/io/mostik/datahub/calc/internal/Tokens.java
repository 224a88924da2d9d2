package io.mostik.datahub.calc.internal;

import io.mostik.datahub.checks.FindingCode;
import java.util.ArrayList;
import java.util.List;

/** Cuts an expression into tokens. Numbers may have a decimal comma or point, fields are in braces. */
final class Tokens {

    private static final String SIGNS = "+-*/()%";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokens(String text) {
        this.text = text;
    }

    /** Returns the tokens, the last of them the end. */
    static List<Token> of(String text) {
        return new Tokens(text).cut();
    }

    private List<Token> cut() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (Character.isWhitespace(next) || Character.isSpaceChar(next)) {
                at++;
            } else if (isDigit(next)) {
                number();
            } else if (next == '{') {
                field();
            } else if (SIGNS.indexOf(next) >= 0) {
                add(Token.Kind.SIGN, String.valueOf(next), at);
                at++;
            } else {
                throw error("unexpected '" + next + "'", at);
            }
        }
        add(Token.Kind.END, "", at);
        return tokens;
    }

    private void number() {
        int from = at;
        digits();
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            at++;
            if (at >= text.length() || !isDigit(text.charAt(at))) {
                throw error("expected a digit", at);
            }
            digits();
        }
        add(Token.Kind.NUMBER, text.substring(from, at).replace(',', '.'), from);
    }

    private void digits() {
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
    }

    private void field() {
        int from = at;
        int end = text.indexOf('}', from);
        if (end < 0) {
            throw error("'{' is never closed", from);
        }
        String name = text.substring(from + 1, end).strip();
        if (name.isEmpty()) {
            throw error("the name of a field is missing", from);
        }
        add(Token.Kind.FIELD, name, from);
        at = end + 1;
    }

    private void add(Token.Kind kind, String word, int from) {
        tokens.add(new Token(kind, word, from + 1));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private static ExpressionException error(String message, int index) {
        return new ExpressionException(FindingCode.SYNTAX, message, index + 1);
    }
}
