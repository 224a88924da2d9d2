package io.mostik.core;

import java.util.Objects;

/** Text that every store keeps as it is: without NUL, and without half of a surrogate pair, which UTF-8 cannot write. */
final class StorableText {

    private StorableText() {}

    /**
     * Checks a text.
     *
     * @return the text
     * @throws IllegalArgumentException with the name of the text, but not the text
     */
    static String check(String name, String text) {
        Objects.requireNonNull(text, name);
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            if (character == 0) {
                throw new IllegalArgumentException(name + " must not hold NUL");
            }
            if (Character.getType(character) == Character.SURROGATE) {
                throw new IllegalArgumentException(name + " must not hold half of a surrogate pair");
            }
            i += Character.charCount(character);
        }
        return text;
    }
}
