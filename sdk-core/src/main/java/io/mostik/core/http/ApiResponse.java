package io.mostik.core.http;

import io.mostik.core.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An answer in the pipeline. Immutable. Prints status, header names and size. */
public final class ApiResponse {

    private final int status;
    private final ApiHeaders headers;
    private final ResponseBody body;
    private final List<Secret> secrets;
    private final Optional<Duration> untilRenewal;

    ApiResponse(int status, ApiHeaders headers, ResponseBody body) {
        this(status, headers, body, List.of(), Optional.empty());
    }

    private ApiResponse(
            int status, ApiHeaders headers, ResponseBody body, List<Secret> secrets, Optional<Duration> untilRenewal) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
        this.secrets = secrets;
        this.untilRenewal = untilRenewal;
    }

    /** Returns an answer without headers, as decorators and tests make it. */
    public static ApiResponse of(int status, byte[] body) {
        return new ApiResponse(status, new ApiHeaders(Map.of()), ResponseBody.of(body));
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns whether the status is 2xx. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Returns the first value of a header. */
    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** Returns all values of a header. */
    public List<String> headers(String name) {
        return headers.all(name);
    }

    /** Returns the body; empty for a download, which is on disk. */
    public ResponseBody body() {
        return body;
    }

    ApiHeaders headers() {
        return headers;
    }

    /** Returns this answer with another status and body and the same headers, as a decorator makes it that rewrites a body. */
    public ApiResponse with(int newStatus, byte[] newBody) {
        return new ApiResponse(newStatus, headers, ResponseBody.of(newBody), secrets, untilRenewal);
    }

    /** Returns what must not appear in a text about this answer: vendors repeat what they were sent. */
    List<Secret> secrets() {
        return secrets;
    }

    ApiResponse hiding(List<Secret> newSecrets) {
        return new ApiResponse(status, headers, body, newSecrets, untilRenewal);
    }

    /** Returns how long the credentials that were refused cannot be renewed; empty if that does not matter. */
    Optional<Duration> untilRenewal() {
        return untilRenewal;
    }

    ApiResponse untilRenewal(Optional<Duration> wait) {
        return wait.equals(untilRenewal) ? this : new ApiResponse(status, headers, body, secrets, wait);
    }

    @Override
    public String toString() {
        return status + " " + headers + ", " + body;
    }
}
