package io.mostik.core;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor answered with an error. Subclasses exist only where callers act differently. */
public sealed class ApiException extends SdkException permits AuthException, NotFoundException, RateLimitedException {

    private static final long serialVersionUID = 1L;

    private final ApiError error;
    private transient @Nullable Hints hints;

    ApiException(ApiError error, Failure failure) {
        super(textOf(error), failure, null);
        this.error = Objects.requireNonNull(error, "error");
    }

    /** Returns the exception that fits the kind of the error. */
    public static ApiException of(ApiError error, Failure failure) {
        return switch (error.kind()) {
            case AUTH -> new AuthException(error, failure);
            case NOT_FOUND -> new NotFoundException(error, failure);
            case THROTTLED -> new RateLimitedException(error, failure);
            case TEMPORARY, OTHER -> new ApiException(error, failure);
        };
    }

    /**
     * Returns what the vendor said, in its own words: without secrets, e-mail addresses, phone and card numbers, but it may
     * name people. For the person who works on the case; {@link #getMessage()} is the text for logs.
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
    public final ApiException advisedBy(Hints vendor) {
        hints = Objects.requireNonNull(vendor, "vendor");
        return this;
    }

    Hints hints() {
        return hints == null ? Hints.none() : hints;
    }

    private static String textOf(ApiError error) {
        return "the vendor answered " + error.status() + PlainWords.of(error);
    }
}
