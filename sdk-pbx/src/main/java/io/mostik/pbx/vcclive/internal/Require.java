package io.mostik.pbx.vcclive.internal;

import java.util.List;

/** Refuses what must not be sent, by the name of the parameter. */
public final class Require {

    private Require() {}

    /** Returns the list, unless it is empty. */
    public static <T> List<T> notEmpty(String name, List<T> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException(name + " must not be empty");
        }
        return list;
    }

    /** Returns the text, unless it is blank. */
    public static String notBlank(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        return text;
    }
}
