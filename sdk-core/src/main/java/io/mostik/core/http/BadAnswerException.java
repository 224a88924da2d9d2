package io.mostik.core.http;

import java.io.IOException;

/** An answer that was given up while it came: malformed, too large, too slow, or not storable. */
final class BadAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean temporary;

    BadAnswerException(String text, boolean temporary) {
        super(text);
        this.temporary = temporary;
    }

    /** Returns whether another try may bring a better one. */
    boolean temporary() {
        return temporary;
    }
}
