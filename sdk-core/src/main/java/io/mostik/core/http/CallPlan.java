package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stays the same for all tries of one call. */
record CallPlan(
        String operation,
        Effect effect,
        RateLimit limit,
        boolean confidential,
        RequestBody body,
        Deadline deadline,
        Duration silence,
        int largestBody,
        List<Secret> secrets,
        Optional<String> requestId,
        AnswerReader reader,
        @Nullable BodySink sink) {

    /** How the answer of a call becomes its result. */
    @FunctionalInterface
    interface AnswerReader {
        Object read(ApiResponse response);
    }

    @Override
    public String toString() {
        return operation;
    }
}
