package io.mostik.spring.boot;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses what is missing or cannot work, by the name of its property. */
final class Needed {

    private Needed() {}

    /** @throws IllegalArgumentException if it is not set; names the property */
    static <T> T of(@Nullable T value, String property) {
        if (value == null) {
            throw new IllegalArgumentException(property + " is not set, blank, or holds a line break");
        }
        return value;
    }

    /** @throws IllegalArgumentException if it is set and not positive */
    static void positive(@Nullable Duration value, String property) {
        refuse(value != null && (value.isZero() || value.isNegative()), property + " must be positive");
    }

    /** @throws IllegalArgumentException if it is set and outside of the bounds */
    static void within(@Nullable Number value, long least, long most, String property) {
        refuse(
                value != null && (value.longValue() < least || value.longValue() > most),
                property + " must be " + least + " to " + most);
    }

    /** @throws IllegalArgumentException if one of two is set alone; names the other */
    static void together(@Nullable Object one, String property, @Nullable Object other, String otherProperty) {
        refuse(one != null && other == null, otherProperty + " is not set, but " + property + " is");
        refuse(one == null && other != null, property + " is not set, but " + otherProperty + " is");
    }

    private static void refuse(boolean wrong, String text) {
        if (wrong) {
            throw new IllegalArgumentException(text);
        }
    }
}
