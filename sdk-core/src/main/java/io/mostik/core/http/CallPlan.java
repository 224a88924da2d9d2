package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.Secret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stays the same for all tries of one call: what is called, with which settings, and until when. */
record CallPlan(
        Endpoint<?> endpoint,
        ClientConfig config,
        CallOptions options,
        RequestBody body,
        Deadline deadline,
        List<Secret> secrets,
        @Nullable BodySink sink) {

    String operation() {
        return endpoint.operation();
    }

    Effect effect() {
        return endpoint.effect();
    }

    Duration silence() {
        return config.timeout();
    }

    @Override
    public String toString() {
        return operation();
    }
}
