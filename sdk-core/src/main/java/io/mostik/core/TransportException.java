package io.mostik.core;

import org.jspecify.annotations.Nullable;

/** No usable answer came: name lookup, connection, TLS, time-out, cut answer, cancellation. */
public final class TransportException extends SdkException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the failure.
     *
     * @param text what went wrong, without addresses or secrets
     * @param failure the facts
     * @param cause the reason, or null where its text could give away what must stay hidden
     */
    public TransportException(String text, FailureInfo failure, @Nullable Throwable cause) {
        super(text, failure, cause);
    }

    /** Returns whether the caller, an interrupt or a closing client ended the call. */
    public boolean cancelled() {
        return failure().cancelled();
    }
}
