package io.mostik.core.json;

/** The answer of an endpoint that has none, or whose body means nothing. A body is JSON or the word {@code OK} nevertheless. */
public enum NoAnswer {
    /** There is nothing to read. */
    NONE
}
