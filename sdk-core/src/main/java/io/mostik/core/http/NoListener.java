package io.mostik.core.http;

/** Hears nothing. */
enum NoListener implements CallListener {
    INSTANCE
}
