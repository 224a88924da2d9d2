package io.mostik.core.http;

/** Follows nothing. */
enum NoTrace implements CallTrace {
    INSTANCE
}
