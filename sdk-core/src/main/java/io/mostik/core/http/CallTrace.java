package io.mostik.core.http;

import java.util.Map;

/**
 * Follows one call from its start to its end, as {@link CallListener#onStart} begins it: a span of a tracer, say. All methods
 * are called on the thread of the call, and exactly one of {@link #onSuccess} and {@link #onFailure} at its end. A log-in that
 * a call needs is a call of its own, which starts and ends within the first. What a method throws is logged and changes
 * nothing.
 */
public interface CallTrace {

    /**
     * Returns headers for each request of the call, repeats included, such as {@code traceparent}. Asked once, right after the
     * start. Must hold no secret; a header that HTTP does not permit is left out.
     */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** The call went well. */
    default void onSuccess(CallResult<?> result) {}

    /**
     * The call failed.
     *
     * @param failure an {@link io.mostik.core.SdkException} in almost all cases; else what the embedder's own parts threw
     */
    default void onFailure(Throwable failure) {}

    /** Returns the trace that follows nothing. */
    static CallTrace none() {
        return NoTrace.INSTANCE;
    }
}
