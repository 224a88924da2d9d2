package io.mostik.datahub.calc.internal;

/**
 * A word of an expression.
 *
 * @param kind what it is
 * @param text a number with a point, the name of a field, or the sign
 * @param position place of its first character, from 1
 */
record Token(Kind kind, String text, int position) {

    /** What a token is. */
    enum Kind {
        NUMBER,
        FIELD,
        SIGN,
        END
    }

    boolean is(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    /** Returns how strongly an infix sign holds its sides; 0 for what is none. */
    int power() {
        if (kind != Kind.SIGN) {
            return 0;
        }
        return switch (text) {
            case "+", "-" -> 1;
            case "*", "/" -> 2;
            default -> 0;
        };
    }

    /** Returns it as messages name it. */
    String shown() {
        return switch (kind) {
            case END -> "the end";
            case FIELD -> "{" + text + "}";
            case NUMBER, SIGN -> "'" + text + "'";
        };
    }
}
