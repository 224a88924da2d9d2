package io.mostik.core.http;

import io.mostik.core.ApiError;
import io.mostik.core.ApiException;
import io.mostik.core.FailureInfo;
import io.mostik.core.Phase;
import io.mostik.core.Secret;
import io.mostik.core.TimeSource;
import io.mostik.core.json.JsonException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns an answer that reports an error into an exception, whatever its HTTP status. */
final class FailureDetectingTransport implements Transport {

    private final Transport next;
    private final ErrorDecoder errors;
    private final TimeSource time;

    FailureDetectingTransport(Transport next, ErrorDecoder errors, TimeSource time) {
        this.next = next;
        this.errors = errors;
        this.time = time;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        ApiResponse response = next.send(request);
        Optional<ApiError> error = decode(response);
        if (error.isEmpty()) {
            return response;
        }
        ApiError scrubbed = scrub(error.get(), response.secrets());
        FailureInfo failure = new FailureInfo(
                request.operation(),
                scrubbed.outcome(),
                Phase.DECODE,
                scrubbed.temporary(),
                false,
                RetryAfter.of(response, time).or(response::untilRenewal),
                Redactor.requestId(request, response));
        throw ApiException.of(scrubbed, failure).advisedBy(errors.hints());
    }

    private Optional<ApiError> decode(ApiResponse response) {
        int status = response.status();
        if (status >= 300 && status < 400) {
            return Optional.of(ApiError.of(status, "", "redirect to " + target(response) + " not followed"));
        }
        Optional<ApiError> error;
        try {
            error = errors.decode(response);
        } catch (JsonException | StackOverflowError e) {
            // An answer that cannot be read is judged by its status here, and by the reader of the call otherwise.
            error = Optional.empty();
        }
        return error.isPresent() ? error : ErrorDecoder.byStatus().decode(response);
    }

    /** Names the host only: paths and queries may hold secrets. */
    private static String target(ApiResponse response) {
        try {
            return response.header("Location")
                    .map(location -> URI.create(location).getHost())
                    .orElse("another address");
        } catch (IllegalArgumentException e) {
            return "another address";
        }
    }

    private static ApiError scrub(ApiError error, List<Secret> secrets) {
        Map<String, String> details = new LinkedHashMap<>();
        error.details()
                .forEach((name, text) -> details.put(Redactor.words(name, secrets), Redactor.words(text, secrets)));
        return new ApiError(
                error.status(),
                Redactor.words(error.code(), secrets),
                Redactor.words(error.message(), secrets),
                details,
                error.kind(),
                error.outcome());
    }
}
