package io.mostik.core.once;

import java.util.Objects;

/**
 * Something that a handler threw and that must not look like a failure of the SDK's own: an {@code Error}, a checked
 * exception that was not declared, a failed call to a vendor. The cause is what was thrown. For steps that call a handler.
 */
public final class HandlerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HandlerFailure(Throwable cause) {
        super(cause.getClass().getName(), Objects.requireNonNull(cause, "cause"), false, false);
    }

    /** Runs a handler, and throws whatever it throws as this exception. */
    public static void guard(Runnable handler) {
        try {
            handler.run();
        } catch (Throwable e) { // also a class that is missing: the event has to be tried again all the same
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new HandlerFailure(e);
        }
    }

    /** Returns what a handler threw, out of whatever it was wrapped in. */
    public static Throwable causeOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof HandlerFailure && cause != null ? cause : failure;
    }
}
