package io.mostik.testing;

import static java.util.Objects.requireNonNull;

/** A pattern of requests: any, or those with a verb and a path template. */
record RequestPattern(String method, String pathOrTemplate) {

    static final RequestPattern ANY = new RequestPattern("", "");

    RequestPattern {
        requireNonNull(method, "method");
        requireNonNull(pathOrTemplate, "pathOrTemplate");
    }

    boolean fits(RecordedRequest request) {
        return method.isEmpty()
                || (method.equals(request.method())
                        && request.match(pathOrTemplate).isPresent());
    }
}
