package io.mostik.core.http;

import java.util.Objects;
import java.util.Optional;

/**
 * The result of a call with what else its answer said: for support tickets, quotas in headers, entity tags. Comes from
 * {@link Call#sendWithResponse()}, or to {@link CallOptions#onResult()} for calls that a vendor's client makes. Prints neither
 * the value nor the values of headers. Immutable.
 *
 * @param <T> what the answer was read as
 * @param value the answer, read
 * @param status HTTP status, 200 to 299
 * @param headers headers of the answer
 * @param requestId id under which the vendor can find the call: the one in the answer, without secrets and at most 100
 *     characters, else the one that was sent
 * @param attempts how often the call was tried, this try included
 */
public record CallResult<T>(T value, int status, ApiHeaders headers, Optional<String> requestId, int attempts) {

    /** Checks that no part is null. */
    public CallResult {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(headers, "headers");
        Objects.requireNonNull(requestId, "requestId");
    }

    static <T> CallResult<T> of(T value, ApiRequest request, ApiResponse response, int attempts) {
        return new CallResult<>(
                value, response.status(), response.headers(), Redactor.requestId(request, response), attempts);
    }

    @Override
    public String toString() {
        return "CallResult[" + status + ", headers " + headers + ", attempts " + attempts + "]";
    }
}
