package io.mostik.core;

/** Too many calls; the vendor did not process this one. {@link #retryAfter()} says how long to wait, if the vendor said so. */
public final class RateLimitedException extends ApiException {

    private static final long serialVersionUID = 1L;

    RateLimitedException(ApiError error, FailureInfo failure) {
        super(error, failure);
    }
}
