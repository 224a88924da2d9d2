package io.mostik.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor answered with an error. Subclasses exist only where callers act differently. */
public sealed class ApiException extends SdkException permits AuthException, NotFoundException, RateLimitedException {

    private static final long serialVersionUID = 1L;

    private final ApiError error;
    private transient @Nullable ErrorHints hints;

    ApiException(ApiError error, FailureInfo failure) {
        super(textOf(error, failure), failure, null);
        this.error = Objects.requireNonNull(error, "error");
    }

    /** Returns the exception that fits the kind of the error. */
    public static ApiException of(ApiError error, FailureInfo failure) {
        return switch (error.kind()) {
            case AUTH -> new AuthException(error, failure);
            case NOT_FOUND -> new NotFoundException(error, failure);
            case THROTTLED -> new RateLimitedException(error, failure);
            case TEMPORARY, OTHER -> new ApiException(error, failure);
        };
    }

    /**
     * Returns what the vendor said, in its own words: without secrets, e-mail addresses, phone and card numbers, but it
     * may name people. For the person who works on the case; {@link #getMessage()} is the text for logs.
     */
    public final ApiError error() {
        return error;
    }

    /** Returns the HTTP status. */
    public final int status() {
        return error.status();
    }

    /** Returns the vendor's own code, if it gave one. */
    public final Optional<String> code() {
        return Optional.of(error.code()).filter(code -> !code.isEmpty());
    }

    /**
     * Notes the vendor's own advice; for the pipeline.
     *
     * @param vendor by code and status
     * @return this exception
     */
    public final ApiException advisedBy(ErrorHints vendor) {
        hints = Objects.requireNonNull(vendor, "vendor");
        return this;
    }

    /**
     * Returns this answer as the end of a call of which an earlier try may have been done; for the pipeline. What the vendor said
     * stays: {@code error().outcome()} is about the last try, {@link #outcome()} about the call.
     *
     * @param facts of the call as a whole
     * @return an exception of the same kind
     */
    public final ApiException afterUnknownTry(FailureInfo facts) {
        return of(error, facts).advisedBy(hints());
    }

    ErrorHints hints() {
        return hints == null ? ErrorHints.none() : hints;
    }

    private static String textOf(ApiError error, FailureInfo failure) {
        boolean refusedLast = error.outcome() == Outcome.REJECTED && failure.outcome() == Outcome.UNKNOWN;
        // An answer to a call that was not sent is one to the log-in before it.
        boolean toLogin = failure.outcome() == Outcome.NOT_SENT;
        return (refusedLast ? "an earlier try may have been done; to the last " : "") + "the vendor answered "
                + (toLogin ? "the log-in with " : "") + error.status() + PlainWords.of(error);
    }
}
