package io.mostik.testing.remonline;

/** How a filter with several values is written in a query; the other way is silently ignored. */
public enum ArrayStyle {
    /** {@code ids=1&ids=2}. */
    REPEAT,
    /** {@code ids[]=1&ids[]=2}. */
    BRACKETS;

    String parameter(String name) {
        return this == BRACKETS ? name + "[]" : name;
    }
}
