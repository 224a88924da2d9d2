package io.mostik.core.http;

import io.mostik.core.ApiError;
import io.mostik.core.ErrorHints;
import java.util.Optional;

/**
 * Recognises the errors that a vendor reports. Asked for every answer, since vendors report errors with HTTP 200 too. Secrets
 * are removed from what it returns.
 */
@FunctionalInterface
public interface ErrorDecoder {

    /** Returns the error that an answer reports; empty for success. A status other than 2xx is an error in any case. */
    Optional<ApiError> decode(ApiResponse response);

    /** Returns the vendor's own advice by code; none unless overridden. */
    default ErrorHints hints() {
        return ErrorHints.none();
    }

    /** Returns the decoder for vendors of whose errors only the status is known; the body is the message. */
    static ErrorDecoder byStatus() {
        return response -> response.isSuccess()
                ? Optional.empty()
                : Optional.of(ApiError.of(
                        response.status(), "", response.body().text().strip()));
    }
}
