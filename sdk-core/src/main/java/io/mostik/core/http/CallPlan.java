package io.mostik.core.http;

import io.mostik.core.Effect;
import io.mostik.core.Outcome;
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
        @Nullable BodySink sink,
        boolean provenByStatus) {

    /**
     * Returns what a 2xx status proves by itself, as when the rest of the answer was cut off. A read does nothing that could
     * have happened, and a vendor that reports errors with status 200 proves nothing by it.
     */
    Outcome outcomeOfSuccess() {
        boolean proven = provenByStatus && !endpoint.isPerItem() && effect() != Effect.READ;
        return proven ? Outcome.APPLIED : Outcome.UNKNOWN;
    }

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
