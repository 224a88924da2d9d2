package io.mostik.core.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Answers for stations that are tested alone. */
final class Answers {

    private Answers() {}

    /** Returns an answer with one header. */
    static ApiResponse with(int status, String header, String value) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put(header, List.of(value));
        return new ApiResponse(status, new ApiHeaders(headers), ResponseBody.EMPTY);
    }

    /** Returns a refusal that asks to wait. */
    static ApiResponse tooMany(Duration pause) {
        return with(429, "Retry-After", Long.toString(pause.toSeconds()));
    }
}
