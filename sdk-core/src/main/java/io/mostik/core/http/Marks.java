package io.mostik.core.http;

import java.util.BitSet;

/** A text with places in it that must not be shown. Not thread-safe. */
final class Marks {

    static final String MASK = "***";

    private final String text;
    private final BitSet hidden;

    Marks(String text) {
        this.text = text;
        this.hidden = new BitSet(text.length());
    }

    String text() {
        return text;
    }

    void hide(int from, int to) {
        hidden.set(from, to);
    }

    /**
     * Returns the text up to a position in one line, with {@value #MASK} for each hidden place. A place that begins before
     * the position is hidden whole.
     */
    String shown(int end) {
        StringBuilder shown = new StringBuilder(Math.min(end, text.length()));
        int at = 0;
        while (at < text.length() && at < end) {
            if (hidden.get(at)) {
                shown.append(MASK);
                at = hidden.nextClearBit(at);
            } else {
                append(shown, text.charAt(at));
                at++;
            }
        }
        return shown.toString();
    }

    /** Line breaks and characters that turn the direction of writing would forge lines of a log: one space for a run. */
    private static void append(StringBuilder shown, char c) {
        if (isPrintable(c)) {
            shown.append(c);
        } else if (shown.length() == 0 || shown.charAt(shown.length() - 1) != ' ') {
            shown.append(' ');
        }
    }

    private static boolean isPrintable(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
