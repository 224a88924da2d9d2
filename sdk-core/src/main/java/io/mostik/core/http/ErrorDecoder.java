package io.mostik.core.http;

import io.mostik.core.ApiError;
import io.mostik.core.Hints;
import java.util.Optional;

/**
 * How a vendor reports errors: the only place that knows. Asked for every answer, since vendors report errors with HTTP
 * 200 too. Need not think of secrets: what it returns is scrubbed.
 */
@FunctionalInterface
public interface ErrorDecoder {

    /** Returns the error that an answer reports; empty for success. A status other than 2xx is an error in any case. */
    Optional<ApiError> decode(ApiResponse response);

    /** Returns the vendor's own advice by code; none unless overridden. */
    default Hints hints() {
        return Hints.none();
    }

    /** Returns the decoder for vendors of whose errors only the status is known; the body is the message. */
    static ErrorDecoder byStatus() {
        return response -> response.isSuccess()
                ? Optional.empty()
                : Optional.of(ApiError.of(
                        response.status(), "", response.body().text().strip()));
    }
}
